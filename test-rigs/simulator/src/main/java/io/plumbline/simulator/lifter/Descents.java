package io.plumbline.simulator.lifter;

import io.plumbline.simulator.scenario.RepPlan;

/// Moves that bring the bar down.
final class Descents {
  /// Share of the weight on the floor (or in the rack) from which on the lifter feels it stand.
  private static final double FELT = 0.1;
  private static final double LONGEST_TOUCH_S = 1.5;

  private Descents() {}

  /// Lowered by the lifter along a smooth curve that ends with the wanted speed; then on at that speed until the bar stands on something.
  static final class Lower extends Move {
    private final double durationS;
    private final double endMps;
    private final boolean ontoFloor;
    private final double landingM;
    private double fromZ;
    private double fromY;
    private double toY;
    private double wayM;
    private double endSlope;
    private double fromTilt;
    private double fromTwist;
    private double fromRoll;

    /// @param endMps    speed at the end, 0 in the air
    /// @param ontoFloor whether it ends on the floor or the rack; else at the rep's bottom in the air
    /// @param landingM  how far forward of where the rep began it comes down
    Lower(Stage stage, double durationS, double endMps, boolean ontoFloor, double landingM) {
      super(stage);
      this.durationS = durationS;
      this.endMps = endMps;
      this.ontoFloor = ontoFloor;
      this.landingM = landingM;
    }

    @Override
    void begin(Scene scene) {
      Will will = scene.will;
      fromZ = will.z;
      fromY = will.y;
      toY = scene.startY + landingM;
      wayM = Math.max(0.005, fromZ - scene.bottomZ);
      // Beyond 1.8 the curve would rise before it falls.
      endSlope = Math.min(1.8, endMps * durationS / wayM);
      fromTilt = will.tilt;
      fromTwist = will.twist;
      fromRoll = will.roll;
      will.lagZ = 0;
      will.lagVz = 0;
      will.holdZ = 1;
      will.holdY = 1;
    }

    @Override
    boolean step(Scene scene, double s) {
      Will will = scene.will;
      double t = Math.min(1, s / durationS);
      double extra = t * t * t * (-4 + t * (7 - 3 * t));
      double extraSlope = t * t * (-12 + t * (28 - 15 * t));
      double beyond = Math.max(0, s - durationS) * endMps;
      will.z = fromZ - wayM * (Curves.jerkless(t) + endSlope * extra) - beyond;
      will.vz = s < durationS ? -wayM / durationS * (Curves.jerklessSlope(t) + endSlope * extraSlope) : -endMps;
      will.y = fromY + (toY - fromY) * Curves.jerkless(t);
      will.vy = (toY - fromY) * Curves.jerklessSlope(t) / durationS;
      will.tilt = fromTilt * (1 - Curves.step(t));
      will.twist = fromTwist * (1 - Curves.step(t));
      will.roll = fromRoll + (scene.startRoll - fromRoll) * Curves.step(t);
      if (ontoFloor) {
        double standing = scene.floorN() + scene.bar.rackN();
        return standing > FELT * scene.weightN() || s > durationS + LONGEST_TOUCH_S;
      }
      return s >= durationS;
    }
  }

  /// Falls. The hands go with it, or are off it.
  static final class Fall extends Move {
    private static final double OPEN_S = 0.06;
    private static final double FOLLOWING_SHARE = 0.04;
    private static final double LONGEST_S = 2;
    private final RepPlan.Descent.Kind kind;
    private double fromN;
    private double sinceTouchS;

    Fall(RepPlan.Descent.Kind kind) {
      super(Stage.DESCENT);
      this.kind = kind;
    }

    @Override
    void begin(Scene scene) {
      fromN = Math.max(0, scene.hands.upwardN());
      sinceTouchS = 0;
      scene.will.lagZ = 0;
      scene.will.lagVz = 0;
    }

    @Override
    boolean step(Scene scene, double s) {
      Will will = scene.will;
      scene.followUpward();
      double held = 1 - Curves.step(s / OPEN_S);
      boolean released = kind == RepPlan.Descent.Kind.RELEASED;
      double least = released ? 0 : FOLLOWING_SHARE * scene.weightN();
      will.feedN = least + (fromN - least) * held;
      will.grip = released ? held : 1;
      will.holdY = released ? held : 0.15 + 0.85 * held;
      will.vy = 0;
      will.tilt = scene.bar.angleRad(1);
      sinceTouchS += scene.floorN() > 0 ? scene.stepS : 0;
      return sinceTouchS > 0.005 || s > LONGEST_S;
    }
  }
}
