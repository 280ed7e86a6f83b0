package io.plumbline.virtualchips.kernel;

import io.plumbline.virtualchips.wire.OutputLine;

/// Keeps the levels that a host drove, as letters: H and L.
final class OutputLog implements OutputLine {
  private static final int KEPT = 200;
  private final StringBuilder levels = new StringBuilder();

  @Override
  public synchronized void set(boolean high, long timeNs) {
    if (levels.length() < KEPT) {
      levels.append(high ? 'H' : 'L');
    }
  }

  /// What was driven since the last call.
  synchronized String take() {
    String taken = levels.toString();
    levels.setLength(0);
    return taken;
  }
}
