package io.plumbline.virtualchips.chip;

/// What a chip's sensor feels, and when the chip's clock samples it. Allocates nothing. Asked by one thread, with times that never go back
/// by more than the length of a buffer.
public interface Signal {
  /// When the chip takes the n-th sample after a time.
  ///
  /// @param afterNs   on the board's clock
  /// @param nominalHz rate for which the chip is set up
  /// @param n         from 1
  /// @return `Long.MAX_VALUE` where that is not known yet
  long instantNs(long afterNs, double nominalHz, int n);

  /// What is felt at an instant that [#instantNs] gave.
  ///
  /// @param si filled: m/s² and rad/s for inertial sensors (x, y, z of each) with °C as the last, V for converters, V/V for bridges
  void feel(long instantNs, double[] si);
}
