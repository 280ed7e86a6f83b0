package io.plumbline.simulator.lifter;

import io.plumbline.simulator.physics.Disturbance;
import io.plumbline.simulator.scenario.Incident;

/// A plate is pushed on or pulled off: the sleeve is knocked, the plate seats, its mass is there. An end without plates lies on the floor: it
/// is lifted for its first plate, and let down after its last.
final class PlateMove extends Move {
  private static final double KNOCK_S = 0.03;
  private static final double LIFT_NPM = 30_000;
  private static final double LIFT_NSPM = 1500;
  private static final double SLEEVE_RADIUS_M = 0.025;
  private final Incident incident;
  private final double durationS;
  private double seatNs;
  private double pushNs;
  private boolean changed;
  private boolean bare;
  private double heightM;

  PlateMove(Incident incident, double durationS) {
    super(Stage.OTHER);
    this.incident = incident;
    this.durationS = durationS;
  }

  @Override
  void begin(Scene scene) {
    seatNs = scene.random.nextDouble(0.5, 2) * StrictMath.signum(incident.side());
    pushNs = scene.random.nextDouble(1, 3) * (scene.random.nextBoolean() ? 1 : -1);
    bare = isBare(scene);
    heightM = endM(scene);
  }

  @Override
  boolean step(Scene scene, double s) {
    Disturbance disturbance = scene.disturbance;
    disturbance.clear();
    if (!changed && s >= durationS / 2) {
      changed = true;
      double left = scene.bar.platesKg(0) + (incident.side() <= 0 ? incident.size() : 0);
      double right = scene.bar.platesKg(1) + (incident.side() >= 0 ? incident.size() : 0);
      scene.load(left, right);
      heightM = endM(scene);
    }
    double atSleeveS = 0.15 * durationS;
    disturbance.alongN = Incidents.knock(-seatNs * 2, s - atSleeveS, KNOCK_S)
        + Incidents.knock(-seatNs, s - durationS / 2, KNOCK_S);
    disturbance.shaftXM = 0.6 * StrictMath.signum(incident.side());
    disturbance.shaftForwardN = Incidents.knock(pushNs, s - atSleeveS, 2 * KNOCK_S);
    disturbance.shaftUpwardN = Incidents.knock(-Math.abs(pushNs), s - durationS / 2, KNOCK_S)
        + liftN(scene, s / durationS);
    if (s >= durationS) {
      disturbance.clear();
      return true;
    }
    return false;
  }

  private boolean isBare(Scene scene) {
    boolean left = incident.side() <= 0 && scene.bar.platesKg(0) == 0;
    boolean right = incident.side() >= 0 && scene.bar.platesKg(1) == 0;
    return scene.floorN() > 0 && (left || right);
  }

  /// Height of the shaft where the hand holds it.
  private double endM(Scene scene) {
    return scene.bar.shaftHeightM(0.6 * StrictMath.signum(incident.side()));
  }

  private double liftN(Scene scene, double share) {
    double radius = scene.scenario.bar().plateRadiusM();
    double target;
    if (bare) {
      if (share > 0.7) {
        return 0;
      }
      target = share < 0.5
          ? heightM + (radius + 0.004 - heightM) * Curves.step(share / 0.4)
          : radius - 0.004 * Curves.step((share - 0.5) / 0.2);
    } else if (changed && isBare(scene)) {
      target = heightM + (SLEEVE_RADIUS_M - heightM) * Curves.step((share - 0.5) / 0.45);
    } else {
      return 0;
    }
    // Where the hand holds it, not where the plate is: a spring to another place would stir up the shaft's own ringing.
    double handXM = scene.disturbance.shaftXM;
    return Math.max(0,
        LIFT_NPM * (target - scene.bar.shaftHeightM(handXM)) - LIFT_NSPM * scene.bar.shaftClimbMps(handXM));
  }
}
