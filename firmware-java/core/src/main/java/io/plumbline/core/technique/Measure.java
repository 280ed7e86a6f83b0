package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A measure of a rep that technique is judged by, with its error. Values are NaN where the rep has none. Immutable.
@SuppressWarnings("ImmutableEnumChecker") // its functions have no state
public enum Measure {
  /// Of the concentric phase.
  MEAN_VELOCITY("mean-velocity", Form.SPEED, 0.05, rep -> rep.meanConcentricMps, rep -> rep.meanConcentricSdMps),
  /// Of the concentric phase.
  PEAK_VELOCITY("peak-velocity", Form.SPEED, 0.08, rep -> rep.peakConcentricMps, rep -> rep.peakConcentricSdMps),
  /// Mean through the first 10 cm.
  FIRST_TEN_CENTIMETRES("first-ten-centimetres-velocity", Form.SPEED, 0.05, rep -> rep.firstTenCentimetresMps,
      rep -> rep.firstTenCentimetresSdMps),
  /// Height gained.
  RANGE_OF_MOTION("range-of-motion", Form.LENGTH, 0.015, rep -> rep.rangeOfMotionM, rep -> rep.rangeOfMotionSdM),
  /// Farthest travel away from the lifter.
  FORWARD_DRIFT("forward-drift", Form.LENGTH, 0.008, rep -> facing(rep, rep.forwardMaxM), rep -> rep.forwardSdM),
  /// Farthest travel towards the lifter.
  BACKWARD_DRIFT("backward-drift", Form.LENGTH, 0.008, rep -> facing(rep, -rep.forwardMinM), rep -> rep.forwardSdM),
  /// Forward travel that is left at the top.
  FORWARD_AT_LOCKOUT("forward-at-lockout", Form.LENGTH, 0.008, rep -> facing(rep, rep.forwardEndM),
      rep -> rep.forwardSdM),
  /// First pull to lift-off.
  TENSION_TIME("tension-time", Form.TIME, 0.15, rep -> rep.tensionS, rep -> rep.tensionSdS),
  /// Steepest rise of force before the lift-off.
  PEAK_LOADING("peak-loading", Form.LOADING, 60, rep -> rep.peakLoadingPctps, rep -> 0.05 * rep.peakLoadingPctps),
  /// Largest force around the lift-off over the weight.
  OVERSHOOT("overshoot", Form.RATIO, 0.05, rep -> rep.overshoot, rep -> 0.02),
  /// Left side's share of the impulse.
  LEFT_SHARE("left-share", Form.SHARE, 0.01, rep -> rep.leftShare, rep -> 0.003),
  /// Left plates less right plates.
  PLATE_DIFFERENCE("plate-difference", Form.MASS, 0.2, rep -> rep.loadLeftKg - rep.loadRightKg,
      rep -> Math.max(0.15, rep.loadDifferenceSdKg)),
  /// Right plates' lift-off less that of the left ones.
  LIFT_OFF_LAG("lift-off-lag", Form.TIME, 0.015, rep -> rep.liftOffLagS, rep -> 0.03),
  /// + right hand lower.
  TILT("tilt", Form.ANGLE, 0.009, rep -> rep.peakTiltRad, rep -> rep.peakTiltSdRad),
  /// + right hand forward.
  TWIST("twist", Form.ANGLE, 0.012, rep -> rep.peakTwistRad, rep -> rep.peakTwistSdRad),
  /// Of the shaft in the hands.
  ROLL("roll", Form.ANGLE, 0.07, rep -> rep.rollRad, rep -> 0.01),
  /// Duration of the way down.
  LOWERING_TIME("lowering-time", Form.TIME, 0.2, rep -> rep.eccentricS > 0 ? rep.eccentricS : Double.NaN, rep -> rep.eccentricSdS),
  /// Speed of the plates as they met the floor.
  TOUCH_DOWN_VELOCITY("touch-down-velocity", Form.SPEED, 0.1, rep -> rep.touchDownMps, rep -> rep.touchDownSdMps),
  /// Time on the floor after the rep.
  FLOOR_PAUSE("floor-pause", Form.TIME, 0.5, rep -> rep.floorPauseS, rep -> 0.02),
  /// Backward travel after the top.
  LEAN_BACK("lean-back", Form.LENGTH, 0.008, rep -> rep.leanBackM, rep -> rep.forwardSdM);

  /// Unit of a measure, and how people read it.
  enum Form {
    SPEED("m/s", 1, "%.2f m/s", 1),
    LENGTH("m", 1, "%.1f cm", 100),
    TIME("s", 1, "%.2f s", 1),
    LOADING("%/s", 1, "%.0f %%/s", 1),
    RATIO("1", 1, "%.2f", 1),
    SHARE("%", 100, "%.1f %%", 100),
    MASS("kg", 1, "%.1f kg", 1),
    ANGLE("rad", 1, "%.1f°", Math.toDegrees(1));

    private final String unit;
    private final double unitFactor;
    private final String format;
    private final double shownFactor;

    Form(String unit, double unitFactor, String format, double shownFactor) {
      this.unit = unit;
      this.unitFactor = unitFactor;
      this.format = format;
      this.shownFactor = shownFactor;
    }
  }

  private final String id;
  private final Form form;
  private final double usualSpread;
  private final ToDoubleFunction<RepMeasures> value;
  private final ToDoubleFunction<RepMeasures> sd;

  Measure(String id, Form form, double usualSpread, ToDoubleFunction<RepMeasures> value,
      ToDoubleFunction<RepMeasures> sd) {
    this.id = id;
    this.form = form;
    this.usualSpread = usualSpread;
    this.value = value;
    this.sd = sd;
  }

  private static double facing(RepMeasures rep, double forwardM) {
    return rep.forwardKnown ? forwardM : Double.NaN;
  }

  /// Lower-case words joined by hyphens.
  public String id() {
    return id;
  }

  /// The measure with this id, empty where there is none.
  public static Optional<Measure> fromId(String id) {
    return Arrays.stream(values()).filter(measure -> measure.id.equals(id)).findFirst();
  }

  /// Unit in which [#inUnit] gives a value.
  public String unit() {
    return form.unit;
  }

  /// A value as told, in [#unit].
  public double inUnit(double given) {
    return given * form.unitFactor;
  }

  /// A value as people read it.
  String shown(double given) {
    return Words.number(form.format, given * form.shownFactor);
  }

  /// How much a practised lifter's reps differ, 1 sigma: where a baseline begins.
  double usualSpread() {
    return usualSpread;
  }

  /// NaN where the rep has none.
  public double value(RepMeasures rep) {
    return value.applyAsDouble(rep);
  }

  /// Standard deviation of the value (1 sigma): the rep's own, or what the measurement is known for where the rep tells none.
  public double sd(RepMeasures rep) {
    double own = sd.applyAsDouble(rep);
    return own >= 0 ? own : 0.5 * usualSpread;
  }
}
