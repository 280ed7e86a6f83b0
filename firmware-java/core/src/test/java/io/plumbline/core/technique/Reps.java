package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepMeasures.SlackGrade;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Reps as a calm lifter makes them, with every measure and its standard deviation.
final class Reps {
  private Reps() {}

  static RepMeasures calm() {
    RepMeasures rep = new RepMeasures();
    rep.meanConcentricMps = 0.5;
    rep.meanConcentricSdMps = 0.006;
    rep.peakConcentricMps = 0.9;
    rep.peakConcentricSdMps = 0.01;
    rep.rangeOfMotionM = 0.55;
    rep.rangeOfMotionSdM = 0.004;
    rep.eccentricS = 1.3;
    rep.eccentricSdS = 0.006;
    rep.forwardKnown = true;
    rep.forwardMaxM = 0.017;
    rep.forwardMinM = -0.004;
    rep.forwardEndM = 0.002;
    rep.forwardSdM = 0.004;
    rep.loadLeftKg = 60;
    rep.loadRightKg = 60.1;
    rep.loadTotalKg = 140.1;
    rep.loadTotalSdKg = 0.15;
    rep.loadDifferenceSdKg = 0.15;
    rep.firstTenCentimetresMps = 0.42;
    rep.firstTenCentimetresSdMps = 0.01;
    rep.tensionS = 1.1;
    rep.tensionSdS = 0.01;
    rep.peakLoadingPctps = 220;
    rep.overshoot = 1.2;
    rep.slackGrade = SlackGrade.TAUT;
    rep.leftShare = 0.502;
    rep.liftOffLagS = 0.004;
    rep.peakTiltRad = Math.toRadians(0.5);
    rep.peakTiltSdRad = Math.toRadians(0.1);
    rep.peakTwistRad = Math.toRadians(-0.4);
    rep.peakTwistSdRad = Math.toRadians(0.2);
    rep.rollRad = Math.toRadians(3);
    rep.touchDownMps = 0.28;
    rep.touchDownSdMps = 0.012;
    rep.floorPauseS = 1.2;
    rep.lockoutS = 0.8;
    rep.leanBackM = 0.006;
    return rep;
  }

  static RepMeasures with(Consumer<RepMeasures> change) {
    RepMeasures rep = calm();
    change.accept(rep);
    return rep;
  }

  /// The same rep measured again: each value with an error of its stated standard deviation.
  static RepMeasures measuredAgain(RepMeasures truth, Random random) {
    RepMeasures rep = calm();
    rep.outcome = truth.outcome;
    rep.slackGrade = truth.slackGrade;
    rep.meanConcentricMps = noisy(truth, Measure.MEAN_VELOCITY, random);
    rep.rangeOfMotionM = noisy(truth, Measure.RANGE_OF_MOTION, random);
    rep.forwardMaxM = noisy(truth, Measure.FORWARD_DRIFT, random);
    rep.forwardMinM = -noisy(truth, Measure.BACKWARD_DRIFT, random);
    rep.forwardEndM = noisy(truth, Measure.FORWARD_AT_LOCKOUT, random);
    rep.tensionS = noisy(truth, Measure.TENSION_TIME, random);
    rep.peakLoadingPctps = noisy(truth, Measure.PEAK_LOADING, random);
    rep.overshoot = noisy(truth, Measure.OVERSHOOT, random);
    rep.leftShare = noisy(truth, Measure.LEFT_SHARE, random);
    rep.loadLeftKg = rep.loadRightKg + noisy(truth, Measure.PLATE_DIFFERENCE, random);
    rep.liftOffLagS = noisy(truth, Measure.LIFT_OFF_LAG, random);
    rep.peakTiltRad = noisy(truth, Measure.TILT, random);
    rep.peakTwistRad = noisy(truth, Measure.TWIST, random);
    rep.rollRad = noisy(truth, Measure.ROLL, random);
    rep.eccentricS = noisy(truth, Measure.LOWERING_TIME, random);
    rep.touchDownMps = noisy(truth, Measure.TOUCH_DOWN_VELOCITY, random);
    return rep;
  }

  private static double noisy(RepMeasures truth, Measure measure, Random random) {
    return measure.value(truth) + measure.sd(truth) * random.nextGaussian();
  }

  static List<String> rules(List<TechniqueFinding> findings) {
    return findings.stream().map(TechniqueFinding::rule).toList();
  }

  /// A baseline that has seen this rep often enough.
  static Baseline used(RepMeasures rep) {
    Baseline baseline = new Baseline();
    for (int i = 0; i < Limits.FLOOR_LIFT.fewestForBaseline(); i++) {
      baseline.learn(rep);
    }
    return baseline;
  }
}
