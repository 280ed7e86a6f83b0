package io.plumbline.virtualchips.wire;

import java.util.function.LongSupplier;

/// A board's clock that stands until somebody moves it. Not thread-safe.
public final class ManualClock implements LongSupplier {
  private long nowNs;

  /// @param startNs what it shows at first
  public ManualClock(long startNs) {
    this.nowNs = startNs;
  }

  @Override
  public long getAsLong() {
    return nowNs;
  }

  /// Moves it on; a time below 0 is taken as 0.
  public void advanceNs(long durationNs) {
    nowNs += Math.max(0, durationNs);
  }
}
