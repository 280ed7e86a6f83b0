package io.plumbline.simulator.lifter;

/// Brings the bar up by a little, as it is taken off the floor or out of the rack: no rep.
final class Rise extends Move {
  private final double wayM;
  private final double durationS;
  private Glide glide = Glide.NONE;
  private double fromZ;
  private double fromN;
  private final double toLean;
  private double fromLean;

  /// @param toLean of the trunk at the end, rad
  Rise(double wayM, double durationS, double toLean) {
    super(Stage.OTHER);
    this.wayM = wayM;
    this.durationS = durationS;
    this.toLean = toLean;
  }

  @Override
  void begin(Scene scene) {
    fromZ = scene.bar.positionM(2);
    glide = new Glide(Math.max(0, scene.bar.velocityMps(2)), durationS);
    fromN = Math.max(0, scene.hands.upwardN());
    fromLean = scene.will.lean;
    scene.will.holdZ = 1;
    scene.will.holdY = 1;
    scene.will.grip = 1;
    scene.will.twist = scene.bar.angleRad(2);
  }

  @Override
  boolean step(Scene scene, double s) {
    Will will = scene.will;
    double share = s / durationS;
    double drivenM = glide.drivenM(wayM);
    will.z = fromZ + drivenM * Curves.jerkless(share) + glide.wayM(s);
    will.vz = drivenM * Curves.jerklessSlope(share) / durationS + glide.velocityMps(s);
    will.feedN = fromN + (scene.weightN() - fromN) * Curves.step(s / 0.15);
    will.tilt *= 1 - Math.min(1, 4 * scene.stepS);
    will.lean = fromLean + (toLean - fromLean) * Curves.step(share);
    return s >= durationS;
  }

  /// The rest of the way to the rep's top.
  static final class Rest extends Move {
    private final double durationS;
    private double fromZ;
    private double wayM;

    Rest(double durationS) {
      super(Stage.OTHER);
      this.durationS = durationS;
    }

    @Override
    void begin(Scene scene) {
      fromZ = scene.will.z;
      wayM = scene.topZ - fromZ;
    }

    @Override
    boolean step(Scene scene, double s) {
      double share = s / durationS;
      scene.will.z = fromZ + wayM * Curves.jerkless(share);
      scene.will.vz = wayM * Curves.jerklessSlope(share) / durationS;
      return s >= durationS + 0.3;
    }
  }
}
