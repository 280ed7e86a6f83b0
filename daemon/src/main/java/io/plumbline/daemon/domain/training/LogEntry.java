package io.plumbline.daemon.domain.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that an athlete or a coach tells the daemon, because no sensor of the bar sees it.
public sealed interface LogEntry extends Told
    permits CheckIn, UnmeasuredLift, GeneralWarmUp, AccessoryEntry, MaxTest, Mark {
  /// When what it tells of happened.
  Instant at();

  @Override
  default Instant time() {
    return at();
  }

}
