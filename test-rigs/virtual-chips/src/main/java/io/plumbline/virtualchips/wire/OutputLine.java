package io.plumbline.virtualchips.wire;

/// A pin that the host drives.
@FunctionalInterface
public interface OutputLine {
  /// The host sets the level at a time of the board's clock. A [com.pi4j.exception.Pi4JException] refuses it.
  void set(boolean high, long timeNs);
}
