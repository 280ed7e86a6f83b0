package io.plumbline.simulator.lifter;

/// Moves that keep the bar where it is.
final class Holds {
  private Holds() {}

  /// Hands off or relaxed, the bar lies.
  static final class Rest extends Move {
    private final double durationS;
    private double fromLean;
    private final double lean;

    /// @param lean of the trunk, rad; NaN to stay
    Rest(Stage stage, double durationS, double lean) {
      super(stage);
      this.durationS = durationS;
      this.lean = lean;
    }

    @Override
    void begin(Scene scene) {
      fromLean = scene.will.lean;
    }

    @Override
    boolean step(Scene scene, double s) {
      if (!Double.isNaN(lean)) {
        scene.will.lean = fromLean + (lean - fromLean) * Curves.step(s / Math.min(1.2, Math.max(0.1, durationS)));
      }
      return s >= durationS;
    }
  }

  /// The bar is held where the lifter wants it, on its way back a little at the top.
  static final class Hold extends Move {
    private static final double DELAY_S = 0.15;
    private static final double LEAN_S = 0.45;
    private final double durationS;
    private final double backM;
    private final double effort;
    private final double sinkM;
    private double fromY;
    private double fromZ;

    /// @param backM  how far it goes backward
    /// @param effort times the usual tremor
    /// @param sinkM  how far it sinks
    Hold(Stage stage, double durationS, double backM, double effort, double sinkM) {
      super(stage);
      this.durationS = durationS;
      this.backM = backM;
      this.effort = effort;
      this.sinkM = sinkM;
    }

    @Override
    void begin(Scene scene) {
      fromY = scene.will.y;
      fromZ = scene.will.z;
      scene.will.lagZ = 0;
      scene.will.lagVz = 0;
      scene.will.effort = effort;
    }

    @Override
    boolean step(Scene scene, double s) {
      Will will = scene.will;
      double over = Math.min(LEAN_S, Math.max(0.05, durationS - DELAY_S));
      double share = (s - DELAY_S) / over;
      scene.leaning = Curves.jerkless(share);
      will.y = fromY - backM * scene.leaning;
      will.vy = -backM * Curves.jerklessSlope(share) / over;
      double down = durationS > 0 ? s / durationS : 1;
      will.z = fromZ - sinkM * Curves.jerkless(down);
      will.vz = durationS > 0 ? -sinkM * Curves.jerklessSlope(down) / durationS : 0;
      if (s >= durationS) {
        will.effort = 1;
        will.vy = 0;
        will.vz = 0;
        return true;
      }
      return false;
    }
  }

  /// Until everything lies still.
  static final class Settle extends Move {
    private static final double STILL_MPS = 0.004;
    private static final double STILL_S = 0.15;
    private static final double LONGEST_S = 4;
    private double stillS;

    Settle(Stage stage) {
      super(stage);
    }

    @Override
    void begin(Scene scene) {
      stillS = 0;
    }

    @Override
    boolean step(Scene scene, double s) {
      scene.followUpward();
      scene.will.feedN = 0;
      boolean still = scene.floorN() > 0.8 * scene.weightN() && Math.abs(scene.bar.velocityMps(2)) < STILL_MPS
          && Math.abs(scene.bar.plateVelocityMps(0)) < STILL_MPS && Math.abs(scene.bar.plateVelocityMps(1)) < STILL_MPS;
      stillS = still ? stillS + scene.stepS : 0;
      return stillS >= STILL_S || s >= LONGEST_S;
    }
  }
}
