package io.plumbline.daemon.domain.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that an athlete or a coach tells the daemon, because no sensor of the bar sees it.
public sealed interface LogEntry permits CheckIn, UnmeasuredLift, GeneralWarmUp, AccessoryEntry, MaxTest, Mark {
  /// Made by the daemon, unique within it.
  String id();

  /// When what it tells of happened.
  Instant at();

  /// In the person's own words, null where there are none.
  @Nullable
  String note();
}
