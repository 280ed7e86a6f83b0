package io.plumbline.core.rep;

import java.util.Arrays;

/// When the plates of each side left the floor, with standard deviations; NaN where that is not known. Not thread-safe.
final class SideTimes {
  private final double[] timeNs = new double[LoadCurve.SIDES];
  private final double[] sdS = new double[LoadCurve.SIDES];

  void clear() {
    Arrays.fill(timeNs, Double.NaN);
    Arrays.fill(sdS, Double.NaN);
  }

  void set(int side, double ns, double standardDeviationS) {
    timeNs[side] = ns;
    sdS[side] = standardDeviationS;
  }

  boolean known(int side) {
    return !Double.isNaN(timeNs[side]);
  }

  boolean anyKnown() {
    return known(0) || known(1);
  }

  /// Time of a side, ns with fraction.
  double ns(int side) {
    return timeNs[side];
  }

  double sdS(int side) {
    return sdS[side];
  }

  /// When the last plates left the floor, ns with fraction.
  double lastNs() {
    return timeNs[last()];
  }

  /// Standard deviation of [#lastNs].
  double lastSdS() {
    return sdS[last()];
  }

  /// Right less left, s.
  double lagS() {
    return (timeNs[1] - timeNs[0]) * 1e-9;
  }

  private int last() {
    return known(0) && (!known(1) || timeNs[0] > timeNs[1]) ? 0 : 1;
  }
}
