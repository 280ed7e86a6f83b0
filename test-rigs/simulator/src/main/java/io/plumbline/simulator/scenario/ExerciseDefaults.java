package io.plumbline.simulator.scenario;

/// What a file need not say because the exercise says it. ROM from domain.md section 5, the rest as usual in a gym.
///
/// @param peakAt     share of a near-maximal ascent's time at which the first peak is
/// @param stickingAt where it is slowest
record ExerciseDefaults(double oneRepMaxKg, double romM, double gripHalfWidthM, double rackHeightM,
    double startTrunkDeg, double startFlexionDeg, double driftM, double topDriftM, double holdS, double leanBackM,
    double descentS, double pauseS, double velocityLossMps, double peakAt, double stickingAt, boolean strap) {
  static ExerciseDefaults of(Exercise exercise) {
    return switch (exercise) {
      case DEADLIFT_CONVENTIONAL ->
        new ExerciseDefaults(180, 0.55, 0.28, 0.5, 60, 22, 0.015, -0.01, 0.8, 0.005, 1.3, 1.2,
            0.012, 0.22, 0.55, true);
      case DEADLIFT_SUMO ->
        new ExerciseDefaults(185, 0.43, 0.25, 0.5, 48, 18, 0.01, -0.005, 0.8, 0.003, 1.1, 1.2, 0.012,
            0.2, 0.4, true);
      case DEADLIFT_TRAP_BAR ->
        new ExerciseDefaults(195, 0.48, 0.32, 0.5, 45, 16, 0.01, 0, 0.8, 0, 1.2, 1.2, 0.012, 0.25,
            0.55, true);
      case ROMANIAN_DEADLIFT -> new ExerciseDefaults(150, 0.5, 0.28, 0.5, 75, 15, 0.015, -0.005, 0.6, 0.002, 2, 0.15,
          0.015, 0.3, 0.55, true);
      case SQUAT ->
        new ExerciseDefaults(150, 0.62, 0.4, 1.4, 45, 12, 0.02, 0, 1, 0, 1.6, 0.15, 0.025, 0.15, 0.45, true);
      // Lying, the feet are ahead: the bar goes up and back towards the shoulders. The rack is at arms' length above the bench.
      case BENCH_PRESS -> new ExerciseDefaults(105, 0.38, 0.38, 1.05, 0, 0, -0.06, -0.06, 0.8, 0, 1.3, 0.2, 0.03, 0.15,
          0.46, false);
      case ROW ->
        new ExerciseDefaults(95, 0.38, 0.3, 0.5, 65, 14, -0.03, -0.05, 0.3, 0, 1, 0.25, 0.02, 0.35, 0.6, true);
      // Peak, sticking point: 14 and 46 % of the time (Hernández-Belmonte and others, Biol Sport 38 (2021) 235).
      case OVERHEAD_PRESS -> new ExerciseDefaults(68, 0.55, 0.28, 1.35, 0, 3, 0.03, -0.05, 0.8, 0, 1.3, 0.4, 0.03, 0.14,
          0.46, true);
      case GOOD_MORNING -> new ExerciseDefaults(85, 0.4, 0.4, 1.4, 80, 14, 0.04, 0, 0.6, 0, 2, 0.15, 0.015, 0.25, 0.5,
          true);
    };
  }
}
