package io.plumbline.daemon.domain;

import java.time.Instant;

/// How long reps' curves are kept. Any number of callers at once.
public interface TraceKeeping {
  /// Deletes the oldest curves; summaries stay, whatever their age.
  ///
  /// @param before only what was received before
  /// @param most   to delete at once, so that nothing else waits long
  /// @return how many were deleted; less than `most`: there are no more
  int forget(Instant before, int most) throws StoreException;
}
