package io.plumbline.core.exercise;

/// How a measure is spread over lifters: a Student t with 8 degrees of freedom, so that an unusual lifter is not impossible, and a second
/// one of the same kind where some do it otherwise.
///
/// @param mean       of most lifters
/// @param width      scale of the distribution
/// @param otherShare share of those who do it otherwise
/// @param otherMean  theirs
/// @param otherWidth theirs
record Spread(double mean, double width, double otherShare, double otherMean, double otherWidth) {
  private static final double FREEDOM = 8;
  /// Γ(4.5) / (Γ(4) √(8 π)).
  private static final double AT_MEAN = 0.386699;

  /// All lifters alike.
  static Spread of(double mean, double width) {
    return new Spread(mean, width, 0, 0, 1);
  }

  /// Most lifters, and a share of others.
  Spread or(double share, double otherwise, double widthOfThose) {
    return new Spread(mean, width, share, otherwise, widthOfThose);
  }

  /// Probability density at a value that was measured with a standard deviation.
  double density(double value, double sd) {
    double first = student(value - mean, Math.hypot(width, sd));
    return otherShare == 0
        ? first
        : (1 - otherShare) * first + otherShare * student(value - otherMean, Math.hypot(otherWidth, sd));
  }

  private static double student(double away, double scale) {
    double z = away / scale;
    return AT_MEAN / scale * Math.pow(1 + z * z / FREEDOM, -0.5 * (FREEDOM + 1));
  }
}
