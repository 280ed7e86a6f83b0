package io.plumbline.simulator.run;

import io.plumbline.simulator.physics.BarDynamics;
import io.plumbline.simulator.scenario.RepPlan;

/// Gathers the figures of one rep while it happens.
final class RepFigures {
  /// Window of the loading rate, 20 ms in steps of the physics.
  private static final int RATE_STEPS = (int) (0.02 * World.STEP_RATE_HZ);
  /// A lift-off is sure when the bar has risen so far, or nothing has touched the floor for so long.
  private static final double SURE_M = 0.02;
  private static final double SURE_S = 0.4;
  private static final double PLATEAU_TOLERANCE = 0.03;
  /// So long after the lift-off the pull still belongs to it.
  private static final double BREAKING_S = 0.15;
  private static final double SHOOT_M = 0.05;

  private final RepPlan plan;
  private final int set;
  private final int number;
  private final double weightN;
  private final double restZ;
  private final double[] forces = new double[RATE_STEPS];
  private int forceCount;
  private double pullS = Double.NaN;
  private double liftOffS = Double.NaN;
  private double liftZ;
  private double liftY;
  private double liftYaw;
  private double liftRoll;
  private final double[] sideLiftS = {Double.NaN, Double.NaN};
  private final boolean[] stood = new boolean[2];
  private double topS = Double.NaN;
  private double topZ;
  private double topY;
  private double topRoll;
  private double descentS = Double.NaN;
  private double touchDownS = Double.NaN;
  private double touchDownMps = Double.NaN;
  private double impactMps2 = Double.NaN;
  private double highestZ = Double.NEGATIVE_INFINITY;
  private double highestS;
  private double peakMps = Double.NaN;
  private double driftMax;
  private double driftKnee = Double.NaN;
  private double leanBack;
  private double plateauS;
  private double peakForceN;
  private double breakingN;
  private double peakLoading;
  private double leftNs;
  private double bothNs;
  private double peakTilt;
  private double peakTwist;
  private double lumbarStart = Double.NaN;
  private double lumbarKnee = Double.NaN;
  private double lumbarPeak = Double.NaN;
  private double lumbarTop = Double.NaN;
  private double trunkLift;
  private double trunkShoot = Double.NaN;

  RepFigures(RepPlan plan, int set, int number, World world) {
    this.plan = plan;
    this.set = set;
    this.number = number;
    this.weightN = world.bar.weightN();
    this.restZ = world.bar.positionM(2);
  }

  boolean isLifted() {
    return !Double.isNaN(liftOffS);
  }

  boolean isUp() {
    return !Double.isNaN(topS);
  }

  boolean isDown() {
    return !Double.isNaN(touchDownS);
  }

  /// Whether what was taken for the lift-off may have been the plates trembling on the floor.
  boolean isBarelyLifted(World world) {
    return isLifted() && !isUp() && world.timeS() - liftOffS < SURE_S && riseM(world) < SURE_M;
  }

  /// It was no lift-off.
  void backOnFloor() {
    liftOffS = Double.NaN;
    forceCount = 0;
    highestZ = Double.NEGATIVE_INFINITY;
    peakMps = Double.NaN;
    driftMax = 0;
    leftNs = 0;
    bothNs = 0;
    peakTilt = 0;
    peakTwist = 0;
  }

  double riseM(World world) {
    return world.bar.positionM(2) - liftZ;
  }

  void liftOff(World world) {
    followSides(world);
    liftOffS = world.timeS();
    liftZ = world.bar.positionM(2);
    liftY = world.bar.positionM(1);
    liftYaw = world.bar.angleRad(2);
    liftRoll = world.bar.angleRad(0);
    lumbarStart = lumbarDeg(world);
    lumbarPeak = lumbarStart;
    trunkLift = trunkDeg(world);
  }

  void top(World world) {
    topS = world.timeS();
    topZ = world.bar.positionM(2);
    topY = world.bar.positionM(1);
    topRoll = world.bar.angleRad(0);
  }

  void descend(World world) {
    if (Double.isNaN(descentS)) {
      descentS = world.timeS();
    }
  }

  void touchDown(World world) {
    if (Double.isNaN(touchDownS)) {
      touchDownS = world.timeS();
      BarDynamics bar = world.bar;
      int side = bar.isOnFloor(0) ? 0 : 1;
      if (bar.isOnFloor(side)) {
        touchDownMps = bar.touchDownMps(side);
        impactMps2 = 0;
      }
    }
  }

  void see(World world, Phase phase) {
    BarDynamics bar = world.bar;
    switch (phase) {
      case TENSION -> tension(world);
      case ASCENT -> ascent(world);
      case LOCKOUT -> {
        leanBack = Math.max(leanBack, topY - bar.positionM(1));
        lumbarTop = least(lumbarTop, lumbarDeg(world));
      }
      case FLOOR -> {
        if (!Double.isNaN(impactMps2)) {
          impactMps2 = Math.max(impactMps2,
              Math.max(standing(bar, 0), standing(bar, 1)));
        }
      }
      default -> {
        // Nothing of a rep happens meanwhile.
      }
    }
  }

  private static double standing(BarDynamics bar, int side) {
    return bar.isOnFloor(side) ? bar.plateAccelerationMps2(side) : 0;
  }

