package io.plumbline.simulator.lifter;

/// Shapes from 0 to 1 over a share of 0 to 1.
final class Curves {
  private Curves() {}

  /// Smooth step, slope 0 at both ends.
  static double step(double share) {
    double s = Math.clamp(share, 0, 1);
    return s * s * (3 - 2 * s);
  }

  /// Nearly straight, rounded over the first and the last quarter: the least steep of smooth steps.
  static double ramp(double share) {
    double s = Math.clamp(share, 0, 1);
    double q = 0.25;
    if (s < q) {
      return s * s / (2 * q * (1 - q));
    }
    return s < 1 - q ? (s - q / 2) / (1 - q) : 1 - (1 - s) * (1 - s) / (2 * q * (1 - q));
  }

  /// Minimum-jerk step (Flash and Hogan, J. Neurosci. 5, 1985, eq. 2): slope and curvature 0 at both ends.
  static double jerkless(double share) {
    double s = Math.clamp(share, 0, 1);
    return s * s * s * (10 + s * (-15 + 6 * s));
  }

  /// Slope of [#jerkless].
  static double jerklessSlope(double share) {
    double s = Math.clamp(share, 0, 1);
    return 30 * s * s * (1 - s) * (1 - s);
  }

  /// 0 at 0, 1 at `at`, `end` at 1, smooth.
  static double bump(double share, double at, double end) {
    return share < at ? step(share / at) : 1 + (end - 1) * step((share - at) / (1 - at));
  }
}
