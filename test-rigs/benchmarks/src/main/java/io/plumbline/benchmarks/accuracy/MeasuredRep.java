package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepTrace;

/// What the pipeline said of a rep, kept: what it hands out is overwritten by the next one. SI; `…Sd…` is the stated standard deviation.
///
/// @param forwardAt2sM   forward travel 2 s after the lift-off, NaN where its curve does not reach so far
/// @param forwardAt2sSdM as its curve states it there
/// @param peakLessForceMps peak velocity less that by force
record MeasuredRep(double startS, double endS, RepMeasures.Outcome outcome, double meanMps, double meanSdMps,
    double peakMps, double peakSdMps, double heightM, double heightSdM, double forwardEndM, double forwardAt2sM,
    double forwardAt2sSdM,
    double forwardSdM, double loadKg, double loadSdKg, double leftKg, double rightKg,
    double differenceSdKg, double peakLessForceMps) {
  private static final double NS = 1e-9;

  static MeasuredRep of(RepMeasures rep) {
    return new MeasuredRep(rep.concentricStartNs * NS, rep.concentricEndNs * NS, rep.outcome, rep.meanConcentricMps,
        rep.meanConcentricSdMps, rep.peakConcentricMps, rep.peakConcentricSdMps, rep.rangeOfMotionM,
        rep.rangeOfMotionSdM, rep.forwardEndM, curveAt(rep.trace, rep.trace.forwardM, Truth.DRIFT_AFTER_S),
        curveAt(rep.trace, rep.trace.forwardSdM, Truth.DRIFT_AFTER_S), rep.forwardSdM, rep.loadTotalKg,
        rep.loadTotalSdKg, rep.loadLeftKg, rep.loadRightKg, rep.loadDifferenceSdKg,
        rep.peakLessForceMps);
  }

  private static double curveAt(RepTrace trace, double[] curve, double afterS) {
    for (int i = 1; i < trace.size; i++) {
      if (trace.timeS[i] >= afterS && trace.timeS[i - 1] < afterS) {
        double share = (afterS - trace.timeS[i - 1]) / (trace.timeS[i] - trace.timeS[i - 1]);
        return curve[i - 1] + share * (curve[i] - curve[i - 1]);
      }
    }
    return Double.NaN;
  }

  /// Whether it was counted.
  boolean isLifted() {
    return outcome == RepMeasures.Outcome.COMPLETED || outcome == RepMeasures.Outcome.HITCHED;
  }

}
