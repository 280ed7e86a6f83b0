package io.plumbline.simulator.physics;

/// The energy of a bar.
final class Energy {
  private Energy() {}

  /// Kinetic energy, energy of height and of bending, J; springs of floor, bore, rack and hands not included.
  static double of(BarDynamics bar) {
    double energy = 0.5 * bar.shaftKg * (square(bar.velocity[0]) + square(bar.velocity[1]) + square(bar.velocity[2]))
        + 0.5 * bar.turnInertiaKgm2 * (square(bar.angleRate[1]) + square(bar.angleRate[2]))
        + bar.shaftKg * bar.gravityMps2() * bar.position[2];
    for (int s = 0; s < 2; s++) {
      Side side = bar.sides[s];
      energy += 0.5 * side.sleeveKg * (square(bar.velocity[0]) + square(side.sleeveVy) + square(side.sleeveVz))
          + side.sleeveKg * bar.gravityMps2() * side.sleeveZ;
      energy += 0.5 * side.platesKg() * (square(bar.velocity[0]) + square(side.plateVy) + square(side.plateVz))
          + 0.25 * side.platesKg() * square(bar.bar.plateRadiusM() * side.spin)
          + side.platesKg() * bar.gravityMps2() * side.plateZ;
      for (int axis = 0; axis < 2; axis++) {
        energy += 0.5 * bar.bend[s][axis]
            * (bar.beam().stiffnessNpm(s, 0) * bar.bend[0][axis] + bar.beam().stiffnessNpm(s, 1) * bar.bend[1][axis]);
      }
    }
    return energy;
  }

  private static double square(double value) {
    return value * value;
  }
}
