package io.plumbline.simulator.physics;

import io.plumbline.simulator.scenario.Bar;
import io.plumbline.simulator.scenario.Place;

/// Sleeve and plates of one side: two bodies with play between them, one of which may stand on the floor. The plates are one disc that turns
/// freely on the sleeve. y and z in the world frame, m.
final class Side {
  private static final double BORE_STIFFNESS_NPM = 4e6;
  private static final double BORE_RESTITUTION = 0.3;
  /// A plate that swings in its bore is slowed by rubbing: share of critical damping.
  private static final double BORE_RUBBING = 0.7;
  private static final double SLEEVE_RADIUS_M = 0.025;
  /// Coulomb friction is smoothed over this speed.
  private static final double SLIP_MPS = 0.01;
  private static final double ROLLING_RESISTANCE = 0.008;
  private static final double SLOW_RADPS = 0.02;

  final double sleeveKg;
  private final double playM;
  private final double plateRadiusM;
  private final double friction;
  private final Contact floor;
  private final Contact bore;
  private double platesKg;

  double sleeveY;
  double sleeveZ;
  double sleeveVy;
  double sleeveVz;
  double sleeveAy;
  double sleeveAz;
  double plateY;
  double plateZ;
  double plateVy;
  double plateVz;
  double plateAy;
  double plateAz;
  /// Rate of turn of the plates about +x, rad/s.
  double spin;
  private double spinAcceleration;
  private double floorN;

  Side(Bar bar, Place place) {
    this.sleeveKg = bar.outboardKg();
    this.playM = bar.borePlayM() / 2;
    this.plateRadiusM = bar.plateRadiusM();
    this.friction = place.floorFriction();
    this.floor = new Contact(place.floorStiffnessNpm(), place.floorRestitution(), sleeveKg);
    this.bore = new Contact(BORE_STIFFNESS_NPM, BORE_RESTITUTION, sleeveKg);
  }

  void load(double newPlatesKg) {
    if (platesKg == 0) {
      plateY = sleeveY;
      plateZ = sleeveZ;
      plateVy = sleeveVy;
      plateVz = sleeveVz;
    }
    platesKg = newPlatesKg;
    floor.setLightest(platesKg == 0 ? sleeveKg : platesKg);
    bore.setLightest(Math.min(sleeveKg, platesKg));
  }

  double platesKg() {
    return platesKg;
  }

  double massKg() {
    return sleeveKg + platesKg;
  }

  /// Distance of the sleeve's centre from the floor where it rests, the floor's give left out.
  double restHeightM() {
    return platesKg == 0 ? SLEEVE_RADIUS_M : plateRadiusM - playM;
  }

  /// Accelerations from the force of the shaft on the sleeve and what acts from outside.
  void evaluate(double shaftYn, double shaftZn, Disturbance disturbance, double pushN, double gravityMps2,
      double stepS) {
    double sleeveYn = shaftYn;
    double sleeveZn = shaftZn;
    if (platesKg == 0) {
      floorN = floor.step(SLEEVE_RADIUS_M - sleeveZ + disturbance.floorM, disturbance.floorMps - sleeveVz, stepS);
      double rubN = -friction * floorN * smooth(sleeveVy, SLIP_MPS);
      sleeveAy = (sleeveYn + rubN + pushN) / sleeveKg;
      sleeveAz = (sleeveZn + floorN) / sleeveKg - gravityMps2;
      plateAy = sleeveAy;
      plateAz = sleeveAz;
      return;
    }
    double dy = sleeveY - plateY;
    double dz = sleeveZ - plateZ;
    double distance = Math.sqrt(dy * dy + dz * dz);
    double vy = sleeveVy - plateVy;
    double vz = sleeveVz - plateVz;
    double plateYn = pushN;
    double plateZn = 0;
    if (distance > 0) {
      double ny = dy / distance;
      double nz = dz / distance;
      double boreN = bore.step(distance - playM, vy * ny + vz * nz, stepS);
      // Along the bore's wall the sleeve rolls and rubs: damping of the pendulum that the plate is.
      double alongMps = -vy * nz + vz * ny;
      double rub = boreN == 0 ? 0 : 2 * BORE_RUBBING * Math.sqrt(platesKg * boreN / Math.max(playM, 1e-4));
      double rubN = Math.max(-0.5 * boreN, Math.min(0.5 * boreN, rub * alongMps));
      plateYn += boreN * ny - rubN * nz;
      plateZn += boreN * nz + rubN * ny;
      sleeveYn -= boreN * ny - rubN * nz;
      sleeveZn -= boreN * nz + rubN * ny;
    }
    floorN = floor.step(plateRadiusM - plateZ + disturbance.floorM, disturbance.floorMps - plateVz, stepS);
    double slipMps = plateVy + spin * plateRadiusM;
    double rubN = -friction * floorN * smooth(slipMps, SLIP_MPS);
    double inertia = platesKg * plateRadiusM * plateRadiusM / 2;
    double rolling = ROLLING_RESISTANCE * plateRadiusM * floorN * smooth(spin, SLOW_RADPS);
    spinAcceleration = (plateRadiusM * rubN - rolling) / inertia;
    plateAy = (plateYn + rubN) / platesKg;
    plateAz = (plateZn + floorN) / platesKg - gravityMps2;
    sleeveAy = sleeveYn / sleeveKg;
    sleeveAz = sleeveZn / sleeveKg - gravityMps2;
  }

  /// The shaft's drag on the discs, after [#evaluate].
  void brake(double momentNm) {
    if (platesKg > 0) {
      spinAcceleration -= momentNm / (platesKg * plateRadiusM * plateRadiusM / 2);
    }
  }

  void integrate(double stepS) {
    sleeveVy = awake(sleeveVy + sleeveAy * stepS);
    sleeveVz = awake(sleeveVz + sleeveAz * stepS);
    sleeveY += sleeveVy * stepS;
    sleeveZ += sleeveVz * stepS;
    if (platesKg == 0) {
      plateY = sleeveY;
      plateZ = sleeveZ;
      plateVy = sleeveVy;
      plateVz = sleeveVz;
      return;
    }
    plateVy = awake(plateVy + plateAy * stepS);
    plateVz = awake(plateVz + plateAz * stepS);
    plateY += plateVy * stepS;
    plateZ += plateVz * stepS;
    spin = awake(spin + spinAcceleration * stepS);
  }

  /// The value, or 0 where it has died away so far that the processor would count it out bit by bit.
  static double awake(double value) {
    return Math.abs(value) < 1e-60 ? 0 : value;
  }

  /// −1 to 1, odd, without a kink.
  static double smooth(double value, double scale) {
    return value / Math.sqrt(value * value + scale * scale);
  }

  double floorN() {
    return floorN;
  }

  boolean isOnFloor() {
    return floor.isTouching();
  }

  /// Speed of the last touch-down.
  double touchDownMps() {
    return floor.firstMps();
  }
}
