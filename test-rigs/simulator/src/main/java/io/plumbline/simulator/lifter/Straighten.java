package io.plumbline.simulator.lifter;

/// Sets a bar straight that came down askew, or was kicked: one end is rolled forward, the other back, and held until they stand. Nothing is done where it lies
/// straight enough.
final class Straighten extends Move {
  private static final double ASKEW_RAD = Math.toRadians(1);
  private static final double TURN_S = 1.2;
  private static final double STILL_RADPS = Math.toRadians(1);
  private static final double LONGEST_S = 5;
  private static final double CLOSE_S = 0.2;
  private static final double GRIP = 0.6;
  private static final double HOLD = 0.5;

  private double fromTwist;
  private double fromGrip;
  private double stoodS = Double.NaN;

  Straighten() {
    super(Stage.OTHER);
  }

  @Override
  void begin(Scene scene) {
    scene.takeHold();
    fromTwist = scene.will.twist;
    fromGrip = scene.will.grip;
    scene.will.feedN = 0;
  }

  @Override
  boolean step(Scene scene, double s) {
    if (Math.abs(fromTwist) < ASKEW_RAD) {
      return true;
    }
    Will will = scene.will;
    scene.followUpward();
    will.holdY = HOLD;
    will.twist = fromTwist * (1 - Curves.jerkless(s / TURN_S));
    will.roll = scene.bar.angleRad(0);
    boolean stands = s > TURN_S && Math.abs(scene.bar.angleRadps(2)) < STILL_RADPS
        && Math.abs(scene.bar.angleRad(2)) < ASKEW_RAD;
    if (Double.isNaN(stoodS) && (stands || s > LONGEST_S)) {
      stoodS = s;
    }
    double open = Double.isNaN(stoodS) ? 0 : Curves.step((s - stoodS) / CLOSE_S);
    will.grip = fromGrip + (GRIP - fromGrip) * Curves.step(s / CLOSE_S) * (1 - open);
    return open == 1;
  }
}