  private void tension(World world) {
    double handN = world.hands.upwardN();
    if (!isPulled()) {
      pullS = world.timeS();
    }
    followSides(world);
    int slot = forceCount % RATE_STEPS;
    if (forceCount >= RATE_STEPS) {
      double rate = (handN - forces[slot]) / (RATE_STEPS * World.STEP_S);
      peakLoading = Math.max(peakLoading, 100 * rate / weightN);
    }
    forces[slot] = handN;
    forceCount++;
    peakForceN = Math.max(peakForceN, handN);
    breakingN = peakForceN;
    RepPlan.Slack slack = plan.slack();
    if (slack.plateauS() > 0 && Math.abs(handN / weightN - slack.plateau()) <= PLATEAU_TOLERANCE) {
      plateauS += World.STEP_S;
    }
  }

  private void followSides(World world) {
    for (int side = 0; side < 2; side++) {
      boolean stands = world.bar.floorN(side) > 0;
      if (stood[side] && !stands) {
        sideLiftS[side] = world.timeS();
      }
      stood[side] = stands;
    }
  }

  private void ascent(World world) {
    BarDynamics bar = world.bar;
    double rise = riseM(world);
    double forward = bar.positionM(1) - liftY;
    double lumbar = lumbarDeg(world);
    peakMps = Double.isNaN(peakMps) ? bar.velocityMps(2) : Math.max(peakMps, bar.velocityMps(2));
    if (Math.abs(forward) > Math.abs(driftMax)) {
      driftMax = forward;
    }
    if (bar.positionM(2) > highestZ) {
      highestZ = bar.positionM(2);
      highestS = world.timeS();
    }
    if (rise < plan.romM() / 2) {
      peakForceN = Math.max(peakForceN, world.hands.upwardN());
    } else if (Double.isNaN(driftKnee)) {
      driftKnee = forward;
      lumbarKnee = lumbar;
    }
    if (rise >= SHOOT_M && Double.isNaN(trunkShoot)) {
      trunkShoot = trunkDeg(world) - trunkLift;
    }
    if (world.timeS() < liftOffS + BREAKING_S) {
      breakingN = Math.max(breakingN, world.hands.upwardN());
    }
    lumbarPeak = Math.max(lumbarPeak, lumbar);
    leftNs += world.hands.upwardN(0) * World.STEP_S;
    bothNs += world.hands.upwardN() * World.STEP_S;
    double tilt = StrictMath.toDegrees(bar.angleRad(1));
    double twist = StrictMath.toDegrees(bar.angleRad(2) - liftYaw);
    peakTilt = Math.abs(tilt) > Math.abs(peakTilt) ? tilt : peakTilt;
    peakTwist = Math.abs(twist) > Math.abs(peakTwist) ? twist : peakTwist;
  }

  private static double least(double soFar, double value) {
    return Double.isNaN(soFar) ? value : Math.min(soFar, value);
  }

  private static double lumbarDeg(World world) {
    return StrictMath.toDegrees(world.lifter.trunk().lumbarRad());
  }

  private static double trunkDeg(World world) {
    return StrictMath.toDegrees(world.lifter.trunk().leanRad());
  }

  /// What it was, the rep being over.
  RepTruth truth(World world) {
    BarDynamics bar = world.bar;
    boolean lifted = isLifted();
    boolean completed = isUp();
    String outcome = switch (plan.outcome().kind()) {
      case COMPLETED -> "completed";
      case HITCHED -> "hitched";
      case NO_LIFT_OFF -> "no-lift-off";
      case FAILED -> "failed";
    };
    double up = completed ? topZ : highestZ;
    double upS = completed ? topS : highestS;
    double risen = lifted ? up - liftZ : Double.NaN;
    double none = Double.NaN;
    // Where the next rep follows at once, the impact is its affair as much.
    double impact = world.timeS() - touchDownS < SURE_S ? none : impactMps2;
    double whenPulled = isPulled() ? 1 : none;
    double whenLifted = lifted ? 1 : none;
    double whenCompleted = completed ? 1 : none;
    return new RepTruth(set, number, outcome, bar.massKg(), bar.platesKg(0), bar.platesKg(1),
        pullS, liftOffS, sideLiftS[1] - sideLiftS[0], topS, descentS, touchDownS, world.timeS(),
        risen, whenLifted * (up - (isPulled() ? restZ : liftZ)), risen / (upS - liftOffS), peakMps,
        whenLifted * driftMax, driftKnee, whenCompleted * (topY - liftY), whenCompleted * leanBack, liftOffS - pullS,
        whenPulled * (liftOffS - pullS < plan.slack().tensionS() / 2 ? 0 : plateauS), whenPulled * peakForceN,
        whenPulled * breakingN / weightN, whenPulled * peakLoading,
        whenLifted * leftNs / bothNs, whenLifted * peakTilt, whenLifted * peakTwist,
        whenCompleted * StrictMath.toDegrees(topRoll - liftRoll), touchDownMps, impact, lumbarStart, lumbarKnee,
        lumbarPeak, lumbarTop, trunkShoot);
  }

  private boolean isPulled() {
    return !Double.isNaN(pullS);
  }
}
