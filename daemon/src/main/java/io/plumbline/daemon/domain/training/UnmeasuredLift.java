package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Exercise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Sets that no bar measured, typed in by hand: squats elsewhere, a row on a machine. They count for rest and for the week's volume.
///
/// @param exercise   what it was; [Exercise#UNKNOWN] for a lift that the system has no name for, which then has `name`
/// @param name       as the person calls it, null where the exercise says it
/// @param sets       how many
/// @param repsPerSet in each
/// @param loadKg     bar and plates, null where not told
/// @param rpe        of the hardest set, 1 to 10, null where not told
public record UnmeasuredLift(String id, Instant at, Exercise exercise, @Nullable String name, int sets, int repsPerSet,
    @Nullable Double loadKg, @Nullable Double rpe, @Nullable String note) implements LogEntry {
  public UnmeasuredLift {
    Check.id("id", id);
    Check.when("at", at);
    Check.text("name", name, Check.NAME_LENGTH);
    if (exercise == Exercise.UNKNOWN && name == null) {
      throw new IllegalArgumentException("name must say what was lifted where exercise is unknown");
    }
    Check.range("sets", sets, 1, 100);
    Check.range("reps_per_set", repsPerSet, 1, 1000);
    Check.loadKg("load_kg", loadKg);
    Check.rpe(rpe);
    Check.note(note);
  }
}
