package io.plumbline.simulator.lifter;

/// Moves that take the bar from rest: hands on, tension up, tension down again.
final class Pulls {
  private Pulls() {}

  /// Bends down, closes the hands.
  static final class Grip extends Move {
    private static final double CLOSE_S = 0.4;
    private final double durationS;
    private final double leanRad;
    private double fromLean;
    private double fromGrip;

    Grip(double durationS, double leanRad) {
      super(Stage.IDLE);
      this.durationS = durationS;
      this.leanRad = leanRad;
    }

    @Override
    void begin(Scene scene) {
      fromLean = scene.will.lean;
      fromGrip = scene.will.grip;
      if (fromGrip == 0) {
        scene.takeHold();
      }
      scene.will.feedN = 0;
      scene.will.holdZ = 0;
      scene.will.holdY = 0.2;
      scene.will.offsetM = 0;
    }

    @Override
    boolean step(Scene scene, double s) {
      Will will = scene.will;
      scene.followUpward();
      will.lean = fromLean + (leanRad - fromLean) * Curves.step(s / durationS);
      will.grip = fromGrip + (1 - fromGrip) * Curves.step((s - (durationS - CLOSE_S)) / CLOSE_S);
      return s >= durationS;
    }
  }

  /// Raises the hands' force.
  private abstract static class Pull extends Move {
    private final double leftShare;
    double fromN;

    Pull(Stage stage, double leftShare) {
      super(stage);
      this.leftShare = leftShare;
    }

    @Override
    void begin(Scene scene) {
      fromN = scene.will.feedN;
      scene.will.holdY = 0.3;
      scene.will.leftShare = leftShare;
      scene.will.offsetM = (2 * leftShare - 1) * scene.scenario.bar().gripHalfWidthM();
    }
  }

  /// Raises the hands' force through the weight, steepest there, until the plates are off the floor: a bar accelerates most about its lift-off
  /// (Brown and Abani, Med. Sci. Sports Exerc. 17, 1985).
  static final class Through extends Pull {
    /// Share of the weight to which a pull goes on at the most.
    private static final double MOST = 1.2;
    private static final double TAKEN_S = 0.02;
    private final double tensionS;

    /// @param tensionS until the force is the weight
    Through(Stage stage, double tensionS, double leftShare) {
      super(stage, leftShare);
      this.tensionS = tensionS;
    }

    @Override
    boolean step(Scene scene, double s) {
      scene.followUpward();
      double weightN = scene.weightN();
      double share = 2 * Curves.step(s / (2 * tensionS));
      scene.will.feedN = Math.min(fromN + (weightN - fromN) * share, MOST * weightN);
      scene.will.grip = 1;
      boolean taken = s > TAKEN_S && scene.isLifted() && scene.bar.rackN() == 0;
      return taken || s >= 2 * tensionS;
    }
  }

  /// Raises the hands' force to a share of the weight below all of it, and holds it there.
  static final class Tension extends Pull {
    private final double tensionS;
    private final double share;
    private final double holdS;

    Tension(Stage stage, double tensionS, double share, double leftShare, double holdS) {
      super(stage, leftShare);
      this.tensionS = tensionS;
      this.share = share;
      this.holdS = holdS;
    }

    @Override
    boolean step(Scene scene, double s) {
      scene.followUpward();
      double wanted = share * scene.weightN();
      // Nobody holds a force quite still: one per cent, slower than the tremor.
      double wander = 1
          + 0.01 * StrictMath.sin(2 * StrictMath.PI * 1.3 * s) * Curves.step((s - tensionS) / 0.3);
      scene.will.feedN = (fromN + (wanted - fromN) * Curves.step(s / tensionS)) * wander;
      scene.will.grip = 1;
      return s >= tensionS + holdS;
    }
  }

  /// Lets the force go back to nothing, the bar lying on something.
  static final class Unload extends Move {
    private final double durationS;
    private final double grip;
    private final double lean;
    private double fromN;
    private double fromHold;
    private double fromGrip;
    private double fromLean;

    /// @param grip what the hands keep
    /// @param lean of the trunk at the end, rad; NaN to stay
    Unload(Stage stage, double durationS, double grip, double lean) {
      super(stage);
      this.durationS = durationS;
      this.grip = grip;
      this.lean = lean;
    }

    @Override
    void begin(Scene scene) {
      fromN = Math.max(0, scene.hands.upwardN());
      fromHold = scene.will.holdY;
      fromGrip = scene.will.grip;
      fromLean = scene.will.lean;
      scene.will.y = scene.bar.positionM(1);
      scene.will.twist = scene.bar.angleRad(2);
      scene.will.vy = 0;
      scene.will.effort = 1;
    }

    @Override
    boolean step(Scene scene, double s) {
      scene.followUpward();
      double left = 1 - Curves.step(s / durationS);
      scene.will.feedN = fromN * left;
      scene.will.holdY = 0.1 + (fromHold - 0.1) * left;
      scene.will.grip = grip + (fromGrip - grip) * left;
      if (!Double.isNaN(lean)) {
        scene.will.lean = lean + (fromLean - lean) * left;
      }
      return s >= durationS;
    }
  }
}
