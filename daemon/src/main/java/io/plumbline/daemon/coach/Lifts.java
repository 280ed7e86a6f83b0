package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.util.EnumMap;
import java.util.Map;

/// What the rules know of the lifts.
///
/// The lumbar factors are our own defaults, not measured: what a kilogram of the lift asks of the lower back beside one of the conventional deadlift, by how far the
/// trunk leans and how far the load is from it. They are for comparing an athlete's weeks with each other, and can be changed.
final class Lifts {
  private static final Map<Exercise, RuleNumber> LUMBAR = new EnumMap<>(Map.of(
      Exercise.DEADLIFT_CONVENTIONAL, RuleNumber.LUMBAR_CONVENTIONAL_RATIO,
      Exercise.DEADLIFT_SUMO, RuleNumber.LUMBAR_SUMO_RATIO,
      Exercise.DEADLIFT_TRAP_BAR, RuleNumber.LUMBAR_TRAP_BAR_RATIO,
      Exercise.DEADLIFT_DEFICIT, RuleNumber.LUMBAR_DEFICIT_RATIO,
      Exercise.DEADLIFT_BLOCK, RuleNumber.LUMBAR_BLOCK_RATIO,
      Exercise.ROMANIAN_DEADLIFT, RuleNumber.LUMBAR_ROMANIAN_RATIO,
      Exercise.SQUAT, RuleNumber.LUMBAR_SQUAT_RATIO,
      Exercise.ROW, RuleNumber.LUMBAR_ROW_RATIO,
      Exercise.GOOD_MORNING, RuleNumber.LUMBAR_GOOD_MORNING_RATIO));

  private Lifts() {}

  /// 0 for lifts that do not load the lower back, and for those without a name.
  static double lumbarFactor(Exercise exercise, Settings settings) {
    RuleNumber number = LUMBAR.get(exercise);
    return number == null ? 0 : settings.get(number);
  }

  /// Whether it loads the lower back.
  static boolean loadsBack(Exercise exercise) {
    return LUMBAR.containsKey(exercise);
  }

  /// From the floor or from blocks.
  static boolean isDeadlift(Exercise exercise) {
    return switch (exercise) {
      case DEADLIFT_CONVENTIONAL, DEADLIFT_SUMO, DEADLIFT_TRAP_BAR, DEADLIFT_DEFICIT, DEADLIFT_BLOCK -> true;
      case UNKNOWN, ROMANIAN_DEADLIFT, SQUAT, BENCH_PRESS, ROW, OVERHEAD_PRESS, GOOD_MORNING -> false;
    };
  }
}
