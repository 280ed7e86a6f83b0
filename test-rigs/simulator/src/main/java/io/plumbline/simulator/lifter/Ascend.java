package io.plumbline.simulator.lifter;

import io.plumbline.simulator.scenario.RepPlan;
import org.jspecify.annotations.Nullable;

/// Drives the bar up along the rep's velocity profile, or part of the way.
final class Ascend extends Move {
  /// Part of an ascent dies away: an early peak, then slower and slower.
  private static final double DYING_PEAK = 1.9;
  private static final double DYING_AT = 0.3;
  /// A slack pull shorter than this, without a plateau, is a yank.
  private static final double CALM_S = 0.3;
  private static final double YANK_MPS = 0.6;
  private static final double YANK_S = 0.09;
  /// How long the missing weight is taken over.
  private static final double TAKE_OVER_S = 0.25;
  /// What passes of the profile before the plates are off the floor.
  private static final double BREAKING_S = 0.03;
  /// Part of the ascent over which the velocity fades with which the plates came off the floor.
  private static final double GLIDING = 0.5;
  private static final double SETTLE_S = 0.5;
  private static final double STILL_MPS = 0.01;
  /// Nobody swings a bar forward harder.
  private static final double MOST_FORWARD_MPS2 = 5;

  private final RepPlan rep;
  private final boolean fromFloor;
  private final double fromShare;
  private final double toShare;
  private @Nullable VelocityProfile profile;
  private double wayM;
  private double durationS;
  private Glide glide = Glide.NONE;
  private double fromZ;
  private double fromY;
  private double fromFeedN;
  private double fromRoll;
  private double fromTilt;
  private double fromTwist;

  /// @param fromShare of the ROM where it begins, toShare where it ends
  Ascend(Stage stage, RepPlan rep, boolean fromFloor, double fromShare, double toShare) {
    super(stage);
    this.rep = rep;
    this.fromFloor = fromFloor;
    this.fromShare = fromShare;
    this.toShare = toShare;
  }

  @Override
  void begin(Scene scene) {
    Will will = scene.will;
    fromZ = scene.bar.positionM(2);
    fromY = will.y;
    fromRoll = will.roll;
    fromTilt = fromShare == 0 ? will.tilt : 0;
    fromTwist = will.twist;
    fromFeedN = Math.max(0, scene.hands.upwardN());
    if (fromShare == 0) {
      scene.bottomZ = fromZ;
      scene.topZ = fromZ + rep.romM() + (fromFloor ? yieldM(scene) : 0);
    }
    wayM = scene.bottomZ + toShare * (scene.topZ - scene.bottomZ) - fromZ;
    durationS = wayM / rep.meanVelocityMps() + (fromFloor ? BREAKING_S : 0);
    glide = fromFloor ? new Glide(Math.max(0, scene.bar.velocityMps(2)), durationS * GLIDING) : Glide.NONE;
    boolean whole = fromShare == 0 && toShare == 1;
    RepPlan.Slack slack = rep.slack();
    double calm = slack.plateauS() > 0 ? 1 : Math.clamp(slack.tensionS() / CALM_S, 0, 1);
    double spike = fromFloor && fromShare == 0 ? (1 - calm) * YANK_MPS / rep.meanVelocityMps() : 0;
    profile = new VelocityProfile(whole ? rep.peakToMean() : DYING_PEAK, whole ? rep.peakAt() : DYING_AT,
        whole ? rep.sticking() : 0,
        rep.stickingAt(), spike, YANK_S / durationS);
    will.holdZ = 1;
    will.holdY = 1;
    will.grip = 1;
  }

  /// By how much the bar still gives before the plates are off the floor: what bends and what the floor springs back.
  private double yieldM(Scene scene) {
    double missing = Math.clamp(1 - scene.hands.upwardN() / scene.weightN(), 0, 1);
    double sideN = scene.weightN() / 2;
    double stiffness = scene.bar.beam().stiffnessNpm(0, 0) + scene.bar.beam().stiffnessNpm(0, 1);
    return missing * (sideN / stiffness + sideN / scene.scenario.place().floorStiffnessNpm());
  }

  @Override
  boolean step(Scene scene, double s) {
    VelocityProfile curve = profile;
    if (curve == null) {
      return true;
    }
    Will will = scene.will;
    // Off the floor the hand that is late begins late: none is ahead of the moment in which the plates leave.
    double lag = rep.sides().lagS();
    double waitS = fromFloor ? Math.max(0, -lag) : 0;
    double time = (s - waitS) / durationS;
    double share = curve.distance(time);
    double drivenM = glide.drivenM(wayM);
    double mean = drivenM / durationS;
    will.z = fromZ + drivenM * share + glide.wayM(s);
    will.vz = mean * curve.velocity(time) + glide.velocityMps(s);
    double late = (s - lag - waitS) / durationS;
    will.lagZ = drivenM * (share - curve.distance(late));
    will.lagVz = mean * (curve.velocity(time) - curve.velocity(late));
    double taken = Curves.step(s / TAKE_OVER_S);
    will.feedN = fromFeedN + (scene.weightN() - fromFeedN) * taken
        + scene.bar.massKg() * mean / durationS * curve.acceleration(time);
    double p = fromShare + (toShare - fromShare) * Math.clamp((will.z - fromZ) / wayM, 0, 1);
    RepPlan.Path path = rep.path();
    double before = fromShare == 0 ? 0 : drift(path, fromShare);
    double wantedY = fromY + drift(path, p) - before;
    double vy = (wantedY - will.y) / scene.stepS;
    will.pushN = Math.clamp((vy - will.vy) / scene.stepS, -MOST_FORWARD_MPS2, MOST_FORWARD_MPS2) * scene.bar.massKg();
    will.vy = vy;
    will.y = wantedY;
    double turned = Curves.step(p) - Curves.step(fromShare);
    will.roll = fromRoll + StrictMath.toRadians(rep.sides().rollDeg()) * turned;
    will.tilt = fromTilt * (1 - taken) + StrictMath.toRadians(rep.sides().tiltDeg()) * Curves.step(p);
    will.twist = fromTwist + StrictMath.toRadians(rep.sides().twistDeg()) * turned;
    double endS = durationS + Math.max(waitS, lag);
    boolean done = s >= endS;
    will.pushN = done ? 0 : will.pushN;
    return done && (Math.abs(scene.bar.velocityMps(2)) < STILL_MPS || s > endS + SETTLE_S);
  }

  private static double drift(RepPlan.Path path, double share) {
    if (path.driftM() == 0) {
      return path.topDriftM() * Curves.step(share);
    }
    return path.driftM() * Curves.bump(share, path.driftAt(), path.topDriftM() / path.driftM());
  }
}
