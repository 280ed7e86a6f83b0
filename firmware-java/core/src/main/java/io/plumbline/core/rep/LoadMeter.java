package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;

/// Weighs what hangs on the bar: the pull without acceleration, as the fit of the [FloorReaction] tells it from off the floor to the end of the
/// lockout. Not thread-safe.
final class LoadMeter {
  /// Tuning.
  ///
  /// @param offFloorM     height above the start from which the bar surely hangs
  /// @param noiseShare    share of what a calm entry leaves of the fit that a whole lift leaves: plates rattle on and do not average out
  /// @param commonShare   correlation of what gravity does to both sides, as the place's is one and the accelerometers are two
  /// @param emptySleeveKg less than an empty sleeve by so much is no load but a cell that is not connected
  record Params(double offFloorM, double noiseShare, double commonShare, double emptySleeveKg) {
    static final Params DEFAULT = new Params(0.05, 0.6, 0.4, 1.5);
  }

  private final Params params;
  private final BarSetup setup;
  private final FloorReaction reaction = new FloorReaction();

  LoadMeter(Params params, BarSetup setup) {
    this.params = params;
    this.setup = setup;
  }

  void measure(MotionCurve c, LoadCurve loads, RepSpan span, RepMeasures rep) {
    int first = span.down >= 0 ? Math.min(span.start, span.down) : span.start;
    int last = Math.max(span.end, span.downAfter() ? span.fromFloor ? span.down : span.downEnd : span.end);
    if (span.fromFloor) {
      double clearM = c.heightM(span.start) + params.offFloorM;
      while (first < span.end && c.heightM(first) < clearM) {
        first++;
      }
    }
    double leftKg = sideKg(c, loads, 0, first, last);
    double leftVar = sideVar(leftKg);
    double leftShareKg = reaction.shareSdN() / setup.gravityMps2();
    double rightKg = sideKg(c, loads, 1, first, last);
    double rightVar = sideVar(rightKg);
    double both = 2 * params.commonShare * leftShareKg * reaction.shareSdN() / setup.gravityMps2();
    if (!(leftKg > -params.emptySleeveKg && rightKg > -params.emptySleeveKg)) {
      return;
    }
    rep.loadLeftKg = leftKg;
    rep.loadRightKg = rightKg;
    rep.loadTotalKg = setup.barKg() + leftKg + rightKg;
    rep.loadTotalSdKg = Math.sqrt(leftVar + rightVar + both);
    rep.loadDifferenceSdKg = Math.sqrt(leftVar + rightVar - both);
  }

  private double sideKg(MotionCurve c, LoadCurve loads, int side, int first, int last) {
    if (!loads.known(side) || !reaction.fit(c, loads, side, first, last)) {
      return Double.NaN;
    }
    reaction.tell(loads.zero(side));
    loads.takeZero(c, side);
    return reaction.weightN() / setup.gravityMps2() - setup.outboardKg();
  }

  /// Variance of the side that was fitted last, kg²: gain, zero, and what the fit leaves.
  private double sideVar(double kg) {
    double noiseN = params.noiseShare * reaction.noiseN();
    double gainKg = setup.cellGainSd() * (kg + setup.outboardKg());
    return gainKg * gainKg + (reaction.weightVar() + noiseN * noiseN) / (setup.gravityMps2() * setup.gravityMps2());
  }
}
