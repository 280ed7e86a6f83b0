package io.plumbline.daemon.domain.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Walking, rowing or the like before the first lift.
///
/// @param at        when it began
/// @param durationS how long it lasted
public record GeneralWarmUp(String id, Instant at, double durationS, @Nullable String note) implements LogEntry {
  public GeneralWarmUp {
    Check.id("id", id);
    Check.when("at", at);
    Check.range("duration_s", durationS, 1, 7200);
    Check.note(note);
  }
}
