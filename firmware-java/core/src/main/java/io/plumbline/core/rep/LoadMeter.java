package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;

/// Weighs what hangs on the bar: the pull without acceleration, as the fit of the [FloorReaction] tells it from off the floor to the end of the
/// lockout. Not thread-safe.
final class LoadMeter {
  /// Tuning.
  ///
  /// @param offFloorM     height above the start from which the bar surely hangs
  /// @param zeroSdN       what is left of a zero that was learned while the bar lay
  /// @param unknownZeroSdN and of one that was not
  /// @param noiseShare    share of what a calm entry leaves of the fit that a whole lift leaves: plates rattle on and do not average out
  /// @param emptySleeveKg less than an empty sleeve by so much is no load but a cell that is not connected
  record Params(double offFloorM, double zeroSdN, double unknownZeroSdN, double noiseShare, double emptySleeveKg) {
    /// Zeros: 0.04 kg learned; else 0.5 N/°C (`bar-mechanics.md` section 8) and ten degrees since the zero was set.
    static final Params DEFAULT = new Params(0.05, 0.4, 6, 0.3, 1.5);
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
    int last = Math.max(span.end, span.downAfter() ? span.down : span.end);
    if (span.fromFloor) {
      double clearM = c.heightM(span.start) + params.offFloorM;
      while (first < span.end && c.heightM(first) < clearM) {
        first++;
      }
    }
    double leftKg = sideKg(c, loads, 0, first, last);
    double leftSdKg = sideSdKg(leftKg, loads.zeroKnown());
    double rightKg = sideKg(c, loads, 1, first, last);
    double rightSdKg = sideSdKg(rightKg, loads.zeroKnown());
    if (!(leftKg > -params.emptySleeveKg && rightKg > -params.emptySleeveKg)) {
      return;
    }
    rep.loadLeftKg = leftKg;
    rep.loadRightKg = rightKg;
    rep.loadTotalKg = setup.barKg() + leftKg + rightKg;
    // Errors of the two sides are taken as apart, so that sum and difference are equally sure.
    rep.loadTotalSdKg = Math.hypot(leftSdKg, rightSdKg);
    rep.loadDifferenceSdKg = rep.loadTotalSdKg;
  }

  private double sideKg(MotionCurve c, LoadCurve loads, int side, int first, int last) {
    boolean fits = loads.known(side) && reaction.fit(c, loads, side, first, last);
    return fits ? reaction.weightN() / setup.gravityMps2() - setup.outboardKg() : Double.NaN;
  }

  /// Of the side that was fitted last: gain, zero, and what the fit leaves.
  private double sideSdKg(double kg, boolean zeroKnown) {
    double zeroN = zeroKnown ? params.zeroSdN : params.unknownZeroSdN;
    double offsetKg = Math.hypot(zeroN, params.noiseShare * reaction.noiseN()) / setup.gravityMps2();
    return Math.hypot(setup.cellGainSd() * (kg + setup.outboardKg()), offsetKg);
  }
}
