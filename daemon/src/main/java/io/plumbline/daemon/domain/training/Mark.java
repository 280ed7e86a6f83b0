package io.plumbline.daemon.domain.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is due from time to time was done.
public record Mark(String id, Instant at, Kind kind, @Nullable String note) implements LogEntry {
  /// What was done.
  public enum Kind {
    /// A lighter week begins.
    DELOAD,
    /// A heavy set was filmed.
    FILMED,
    /// The short mobility check was done.
    MOBILITY_CHECK,
    /// A session for technique only was done and compared with the last one.
    TECHNIQUE_CHECK
  }

  public Mark {
    Check.id("id", id);
    Check.when("at", at);
    Check.note(note);
  }
}
