package io.plumbline.simulator.physics;

import io.plumbline.simulator.scenario.Bar;
import io.plumbline.simulator.scenario.Place;

/// A bar alone in the laboratory.
final class Rig {
  static final double STEP_S = 1.0 / 12_000;
  static final Place RUBBER = place(4e5, 0.35, 0.7);
  static final Place IRON = place(1.1e6, 0.25, 0.4);

  final BarDynamics bar;
  final Hands hands = new Hands();
  final Disturbance disturbance = new Disturbance();
  final Bar plan;

  Rig(Bar plan, Place place, double leftKg, double rightKg) {
    this(plan, place, leftKg, rightKg, 150_000);
  }

  Rig(Bar plan, Place place, double leftKg, double rightKg, double handStiffnessNpm) {
    this.plan = plan;
    this.bar = new BarDynamics(plan, place, handStiffnessNpm, leftKg, rightKg, false);
  }

  static Place place(double stiffnessNpm, double restitution, double friction) {
    return new Place(47, 300, 20, 0, stiffnessNpm, restitution, friction, 1);
  }

  static Bar olympicBar() {
    return olympicBar(0.029, 0.015);
  }

  static Bar olympicBar(double diameterM, double dampingRatio) {
    return new Bar(20, 6.7, diameterM, 1, dampingRatio, 0.001, 0.225, 0.28);
  }

  /// A bar whose sleeves are as heavy as if they had plates, so that nothing has play.
  static Bar heavySleeves(double sleeveKg, double dampingRatio) {
    return new Bar(6.6 + 2 * sleeveKg, sleeveKg, 0.029, 1, dampingRatio, 0, 0.225, 0.28);
  }

  /// All of it higher, as it is.
  void raise(double byM) {
    bar.position[2] += byM;
    for (Side side : bar.sides) {
      side.sleeveZ += byM;
      side.plateZ += byM;
    }
  }

  /// Hands that hold the bar where it is, springs and all.
  void hold() {
    hands.grip = 1;
    hands.holdZ = 1;
    hands.holdY = 1;
    for (int hand = 0; hand < 2; hand++) {
      hands.zM[hand] = bar.positionM(2);
      hands.yM[hand] = bar.positionM(1);
      hands.feedN[hand] = bar.massKg() * bar.gravityMps2() / 2;
    }
  }

  void evaluate() {
    bar.evaluate(hands, disturbance, STEP_S);
  }

  void step() {
    evaluate();
    bar.integrate(STEP_S);
  }

  void run(double seconds) {
    for (int i = 0; i < seconds / STEP_S; i++) {
      step();
    }
    evaluate();
  }

  /// Momentum along an axis, 1 forward, 2 up.
  double momentumNs(int axis) {
    double shaftKg = plan.massKg() - 2 * plan.outboardKg();
    double sum = shaftKg * bar.velocity[axis];
    for (Side side : bar.sides) {
      sum += side.sleeveKg * (axis == 1 ? side.sleeveVy : side.sleeveVz);
      sum += side.platesKg() * (axis == 1 ? side.plateVy : side.plateVz);
    }
    return sum;
  }

  double floorN() {
    return bar.floorN(0) + bar.floorN(1);
  }
}
