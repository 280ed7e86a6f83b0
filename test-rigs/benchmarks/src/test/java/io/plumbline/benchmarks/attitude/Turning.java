package io.plumbline.benchmarks.attitude;

/// Samples of a sensor that turns at a constant rate about a fixed axis, and the exact way up, by Rodrigues' formula.
final class Turning {
  static final double G = 9.80665;

  private final double[] rateRadps;
  private final double periodS;

  Turning(double[] rateRadps, double periodS) {
    this.rateRadps = rateRadps;
    this.periodS = periodS;
  }

  /// World up as seen from the sensor after a time; it began level.
  double[] upAt(double timeS) {
    double norm = Math.sqrt(rateRadps[0] * rateRadps[0] + rateRadps[1] * rateRadps[1] + rateRadps[2] * rateRadps[2]);
    // Seen from the sensor the world turns the other way.
    double angle = -norm * timeS;
    double[] k = {rateRadps[0] / norm, rateRadps[1] / norm, rateRadps[2] / norm};
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[]{k[1] * s + k[0] * k[2] * (1 - c), -k[0] * s + k[1] * k[2] * (1 - c), c + k[2] * k[2] * (1 - c)};
  }

  /// Plays it to a filter from the start.
  ///
  /// @param biasRadps added to what the gyro says, three axes
  void play(InclinationFilter filter, double untilS, double[] biasRadps) {
    filter.begin(0, 0, G);
    long samples = Math.round(untilS / periodS);
    for (long i = 1; i <= samples; i++) {
      double[] up = upAt(i * periodS);
      filter.update(rateRadps[0] + biasRadps[0], rateRadps[1] + biasRadps[1], rateRadps[2] + biasRadps[2], G * up[0],
          G * up[1], G * up[2], periodS);
    }
  }

  /// Degrees between a filter's up and the exact one.
  double errorDeg(InclinationFilter filter, double timeS) {
    double[] up = new double[3];
    filter.upInSensor(up);
    double[] exact = upAt(timeS);
    double cosine = up[0] * exact[0] + up[1] * exact[1] + up[2] * exact[2];
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }
}
