package io.plumbline.simulator.sensor;

/// First-order Gauss–Markov process: an offset that wanders around 0 with a standard deviation and a correlation time.
final class Wander {
  private final double keep;
  private final double kick;
  private final RandomStream random;
  private double value;

  /// @param sd           standard deviation, in the unit of the value
  /// @param correlationS time after which e⁻¹ of a value is left; 0 for white
  Wander(double sd, double correlationS, double stepS, RandomStream random) {
    keep = correlationS > 0 ? StrictMath.exp(-stepS / correlationS) : 0;
    kick = sd * Math.sqrt(1 - keep * keep);
    this.random = random;
    value = sd * random.gaussian();
  }

  double next() {
    value = keep * value + kick * random.gaussian();
    return value;
  }
}
