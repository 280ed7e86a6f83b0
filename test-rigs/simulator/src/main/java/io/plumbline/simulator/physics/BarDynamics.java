package io.plumbline.simulator.physics;

import io.plumbline.simulator.scenario.Bar;
import io.plumbline.simulator.scenario.Place;

/// The bar as bodies and springs: a rigid shaft (the straight line through the hands) that moves and turns, a sleeve a side that hangs on it by
/// the bending of the [Beam], plates with play on the sleeves, floor and rack below, hands above. World frame: x along the bar at the start,
/// y forward, z up, the floor at 0. Orientation bar → world is Rz(yaw) Ry(tilt) Rx(roll).
///
/// Each step is [#evaluate] (accelerations of this instant), then [#integrate] (semi-implicit Euler, which keeps the energy of springs).
/// Not thread-safe; allocates only in [#load].
public final class BarDynamics {
  private static final double HAND_DAMPING = 0.5;
  /// Arms swing more easily forward than they give upward.
  private static final double ACROSS_STIFFNESS = 0.15;
  private static final double ROLL_STIFFNESS_NMPRAD = 25;
  /// Shaft and the hands that turn with it.
  private static final double ROLL_INERTIA_KGM2 = 0.004;
  /// Drag of the sleeves' bearings on the shaft.
  private static final double BEARING_NMSPRAD = 0.002;
  /// Arms pull and hardly push.
  private static final double PUSH_N = 40;
  private static final double SLIP_MPS = 0.005;
  private static final double BODY_STIFFNESS_NPM = 60_000;
  private static final double BODY_RESTITUTION = 0.1;
  /// Longest step that is foreseen.
  private static final double STABLE_S = 1.0 / 8000;

  final Bar bar;
  private final double gravityMps2;
  private final double floorFriction;
  private final double handStiffnessNpm;
  final double shaftKg;
  final double turnInertiaKgm2;
  private final Rack rack;
  private final Contact body;
  final Side[] sides;
  private Beam beam;
  private double bendDampingS;

  final double[] position = new double[3];
  final double[] velocity = new double[3];
  final double[] acceleration = new double[3];
  /// Roll, tilt, yaw, rad.
  final double[] angle = new double[3];
  final double[] angleRate = new double[3];
  final double[] angleAcceleration = new double[3];
  /// By side: {y, z} of the sleeve from where a straight bar would have it, its velocity and acceleration.
  final double[][] bend = new double[2][2];
  final double[][] bendRate = new double[2][2];
  final double[][] bendAcceleration = new double[2][2];
  /// By side: {y, z} of the sleeve on the shaft, N.
  final double[][] sideForceN = new double[2][2];
  final double[] sine = new double[3];
  final double[] cosine = new double[3];
  private final Angle[] angles = {new Angle(), new Angle(), new Angle()};
  private double forceX;
  private double forceY;
  private double forceZ;
  private double tiltMoment;
  private double yawMoment;

  /// The bar lies on the floor with these plates, or in the rack, in the middle of the world, at rest.
  ///
  /// @param racked whether it lies in the rack
  public BarDynamics(Bar bar, Place place, double handStiffnessNpm, double leftKg, double rightKg, boolean racked) {
    this.bar = bar;
    this.gravityMps2 = Gravity.at(place.latitudeDeg(), place.altitudeM());
    this.floorFriction = place.floorFriction();
    this.handStiffnessNpm = handStiffnessNpm;
    this.shaftKg = bar.massKg() - 2 * bar.outboardKg();
    this.turnInertiaKgm2 = shaftKg * 4 * Beam.COLLAR_M * Beam.COLLAR_M / 12;
    this.body = new Contact(BODY_STIFFNESS_NPM, BODY_RESTITUTION, shaftKg);
    this.rack = new Rack(racked ? place.rackHeightM() : Double.NaN, shaftKg);
    this.sides = new Side[]{new Side(bar, place), new Side(bar, place)};
    this.beam = new Beam(bar, leftKg, rightKg);
    sides[0].load(leftKg);
    sides[1].load(rightKg);
    dampAgain();
    double height = racked ? place.rackHeightM() : Math.max(sides[0].restHeightM(), sides[1].restHeightM());
    position[2] = height;
    for (int side = 0; side < 2; side++) {
      double sag = racked ? hangM(side) : 0;
      sides[side].sleeveZ = height - sag;
      sides[side].plateZ = height - sag + (racked ? -1 : 1) * bar.borePlayM() / 2;
    }
    updateAngles();
  }

