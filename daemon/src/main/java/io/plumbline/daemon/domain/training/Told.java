package io.plumbline.daemon.domain.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whatever people tell the daemon of an athlete.
public sealed interface Told permits LogEntry, Progression, PlannedSession {
  /// Unique within the daemon, for ever.
  String id();

  /// What it is ordered by; of a planned day, its begin in UTC.
  Instant time();

  /// In the person's own words, null where there are none.
  @Nullable
  String note();
}
