package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.Progression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A return or a rebuild that is under way, with its stages.
///
/// @param progressionId of the entry that the athlete confirms stages of
/// @param stage         under way, from 1
/// @param mayConfirm    whether the stage's least time has passed and the athlete's last check-in is within the limit
/// @param text          what to do now
public record WayBack(String progressionId, Progression.Kind kind, Exercise exercise, int stage, List<Stage> stages,
    boolean mayConfirm, String text) {
  /// One stage.
  ///
  /// @param number    from 1
  /// @param what      to do
  /// @param lowKg     least load, null where there is none or the former load is not known
  /// @param highKg    largest load
  /// @param leastDays that it lasts
  /// @param mostDays  that it usually lasts, null where the load decides
  public record Stage(int number, String what, @Nullable Double lowKg, @Nullable Double highKg, int leastDays,
      @Nullable Integer mostDays) {}

  public WayBack {
    stages = List.copyOf(stages);
  }

  /// Stage by its number, the last one where there are fewer.
  Stage current() {
    return stages.get(Math.min(stage, stages.size()) - 1);
  }
}
