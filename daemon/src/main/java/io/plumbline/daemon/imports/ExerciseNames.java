package io.plumbline.daemon.imports;

import io.plumbline.contract.payload.Exercise;
import java.util.Locale;
import java.util.Map;

/// What people and tools call the lifts that the system knows.
final class ExerciseNames {
  private static final Map<String, Exercise> NAMES = Map.ofEntries(
      Map.entry("deadlift", Exercise.DEADLIFT_CONVENTIONAL),
      Map.entry("conventional deadlift", Exercise.DEADLIFT_CONVENTIONAL),
      Map.entry("sumo deadlift", Exercise.DEADLIFT_SUMO), Map.entry("sumo", Exercise.DEADLIFT_SUMO),
      Map.entry("trap bar deadlift", Exercise.DEADLIFT_TRAP_BAR),
      Map.entry("hex bar deadlift", Exercise.DEADLIFT_TRAP_BAR),
      Map.entry("deficit deadlift", Exercise.DEADLIFT_DEFICIT), Map.entry("block pull", Exercise.DEADLIFT_BLOCK),
      Map.entry("block deadlift", Exercise.DEADLIFT_BLOCK), Map.entry("rdl", Exercise.ROMANIAN_DEADLIFT),
      Map.entry("back squat", Exercise.SQUAT), Map.entry("bench", Exercise.BENCH_PRESS),
      Map.entry("barbell row", Exercise.ROW), Map.entry("bent over row", Exercise.ROW),
      Map.entry("ohp", Exercise.OVERHEAD_PRESS), Map.entry("military press", Exercise.OVERHEAD_PRESS));

  private ExerciseNames() {}

  /// [Exercise#UNKNOWN] for a name that says none for certain.
  static Exercise of(String name) {
    String words = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    Exercise known = NAMES.get(words);
    return known != null ? known : Exercise.fromId(words.replace(' ', '-')).orElse(Exercise.UNKNOWN);
  }
}
