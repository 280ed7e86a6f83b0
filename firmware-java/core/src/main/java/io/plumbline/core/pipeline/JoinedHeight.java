package io.plumbline.core.pipeline;

/// Height and upward velocity of the bar by all pods, each weighed by its variance. Mutable, allocates nothing, not thread-safe.
final class JoinedHeight {
  /// Nothing is known better, m² or (m/s)².
  private static final double LEAST_VAR = 1e-9;

  private double heightWeight;
  private double heights;
  private double velocityWeight;
  private double velocities;

  /// Begins anew; what was added before counts no more.
  void clear() {
    heightWeight = 0;
    heights = 0;
    velocityWeight = 0;
    velocities = 0;
  }

  /// Adds what a pod knows.
  void add(double heightM, double heightVar, double velocityMps, double velocityVar) {
    double h = 1 / Math.max(heightVar, LEAST_VAR);
    double v = 1 / Math.max(velocityVar, LEAST_VAR);
    heightWeight += h;
    heights += h * heightM;
    velocityWeight += v;
    velocities += v * velocityMps;
  }

  /// 0 where no pod is known.
  double heightM() {
    return heightWeight > 0 ? heights / heightWeight : 0;
  }

  double heightSdM() {
    return heightWeight > 0 ? Math.sqrt(1 / heightWeight) : 0;
  }

  /// 0 where no pod is known.
  double velocityMps() {
    return velocityWeight > 0 ? velocities / velocityWeight : 0;
  }

  double velocitySdMps() {
    return velocityWeight > 0 ? Math.sqrt(1 / velocityWeight) : 0;
  }
}
