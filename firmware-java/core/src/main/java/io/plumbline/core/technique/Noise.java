package io.plumbline.core.technique;

/// How large a difference must be before it is one.
final class Noise {
  private static final double CERTAIN_SDS = 1.96;

  private Noise() {}

  /// The minimal detectable change of a measure with this standard deviation: 1.96 √2 SD (Weir, J Strength Cond Res 19 (2005) 231, eq. 6).
  static double leastChange(double sd) {
    return leastChange(sd, sd);
  }

  /// The same for a difference of two values, each with its own standard deviation.
  static double leastChange(double sd, double otherSd) {
    return CERTAIN_SDS * Math.hypot(sd, otherSd);
  }
}
