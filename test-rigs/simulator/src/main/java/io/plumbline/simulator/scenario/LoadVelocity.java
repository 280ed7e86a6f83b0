package io.plumbline.simulator.scenario;

/// How fast a rested lifter moves a load, mean of the ascent, by its share of the one-rep maximum. Straight lines between published points.
final class LoadVelocity {
  private static final double[] SHARES = {0.3, 0.6, 0.8, 0.9, 1.0, 1.1};

  // Project's own table, domain.md section 5: 0.81, 0.56, 0.44, 0.14 to 0.33 m/s.
  private static final double[] DEADLIFT = {1.15, 0.81, 0.56, 0.44, 0.22, 0.14};
  // Full squat: 0.0132 m/s for each per cent and 0.29 m/s at the maximum (Conceição and others, J Sports Sci 34 (2016) 1099; Sánchez-Medina and
  // others, Sports Med Int Open 1 (2017) E80: 0.32 m/s).
  private static final double[] SQUAT = {1.22, 0.83, 0.56, 0.43, 0.30, 0.20};
  // González-Badillo and Sánchez-Medina, Int J Sports Med 31 (2010) 347: 0.16 m/s at the maximum, 0.5 m/s from 60 to 85 %.
  private static final double[] BENCH_PRESS = {1.28, 0.78, 0.47, 0.32, 0.16, 0.10};
  // Prone bench pull, Sánchez-Medina and others, Int J Sports Med 35 (2014) 209: much faster than the bench press near the maximum, 0.5 m/s at it.
  private static final double[] ROW = {1.30, 0.96, 0.74, 0.62, 0.50, 0.40};
  // Hernández-Belmonte and others, Biol Sport 38 (2021) 235: about 0.19 m/s at the maximum, 0.7 m/s on the average of 30 to 100 %.
  private static final double[] OVERHEAD_PRESS = {1.18, 0.76, 0.48, 0.33, 0.19, 0.10};
  // No published line; the hinge is done on purpose slower than the lift it resembles.
  private static final double HINGE_FACTOR = 0.85;
  // Nor is there one for a good morning, which nobody does fast: the trunk turns by 75°.
  private static final double SLOW_HINGE_FACTOR = 0.65;

  private LoadVelocity() {}

  /// Mean velocity, m/s.
  ///
  /// @param share load over one-rep maximum
  static double mean(Exercise exercise, double share) {
    return switch (exercise) {
      case DEADLIFT_CONVENTIONAL, DEADLIFT_SUMO, DEADLIFT_TRAP_BAR -> at(DEADLIFT, share);
      case ROMANIAN_DEADLIFT -> HINGE_FACTOR * at(DEADLIFT, share);
      case SQUAT -> at(SQUAT, share);
      case GOOD_MORNING -> SLOW_HINGE_FACTOR * at(SQUAT, share);
      case BENCH_PRESS -> at(BENCH_PRESS, share);
      case ROW -> at(ROW, share);
      case OVERHEAD_PRESS -> at(OVERHEAD_PRESS, share);
    };
  }

  private static double at(double[] line, double share) {
    double x = Math.clamp(share, SHARES[0], SHARES[SHARES.length - 1]);
    int i = 1;
    while (SHARES[i] < x) {
      i++;
    }
    double part = (x - SHARES[i - 1]) / (SHARES[i] - SHARES[i - 1]);
    return line[i - 1] + part * (line[i] - line[i - 1]);
  }
}
