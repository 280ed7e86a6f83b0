package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Exercise;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way back to the former load, in stages that the athlete confirms.
///
/// @param exercise            what the athlete comes back to
/// @param formerWorkingLoadKg what the stages' loads are shares of, null where not told
/// @param confirmed           stages that the athlete said are done, in order; the next one is under way
/// @param endedAt             when it was finished or given up, null while it goes on
public record Progression(String id, Kind kind, Exercise exercise, Instant startedAt,
    @Nullable Double formerWorkingLoadKg, List<Confirmation> confirmed, @Nullable Instant endedAt,
    @Nullable String note) implements Told {
  /// Why there is a way back.
  public enum Kind {
    /// After a break for soreness: three stages.
    RETURN,
    /// To learn the lift anew: a stage is a week.
    TECHNIQUE_REBUILD
  }

  /// An athlete says that a stage is done.
  ///
  /// @param stage from 1
  public record Confirmation(int stage, Instant at) {
    public Confirmation {
      Check.range("stage", stage, 1, 52);
      Check.when("at", at);
    }
  }

  public Progression {
    Check.id("id", id);
    Check.when("started_at", startedAt);
    Check.known(exercise);
    Check.loadKg("former_working_load_kg", formerWorkingLoadKg);
    confirmed = List.copyOf(confirmed);
    Instant before = startedAt;
    for (int i = 0; i < confirmed.size(); i++) {
      Confirmation one = confirmed.get(i);
      if (one.stage() != i + 1) {
        throw new IllegalArgumentException("confirmed must name the stages 1, 2, 3 … in order");
      }
      Check.order("what comes first", before, "at of stage " + one.stage(), !one.at().isBefore(before));
      before = one.at();
    }
    Check.when("ended_at", endedAt);
    if (endedAt != null) {
      Check.order("what comes first", before, "ended_at", !endedAt.isBefore(before));
    }
    Check.note(note);
  }

  @Override
  public Instant time() {
    return startedAt;
  }

  /// The stage that is under way, from 1, by what is confirmed. Which stages there are is the coach's rule.
  public int stage() {
    return confirmed.size() + 1;
  }

  /// When the stage under way began.
  public Instant stageStartedAt() {
    return confirmed.isEmpty() ? startedAt : confirmed.getLast().at();
  }

  /// Whether it goes on.
  public boolean isOpen() {
    return endedAt == null;
  }
}
