package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Exercise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What shall be lifted on a day.
///
/// @param on   the day in the athlete's time zone
/// @param work in the order in which it shall be done
public record PlannedSession(String id, LocalDate on, List<PlannedWork> work, @Nullable String note)
    implements
      Told {
  /// Most lines of one session.
  public static final int MOST_WORK = 50;

  /// Equal sets of one exercise.
  ///
  /// @param role        what the sets are for
  /// @param sets        how many
  /// @param repsPerSet  in each
  /// @param loadKg      bar and plates, null where the day decides
  /// @param rpe         at which to stop, 1 to 10, null where the plan has none
  public record PlannedWork(Exercise exercise, SetNotes.Role role, int sets, int repsPerSet, @Nullable Double loadKg,
      @Nullable Double rpe) {
    public PlannedWork {
      Check.known(exercise);
      Check.range("sets", sets, 1, 100);
      Check.range("reps_per_set", repsPerSet, 1, 1000);
      Check.loadKg("load_kg", loadKg);
      Check.rpe(rpe);
    }
  }

  public PlannedSession {
    Check.id("id", id);
    Check.when("on", start(on));
    work = List.copyOf(work);
    Check.range("entries of work", work.size(), 1, MOST_WORK);
    Check.note(note);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public Instant time() {
    return start(on);
  }
}