  /// How far a side's load hangs down where the shaft is held: the inverse of the stiffness times both weights.
  private double hangM(int side) {
    double k00 = beam.stiffnessNpm(0, 0);
    double k11 = beam.stiffnessNpm(1, 1);
    double k01 = beam.stiffnessNpm(0, 1);
    double own = side == 0 ? k11 : k00;
    double weightN = gravityMps2 * sides[side].massKg();
    double otherN = gravityMps2 * sides[1 - side].massKg();
    return (own * weightN - k01 * otherN) / (k00 * k11 - k01 * k01);
  }

  /// Other plates, from now on.
  public void load(double leftKg, double rightKg) {
    beam = new Beam(bar, leftKg, rightKg);
    sides[0].load(leftKg);
    sides[1].load(rightKg);
    dampAgain();
  }

  /// Damping in proportion to stiffness, so that the symmetric bending mode has the bar's damping ratio.
  private void dampAgain() {
    double mass = (sides[0].massKg() + sides[1].massKg()) / 2;
    double stiffness = beam.stiffnessNpm(0, 0) + beam.stiffnessNpm(0, 1);
    double stiffest = beam.stiffnessNpm(0, 0) - beam.stiffnessNpm(0, 1);
    // More than a light, stiff shaft can bear in an explicit step would make it chatter.
    double most = 0.1 * shaftKg / (stiffest * STABLE_S);
    bendDampingS = Math.min(2 * bar.dampingRatio() * Math.sqrt(mass / stiffness), most);
  }

  /// Forces and accelerations of this instant.
  public void evaluate(Hands hands, Disturbance disturbance, double stepS) {
    updateAngles();
    forceX = disturbance.alongN;
    forceY = 0;
    forceZ = -shaftKg * gravityMps2;
    tiltMoment = 0;
    yawMoment = 0;
    pushShaft(disturbance.shaftXM, disturbance.shaftForwardN, disturbance.shaftUpwardN);
    pull(hands);
    pushShaft(0, 0, -body.step(position[2] - hands.ceilingM, velocity[2], stepS));
    rest(stepS);
    bendShaft();
    double plates = 0;
    for (int side = 0; side < 2; side++) {
      sides[side].evaluate(-sideForceN[side][0], -sideForceN[side][1], disturbance, disturbance.plateForwardN[side],
          gravityMps2, stepS);
      plates += sides[side].floorN();
    }
    double along = hands.grip * hands.holdY * ACROSS_STIFFNESS * handStiffnessNpm;
    forceX += along * (hands.xM - position[0])
        + hands.grip * damping(ACROSS_STIFFNESS * handStiffnessNpm) * (hands.xMps - velocity[0]);
    forceX -= (floorFriction * plates + 0.3 * rack.forceN()) * Side.smooth(velocity[0], SLIP_MPS);
    acceleration[0] = forceX / massKg();
    acceleration[1] = forceY / shaftKg;
    acceleration[2] = forceZ / shaftKg;
    double bearing = 0;
    for (Side side : sides) {
      double drag = side.platesKg() == 0 ? 0 : BEARING_NMSPRAD * (side.spin - angleRate[0]);
      side.brake(drag);
      bearing += drag;
    }
    double rollDamping = 2 * Math.sqrt(ROLL_STIFFNESS_NMPRAD * ROLL_INERTIA_KGM2);
    angleAcceleration[0] = (hands.grip * (ROLL_STIFFNESS_NMPRAD * (hands.rollRad - angle[0])
        + rollDamping * (hands.rollRadps - angleRate[0])) + bearing) / ROLL_INERTIA_KGM2;
    angleAcceleration[1] = tiltMoment / turnInertiaKgm2;
    angleAcceleration[2] = yawMoment / turnInertiaKgm2;
    bendAccelerations();
  }

