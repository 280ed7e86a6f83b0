package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// The lift-off as the ends of the shaft tell it, for bars without load cells. While tension is built up the ends rise already, by a millimetre of
/// play and the floor's give, at up to 0.06 m/s; so the velocity is taken where it is faster than any of that, and followed back as a movement
/// that begins with steady jerk (v ∝ t²: zero is 2 v/a earlier). Stateless but for its answer. Not thread-safe.
final class OnsetByMotion {
  /// Tuning.
  ///
  /// @param fastMps    velocity from which is followed back
  /// @param fastShare  or this share of the peak, for slow lifts
  /// @param slopeS     time over which the acceleration there is taken
  /// @param jerkShare  v over a, times this, is how far back
  /// @param longestS   and at the most so far
  /// @param biasS      mean error that is taken off, + late
  /// @param sdS        standard deviation of what is left
  /// @param clearM     height above the start at which the bar surely rises
  /// @param clearShare or this share of the way
  record Params(double fastMps, double fastShare, double slopeS, double jerkShare, double longestS, double biasS,
      double sdS,
      double clearM, double clearShare) {
    /// Measured on simulated deadlifts, seeds 3041 to 3340: 6 ms early on average, standard deviation 21 ms.
    static final Params DEFAULT = new Params(0.1, 0.2, 0.02, 2, 0.2, -0.006, 0.022, 0.04, 0.12);
  }

  private final Params params;
  private double timeNs = Double.NaN;

  OnsetByMotion(Params params) {
    this.params = params;
  }

  /// Looks for the onset of the stroke between two entries.
  ///
  /// @return whether it was found
  boolean find(MotionCurve c, int earliest, int start, int top) {
    double clearM = c.heightM(start)
        + Math.max(params.clearM, params.clearShare * (c.heightM(top) - c.heightM(start)));
    double fastMps = Math.min(params.fastMps, params.fastShare * peakMps(c, start, top));
    int i = start;
    while (i < top && (c.heightM(i) < clearM || endsMps(c, i) <= fastMps)) {
      i++;
    }
    while (i > earliest && endsMps(c, i) > fastMps) {
      i--;
    }
    double before = endsMps(c, i);
    timeNs = Double.NaN;
    if (i >= top || before > fastMps || endsMps(c, i + 1) <= fastMps) {
      return false;
    }
    double u = (fastMps - before) / (endsMps(c, i + 1) - before);
    int from = i;
    while (from > earliest && c.secondsBetween(from, i) < params.slopeS) {
      from--;
    }
    int to = i + 1;
    while (to < top && c.secondsBetween(i + 1, to) < params.slopeS) {
      to++;
    }
    double accel = (endsMps(c, to) - endsMps(c, from)) / c.secondsBetween(from, to);
    double backS = accel > 0 ? Math.min(params.longestS, params.jerkShare * fastMps / accel) : params.longestS;
    timeNs = c.timeNs(i) + (u * c.secondsBetween(i, i + 1) - backS - params.biasS) * 1e9;
    return true;
  }

  private static double peakMps(MotionCurve c, int from, int to) {
    double most = 0;
    for (int i = from; i <= to; i++) {
      most = Math.max(most, endsMps(c, i));
    }
    return most;
  }

  private static double endsMps(MotionCurve c, int i) {
    return 0.5 * (c.endVelocityMps(0, i) + c.endVelocityMps(1, i));
  }

  /// When the movement began, ns with fraction.
  double timeNs() {
    return timeNs;
  }

  /// Standard deviation of it.
  double sdS() {
    return params.sdS;
  }
}
