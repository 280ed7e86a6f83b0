package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Exercise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A true test of the most that can be lifted once.
///
/// @param loadKg the heaviest that was lifted in it
/// @param set    where a bar measured it, null where none did
public record MaxTest(String id, Instant at, Exercise exercise, double loadKg, @Nullable SetKey set,
    @Nullable String note) implements LogEntry {
  public MaxTest {
    Check.id("id", id);
    Check.when("at", at);
    Check.known(exercise);
    Check.loadKg("load_kg", loadKg);
    Check.note(note);
  }
}