  private void updateAngles() {
    for (int i = 0; i < 3; i++) {
      angles[i].set(angle[i]);
      sine[i] = angles[i].sine;
      cosine[i] = angles[i].cosine;
    }
  }

  /// A force on the shaft's axis at `xM`, by virtual work: what it does along each coordinate.
  private void pushShaft(double xM, double forwardN, double upwardN) {
    forceY += forwardN;
    forceZ += upwardN;
    tiltMoment -= xM * (cosine[1] * upwardN + sine[1] * sine[2] * forwardN);
    yawMoment += xM * cosine[1] * cosine[2] * forwardN;
  }

  private void pull(Hands hands) {
    double stiffness = handStiffnessNpm / 2;
    double across = ACROSS_STIFFNESS * stiffness;
    for (int hand = 0; hand < 2; hand++) {
      double xM = (hand == 0 ? -1 : 1) * bar.gripHalfWidthM() + hands.offsetM;
      double upward = hands.feedN[hand] + hands.holdZ * stiffness * (hands.zM[hand] - shaftHeightM(xM))
          + damping(handStiffnessNpm) / 2 * (hands.zMps[hand] - shaftClimbMps(xM));
      double forward = hands.pushN / 2 + hands.holdY * across * (hands.yM[hand] - forwardAt(xM))
          + damping(ACROSS_STIFFNESS * handStiffnessNpm) / 2 * (hands.yMps[hand] - advanceAt(xM));
      hands.zN[hand] = hands.grip * Math.max(-PUSH_N, upward);
      hands.yN[hand] = hands.grip * forward;
      pushShaft(xM, hands.yN[hand], hands.zN[hand]);
    }
  }

  /// Damping of both hands together for this stiffness and the load on the bar.
  private double damping(double stiffnessNpm) {
    return 2 * HAND_DAMPING * Math.sqrt(stiffnessNpm * massKg());
  }

  private void rest(double stepS) {
    for (int hook = 0; hook < 2; hook++) {
      double xM = rack.xM(hook);
      double upward = rack.upwardN(hook, forwardAt(xM), shaftHeightM(xM), shaftClimbMps(xM), stepS);
      if (upward > 0) {
        pushShaft(xM, rack.forwardN(hook, advanceAt(xM)), upward);
      }
    }
  }

  private void bendShaft() {
    for (int side = 0; side < 2; side++) {
      double xM = endXM(side);
      bend[side][0] = sides[side].sleeveY - forwardAt(xM);
      bend[side][1] = sides[side].sleeveZ - shaftHeightM(xM);
      bendRate[side][0] = sides[side].sleeveVy - advanceAt(xM);
      bendRate[side][1] = sides[side].sleeveVz - shaftClimbMps(xM);
    }
    for (int side = 0; side < 2; side++) {
      for (int axis = 0; axis < 2; axis++) {
        double force = 0;
        for (int other = 0; other < 2; other++) {
          force += beam.stiffnessNpm(side, other) * (bend[other][axis] + bendDampingS * bendRate[other][axis]);
        }
        sideForceN[side][axis] = force;
      }
      pushShaft(endXM(side), sideForceN[side][0], sideForceN[side][1]);
    }
  }

