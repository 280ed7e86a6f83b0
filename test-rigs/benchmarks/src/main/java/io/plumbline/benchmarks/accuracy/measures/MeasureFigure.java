package io.plumbline.benchmarks.accuracy.measures;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.simulator.run.RepTruth;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/// One measure of a rep beside the truth of it.
///
/// @param name  with its unit
/// @param error measured less true, NaN where one of them is not known
/// @param sd    the standard deviation that the firmware gives, NaN where it gives none
record MeasureFigure(String name, ToDoubleBiFunction<RepMeasures, RepTruth> error, ToDoubleFunction<RepMeasures> sd) {
  private static final double MILLI = 1e3;
  private static final double PERCENT = 100;

  private static MeasureFigure of(String name, double scale, ToDoubleFunction<RepMeasures> measured,
      ToDoubleFunction<RepTruth> truth, ToDoubleFunction<RepMeasures> sd) {
    return new MeasureFigure(name, (m, t) -> scale * (measured.applyAsDouble(m) - truth.applyAsDouble(t)),
        m -> scale * sd.applyAsDouble(m));
  }

  private static MeasureFigure of(String name, double scale, ToDoubleFunction<RepMeasures> measured,
      ToDoubleFunction<RepTruth> truth) {
    return of(name, scale, measured, truth, m -> Double.NaN);
  }

  /// All that have a truth.
  static final List<MeasureFigure> ALL = List.of(
      of("lift-off, ms", MILLI, m -> m.concentricStartNs * 1e-9, RepTruth::liftOffS, m -> m.concentricSdS),
      of("top, ms", MILLI, m -> m.concentricEndNs * 1e-9, RepTruth::topS),
      of("descent begins, ms", MILLI, m -> m.eccentricStartNs == 0 ? Double.NaN : m.eccentricStartNs * 1e-9,
          RepTruth::descentS),
      of("touch-down, ms", MILLI, m -> m.touchDownNs == 0 ? Double.NaN : m.touchDownNs * 1e-9,
          RepTruth::touchDownS),
      of("lift-off lag, ms", MILLI, m -> m.liftOffLagS, RepTruth::liftOffLagS),
      of("mean velocity, mm/s", MILLI, m -> m.meanConcentricMps, RepTruth::meanVelocityMps,
          m -> m.meanConcentricSdMps),
      of("peak velocity, mm/s", MILLI, m -> m.peakConcentricMps, RepTruth::peakVelocityMps,
          m -> m.peakConcentricSdMps),
      of("range of motion, mm", MILLI, m -> m.rangeOfMotionM, RepTruth::romM, m -> m.rangeOfMotionSdM),
      of("load, kg", 1, m -> m.loadTotalKg, RepTruth::loadKg, m -> m.loadTotalSdKg),
      new MeasureFigure("load, %", (m, t) -> PERCENT * (m.loadTotalKg / t.loadKg() - 1), m -> Double.NaN),
      of("left plates, kg", 1, m -> m.loadLeftKg, RepTruth::leftKg),
      of("right less left, kg", 1, m -> m.loadRightKg - m.loadLeftKg, t -> t.rightKg() - t.leftKg()),
      of("tension time, ms", MILLI, m -> m.tensionS, RepTruth::tensionS, m -> m.tensionSdS),
      of("plateau, ms", MILLI, m -> m.plateauS, RepTruth::plateauS),
      of("peak loading, %/s", 1, m -> m.peakLoadingPctps, RepTruth::peakLoadingPctps),
      of("overshoot, %", 100, m -> m.overshoot, RepTruth::overshoot),
      of("peak force, N", 1, m -> m.peakForceN, RepTruth::peakForceN),
      of("forward at the knee, mm", MILLI, m -> m.forwardKneeM, RepTruth::driftKneeM, m -> m.forwardSdM),
      of("forward at the top, mm", MILLI, m -> m.forwardEndM, RepTruth::driftTopM, m -> m.forwardSdM),
      of("lean-back, mm", MILLI, m -> m.leanBackM, RepTruth::leanBackM),
      of("left share, %", 100, m -> m.leftShare, RepTruth::leftShare),
      of("peak tilt, °", 1, m -> Math.toDegrees(m.peakTiltRad), RepTruth::peakTiltDeg,
          m -> Math.toDegrees(m.peakTiltSdRad)),
      of("peak twist, °", 1, m -> Math.toDegrees(m.peakTwistRad), RepTruth::peakTwistDeg,
          m -> Math.toDegrees(m.peakTwistSdRad)),
      of("roll, °", 1, m -> Math.toDegrees(m.rollRad), RepTruth::rollDeg),
      of("touch-down speed, mm/s", MILLI, m -> m.touchDownMps, RepTruth::touchDownMps, m -> m.touchDownSdMps),
      of("impact, m/s²", 1, m -> m.impactPeakMps2, RepTruth::impactPeakMps2));
}
