package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;

/// Weighs what hangs on the bar: the pull without acceleration, as the fit of the [FloorReaction] tells it from off the floor to the end of the
/// lockout. Not thread-safe.
final class LoadMeter {
  /// Tuning.
  ///
  /// @param offFloorM     height above the start from which the bar surely hangs
  /// @param gainSd        share of a side's force by which a cell's gain may be wrong, gravity's part of 0.15 % included
  /// @param zeroSdN       what is left of a zero that was learned while the bar lay
  /// @param unknownZeroSdN and of one that was not
  /// @param emptySleeveKg less than an empty sleeve by so much is no load but a cell that is not connected
  record Params(double offFloorM, double gainSd, double zeroSdN, double unknownZeroSdN, double emptySleeveKg) {
    /// Gain: `bar-mechanics.md` section 8. Zeros: 0.1 kg learned, 1 kg by the temperature.
    static final Params DEFAULT = new Params(0.05, 0.0055, 1, 8, 1.5);
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
    double rightKg = sideKg(c, loads, 1, first, last);
    if (!(leftKg > -params.emptySleeveKg && rightKg > -params.emptySleeveKg)) {
      return;
    }
    rep.loadLeftKg = leftKg;
    rep.loadRightKg = rightKg;
    rep.loadTotalKg = setup.barKg() + leftKg + rightKg;
    double zeroKg = (loads.zeroKnown() ? params.zeroSdN : params.unknownZeroSdN) / setup.gravityMps2();
    double leftSdKg = Math.hypot(params.gainSd * (leftKg + setup.outboardKg()), zeroKg);
    double rightSdKg = Math.hypot(params.gainSd * (rightKg + setup.outboardKg()), zeroKg);
    rep.loadTotalSdKg = Math.hypot(leftSdKg, rightSdKg);
  }

  private double sideKg(MotionCurve c, LoadCurve loads, int side, int first, int last) {
    boolean fits = loads.known(side) && reaction.fit(c, loads, side, first, last);
    return fits ? reaction.weightN() / setup.gravityMps2() - setup.outboardKg() : Double.NaN;
  }
}