  /// The sleeves' acceleration against that of the straight line: second derivatives of x cos(tilt) sin(yaw) and −x sin(tilt).
  private void bendAccelerations() {
    double tiltRate = angleRate[1];
    double yawRate = angleRate[2];
    double across = -cosine[1] * sine[2] * (tiltRate * tiltRate + yawRate * yawRate)
        - 2 * sine[1] * cosine[2] * tiltRate * yawRate - sine[1] * sine[2] * angleAcceleration[1]
        + cosine[1] * cosine[2] * angleAcceleration[2];
    double up = sine[1] * tiltRate * tiltRate - cosine[1] * angleAcceleration[1];
    for (int side = 0; side < 2; side++) {
      double xM = endXM(side);
      bendAcceleration[side][0] = sides[side].sleeveAy - acceleration[1] - xM * across;
      bendAcceleration[side][1] = sides[side].sleeveAz - acceleration[2] - xM * up;
    }
  }

  /// Moves on by a step.
  public void integrate(double stepS) {
    for (int i = 0; i < 3; i++) {
      velocity[i] = Side.awake(velocity[i] + acceleration[i] * stepS);
      position[i] += velocity[i] * stepS;
      angleRate[i] = Side.awake(angleRate[i] + angleAcceleration[i] * stepS);
      angle[i] += angleRate[i] * stepS;
    }
    sides[0].integrate(stepS);
    sides[1].integrate(stepS);
  }

  private double endXM(int side) {
    return side == 0 ? -beam.loadXM(0) : beam.loadXM(1);
  }

  /// Of the straight line through the hands at a place, m.
  public double shaftHeightM(double xM) {
    return position[2] - xM * sine[1];
  }

  /// Upward velocity of the straight line at a place, m/s.
  public double shaftClimbMps(double xM) {
    return velocity[2] - xM * cosine[1] * angleRate[1];
  }

  private double forwardAt(double xM) {
    return position[1] + xM * cosine[1] * sine[2];
  }

  private double advanceAt(double xM) {
    return velocity[1] + xM * (cosine[1] * cosine[2] * angleRate[2] - sine[1] * sine[2] * angleRate[1]);
  }

  /// The beam with today's plates.
  public Beam beam() {
    return beam;
  }

  public double gravityMps2() {
    return gravityMps2;
  }

  /// Of bar and plates, N.
  public double weightN() {
    return massKg() * gravityMps2;
  }

  /// Force of the floor on both sides, N.
  public double floorN() {
    return sides[0].floorN() + sides[1].floorN();
  }

  /// Bar and plates.
  public double massKg() {
    return bar.massKg() + sides[0].platesKg() + sides[1].platesKg();
  }

  public double platesKg(int side) {
    return sides[side].platesKg();
  }

  /// Of the middle between the hands, m.
  public double positionM(int axis) {
    return position[axis];
  }

  public double velocityMps(int axis) {
    return velocity[axis];
  }

  public double accelerationMps2(int axis) {
    return acceleration[axis];
  }

  /// Roll 0, tilt 1 (+ right end lower), yaw 2 (+ right end forward), rad.
  public double angleRad(int index) {
    return angle[index];
  }

  /// Rate of [#angleRad], rad/s.
  public double angleRadps(int index) {
    return angleRate[index];
  }

  /// How far a side's load is above the straight line through the hands, m; negative where it hangs down.
  public double bendM(int side) {
    return bend[side][1];
  }

  /// Force of the floor on a side, N.
  public double floorN(int side) {
    return sides[side].floorN();
  }

  public boolean isOnFloor(int side) {
    return sides[side].isOnFloor();
  }

  public double rackN() {
    return rack.forceN();
  }

  public double plateVelocityMps(int side) {
    return sides[side].plateVz;
  }

  public double plateAccelerationMps2(int side) {
    return sides[side].plateAz;
  }

  public double plateHeightM(int side) {
    return sides[side].plateZ;
  }

  /// Speed at which a side's plates last met the floor, m/s.
  public double touchDownMps(int side) {
    return sides[side].touchDownMps();
  }
}
