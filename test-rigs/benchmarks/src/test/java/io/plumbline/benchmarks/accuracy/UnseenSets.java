package io.plumbline.benchmarks.accuracy;

import io.plumbline.benchmarks.accuracy.Matching.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Random sets of a kind, from seeds that nothing was tuned on.
final class UnseenSets {
  private UnseenSets() {}

  /// Matched reps of the first sets of a kind.
  static List<Pair> pairs(long firstSeed, int sets, Predicate<DrawnSet> kind, SensorSet sensors)
      throws InterruptedException {
    List<DrawnSet> drawn = Stream.iterate(firstSeed, seed -> seed + 1).map(DrawnSet::of).filter(kind).limit(sets)
        .toList();
    List<Pair> pairs = new ArrayList<>();
    for (DrawnSet set : drawn) {
      Campaign.Plan plan = new Campaign.Plan(set.seed(), 1, List.of(sensors), false);
      pairs.addAll(Campaign.pairs(CampaignRunner.run(plan, 1, done -> {}).results()));
    }
    return pairs;
  }
}
