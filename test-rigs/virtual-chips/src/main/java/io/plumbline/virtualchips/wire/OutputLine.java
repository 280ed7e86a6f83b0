package io.plumbline.virtualchips.wire;

/// A pin that the host drives.
@FunctionalInterface
public interface OutputLine {
  /// The host sets the level at a time of the board's clock.
  void set(boolean high, long timeNs);
}
