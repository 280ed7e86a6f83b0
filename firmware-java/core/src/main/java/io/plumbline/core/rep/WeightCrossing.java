package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// When the plates of a side leave the floor: where the pull of what hangs on it reaches its weight. Up to that moment they stand and do not
/// accelerate, so the floor carries what the shaft does not, N = W − H; at that moment N is zero and their acceleration still is; afterwards
/// H = W (1 + a / g). Weight and pull come from the same cell in the same lift, so its gain and zero cancel.
///
/// Allocates nothing after construction. Not thread-safe.
final class WeightCrossing {
  /// Tuning.
  ///
  /// @param clearM      above its start the bar is surely in the air
  /// @param airS        longest time in the air over which it is weighed
  /// @param searchS     longest time looked back from there
  /// @param standShare  a side stands while the floor carries more than this share of its weight
  /// @param carriedShare share of the weight that the floor carried before that, at least
  /// @param stoodS      it stood for at least so long
  /// @param pauseS      it stands on where the floor carries nothing for no longer than this
  /// @param smoothSteps entries to either side over which the pull is averaged
  /// @param weighShare  how well it is weighed in motion, as a share
  /// @param noiseN      of the averaged pull
  /// @param modelSdS    how well all this holds
  record Params(double clearM, double airS, double searchS, double standShare, double carriedShare, double stoodS,
      double pauseS,
      int smoothSteps, double weighShare, double noiseN, double modelSdS) {
    static final Params DEFAULT = new Params(0.04, 3, 8, 0.1, 0.02, 0.15, 0.1, 2, 0.002, 1.0, 0.002);
  }

  private final Params params;
  private final double gravityMps2;
  private final SideTimes times = new SideTimes();

  WeightCrossing(Params params, double gravityMps2) {
    this.params = params;
    this.gravityMps2 = gravityMps2;
  }

  /// Looks for the lift-off of both sides.
  ///
  /// @param earliest entry before which it cannot be
  /// @param top      entry at which the bar stopped
  /// @param end      last entry at which it surely hangs
  /// @return whether it is known of at least one side
  boolean find(MotionCurve c, LoadCurve loads, int earliest, int start, int top, int end) {
    int clear = start;
    while (clear < top && c.heightM(clear) - c.heightM(start) < params.clearM) {
      clear++;
    }
    times.clear();
    boolean any = false;
    for (int side = 0; side < LoadCurve.SIDES; side++) {
      any |= loads.known(side) && findSide(c, loads, side, earliest, clear, end);
    }
    return any;
  }

  private boolean findSide(MotionCurve c, LoadCurve loads, int side, int earliest, int clear, int end) {
    double weightN = weigh(c, loads, side, clear, end);
    if (!(weightN > 0)) {
      return false;
    }
    int stands = clear;
    boolean found = false;
    while (!found && stands > earliest && c.secondsBetween(stands, clear) < params.searchS) {
      stands--;
      // Where the pull is more than the weight the floor carries nothing, whatever the acceleration seems to say.
      found = smooth(c, loads, side, stands) < weightN
          && floorN(c, loads, side, stands, weightN) > params.standShare * weightN;
    }
    if (!found || stoodS(c, loads, side, earliest, stands, weightN) < params.stoodS) {
      return false;
    }
    int i = stands;
    while (i < clear && smooth(c, loads, side, i + 1) < weightN) {
      i++;
    }
    if (i >= clear) {
      return false;
    }
    double before = smooth(c, loads, side, i);
    double after = smooth(c, loads, side, i + 1);
    double share = Math.clamp((weightN - before) / Math.max(after - before, 1e-9), 0, 1);
    int a = Math.max(earliest, i - 5);
    int b = Math.min(clear, i + 5);
    double slopeNps = Math.max(1, (smooth(c, loads, side, b) - smooth(c, loads, side, a)) / c.secondsBetween(a, b));
    times.set(side, c.timeNs(i) + share * (c.timeNs(i + 1) - c.timeNs(i)),
        Math.hypot(params.modelSdS, Math.hypot(params.weighShare * weightN, params.noiseN) / slopeNps));
    return true;
  }

  private double floorN(MotionCurve c, LoadCurve loads, int side, int i, double weightN) {
    int a = Math.max(0, i - params.smoothSteps);
    int b = Math.min(c.size() - 1, i + params.smoothSteps);
    double accelMps2 = (c.endVelocityMps(side, b) - c.endVelocityMps(side, a)) / c.secondsBetween(a, b);
    return weightN * (1 + accelMps2 / gravityMps2) - smooth(c, loads, side, i);
  }

  /// For how long the floor had carried a part of the weight: plates that only touch it between two reps never stand.
  private double stoodS(MotionCurve c, LoadCurve loads, int side, int earliest, int stands, double weightN) {
    int since = stands;
    for (int i = stands; i > earliest && c.secondsBetween(i, since) < params.pauseS; i--) {
      if (floorN(c, loads, side, i, weightN) > params.carriedShare * weightN) {
        since = i;
      }
    }
    return c.secondsBetween(since, stands);
  }

  /// Mean pull in the air over mean specific force there.
  private double weigh(MotionCurve c, LoadCurve loads, int side, int clear, int end) {
    double sumN = 0;
    double sumMps2 = 0;
    int n = 0;
    for (int i = clear; i <= end && c.secondsBetween(clear, i) < params.airS; i++) {
      double pull = loads.pullN(side, i);
      if (!Double.isNaN(pull)) {
        sumN += pull;
        sumMps2 += gravityMps2 + c.accelMps2(i);
        n++;
      }
    }
    return n < 10 ? Double.NaN : sumN / sumMps2 * gravityMps2;
  }

  private double smooth(MotionCurve c, LoadCurve loads, int side, int at) {
    double sum = 0;
    int n = 0;
    for (int i = Math.max(0, at - params.smoothSteps); i <= Math.min(c.size() - 1, at + params.smoothSteps); i++) {
      double pull = loads.pullN(side, i);
      if (!Double.isNaN(pull)) {
        sum += pull;
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  /// What was found last.
  SideTimes times() {
    return times;
  }
}
