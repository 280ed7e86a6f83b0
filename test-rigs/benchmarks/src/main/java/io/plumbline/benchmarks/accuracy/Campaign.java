package io.plumbline.benchmarks.accuracy;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What was measured of all sets, in the order of their seeds.
///
/// @param plan    by which it was made
/// @param results one for each set and variant
record Campaign(Plan plan, List<SetResult> results) {
  private static final double LEAST_KG = 40;
  private static final double MOST_KG = 250;

  Campaign {
    results = List.copyOf(results);
  }

  /// What is to be measured.
  ///
  /// @param sensors  for the tables of goals
  /// @param ablation whether ideas are left out, too
  record Plan(long firstSeed, int sets, List<SensorSet> sensors, boolean ablation) {
    Plan {
      sensors = List.copyOf(sensors);
    }

    /// Those that measure a fully fitted set.
    List<Variant> variants() {
      Stream<Variant> least = Stream.of(SensorSet.values()).filter(set -> ablation || sensors.contains(set))
          .map(Variant::of);
      return Stream.concat(least, ablation ? Variant.withoutOneIdea().stream() : Stream.empty()).toList();
    }
  }

  /// Results of the fully fitted sets.
  List<SetResult> of(Variant variant, Predicate<SetResult> which) {
    return results.stream().filter(result -> result.kind() == SetResult.Kind.FITTED)
        .filter(result -> result.variant().equals(variant)).filter(which).toList();
  }

  /// Results of sets that were measured as drawn.
  List<SetResult> asDrawn(SetResult.Kind kind) {
    return results.stream().filter(result -> result.kind() == kind).toList();
  }

  /// Their matched reps; of deadlifts those with the loads of the design's goals.
  static List<Pair> pairs(List<SetResult> results) {
    return results.stream().flatMap(result -> result.matching().pairs().stream()
        .filter(pair -> !result.isDeadlift() || isInRange(pair.truth().rep().loadKg()))).toList();
  }

  private static boolean isInRange(double loadKg) {
    return loadKg >= LEAST_KG && loadKg <= MOST_KG;
  }
}
