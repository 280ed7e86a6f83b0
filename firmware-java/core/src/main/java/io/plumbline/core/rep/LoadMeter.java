package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;

/// Weighs what hangs on the bar: mass from force and acceleration, P = m (g + a), by least squares while the bar hangs and hardly accelerates,
/// from off the floor to the end of the lockout. The ringing of the bar averages out. Not thread-safe.
final class LoadMeter {
  /// Tuning.
  ///
  /// @param quietMps2     acceleration up to which an instant counts
  /// @param roughMps2     the same where too few are quiet
  /// @param offFloorM     height above the start from which the bar surely hangs
  /// @param fewest        instants needed
  /// @param gainSd        share of a side's force by which a cell's gain may be wrong, gravity's part of 0.15 % included
  /// @param zeroSdN       what is left of a zero that was learned while the bar lay
  /// @param unknownZeroSdN and of one that was not
  /// @param emptySleeveKg less than an empty sleeve by so much is no load but a cell that is not connected
  record Params(double quietMps2, double roughMps2, double offFloorM, int fewest, double gainSd, double zeroSdN,
      double unknownZeroSdN, double emptySleeveKg) {
    /// Gain: `bar-mechanics.md` section 8. Zeros: 0.1 kg learned, 1 kg by the temperature.
    static final Params DEFAULT = new Params(2, 5, 0.05, 10, 0.0055, 1, 8, 1.5);
  }

  private final Params params;
  private final BarSetup setup;
  private final double[] sums = new double[3];

  LoadMeter(Params params, BarSetup setup) {
    this.params = params;
    this.setup = setup;
  }

  void measure(MotionCurve c, LoadCurve loads, RepSpan span, RepMeasures rep) {
    int last = span.downAfter() ? span.down : span.end;
    int n = weigh(c, loads, span.start, last, params.quietMps2);
    if (n < params.fewest) {
      n = weigh(c, loads, span.start, last, params.roughMps2);
    }
    double leftKg = sums[1] / sums[0] - setup.outboardKg();
    double rightKg = sums[2] / sums[0] - setup.outboardKg();
    boolean weighed = n > 0 && leftKg > -params.emptySleeveKg && rightKg > -params.emptySleeveKg;
    rep.loadLeftKg = weighed ? leftKg : Double.NaN;
    rep.loadRightKg = weighed ? rightKg : Double.NaN;
    rep.loadTotalKg = weighed ? setup.barKg() + leftKg + rightKg : Double.NaN;
    double zeroKg = (loads.zeroKnown() ? params.zeroSdN : params.unknownZeroSdN) / setup.gravityMps2();
    double leftSdKg = Math.hypot(params.gainSd * (leftKg + setup.outboardKg()), zeroKg);
    double rightSdKg = Math.hypot(params.gainSd * (rightKg + setup.outboardKg()), zeroKg);
    rep.loadTotalSdKg = weighed ? Math.hypot(leftSdKg, rightSdKg) : Double.NaN;
  }

  private int weigh(MotionCurve c, LoadCurve loads, int first, int last, double mostMps2) {
    sums[0] = 0;
    sums[1] = 0;
    sums[2] = 0;
    int n = 0;
    for (int i = first; i <= last; i++) {
      double left = loads.pullN(0, i);
      double right = loads.pullN(1, i);
      boolean hangs = c.heightM(i) - c.heightM(first) > params.offFloorM;
      if (Double.isNaN(left + right) || !hangs || Math.abs(c.accelMps2(i)) > mostMps2) {
        continue;
      }
      double specific = setup.gravityMps2() + c.accelMps2(i);
      sums[0] += specific * specific;
      sums[1] += left * specific;
      sums[2] += right * specific;
      n++;
    }
    return n;
  }
}
