package io.plumbline.core.pipeline;

import io.plumbline.core.motion.PodTrack;

/// Tells from the lean of the collar pods what draws at the ends of the shaft, where there are no load cells: an end that is drawn at hangs. A bar
/// that is tipped leans to one side, so that one end seems drawn at and the other one pushed. Good to about a third, as shafts differ: what is
/// compared with a pull of the same bar needs no better. Not thread-safe.
final class ShaftBend {
  /// Slope of a 29 mm steel shaft at the collar for each newton at a sleeve, hands 0.6 m apart (Timoshenko, Strength of Materials I,
  /// overhanging beams).
  private static final double SLOPE_RADPN = 3.5e-5;
  private static final double SMOOTH_S = 0.15;
  private static final double LEARN_S = 0.5;
  /// A shaft that leans by more is being pulled at, even if it rests.
  private static final double UNLOADED_RAD = 0.002;
  private static final int SIDES = 2;

  private final double[] up = new double[3];
  private final double[] leanRad = new double[SIDES];
  private final double[] unloadedRad = {Double.NaN, Double.NaN};
  private long lastNs = Long.MIN_VALUE;

  /// Takes the lean of both pods.
  ///
  /// @param atBase whether the bar rests where nobody holds it
  void follow(long nowNs, PodTrack left, PodTrack right, boolean atBase) {
    double dtS = lastNs == Long.MIN_VALUE ? SMOOTH_S : (nowNs - lastNs) * 1e-9;
    lastNs = nowNs;
    left.upInBar(up);
    follow(0, up[0], dtS, atBase);
    right.upInBar(up);
    follow(1, -up[0], dtS, atBase);
  }

  private void follow(int side, double nowRad, double dtS, boolean atBase) {
    leanRad[side] += Math.min(1, dtS / SMOOTH_S) * (nowRad - leanRad[side]);
    if (atBase && Double.isNaN(unloadedRad[side])) {
      unloadedRad[side] = nowRad;
    } else if (atBase && Math.abs(leanRad[side] - unloadedRad[side]) < UNLOADED_RAD) {
      unloadedRad[side] += Math.min(1, dtS / LEARN_S) * (nowRad - unloadedRad[side]);
    }
  }

  /// What draws at a side, N downward, NaN where the bar has not rested yet.
  ///
  /// @param side 0 left, 1 right
  double pullN(int side) {
    return (leanRad[side] - unloadedRad[side]) / SLOPE_RADPN;
  }
}
