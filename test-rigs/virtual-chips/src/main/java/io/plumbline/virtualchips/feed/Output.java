package io.plumbline.virtualchips.feed;

import io.plumbline.virtualchips.wire.OutputLine;

/// Something simple that the host drives: its level, and when it last went on. One thread drives it, any thread may look.
public final class Output implements OutputLine {
  private volatile boolean on;
  private volatile long onNs = Long.MIN_VALUE;
  private volatile long count;
  private volatile OutputLine watcher = (high, timeNs) -> {};

  /// Has somebody told of each setting, on the thread that drives; who throws there refuses it.
  public void watch(OutputLine next) {
    watcher = next;
  }

  @Override
  public void set(boolean high, long timeNs) {
    watcher.set(high, timeNs);
    if (high && !on) {
      onNs = timeNs;
      long before = count;
      count = before + 1;
    }
    on = high;
  }

  /// Whether it is on.
  public boolean isOn() {
    return on;
  }

  /// When it went on for the last time, ns on the board's clock; `Long.MIN_VALUE` where it never did.
  public long onNs() {
    return onNs;
  }

  /// How often it went on.
  public long count() {
    return count;
  }
}
