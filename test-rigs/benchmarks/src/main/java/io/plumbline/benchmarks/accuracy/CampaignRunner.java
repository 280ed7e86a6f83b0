package io.plumbline.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// Carries out a campaign on some threads: the results stand in the order of the seeds.
final class CampaignRunner {
  private CampaignRunner() {}

  /// @param done told how many sets are over, on the calling thread
  /// @throws InterruptedException where the calling thread is; the others have ended then
  static Campaign run(Campaign.Plan plan, int threads, IntConsumer done) throws InterruptedException {
    List<Variant> variants = plan.variants();
    List<List<SetResult>> results = SideBySide.run(plan.firstSeed(), plan.sets(), threads,
        seed -> measure(seed, variants), done);
    return new Campaign(plan, results.stream().flatMap(List::stream).toList());
  }

  private static List<SetResult> measure(long seed, List<Variant> variants) {
    DrawnSet drawn = DrawnSet.of(seed);
    List<SetResult> results = new ArrayList<>(
        SetRun.run(seed, SetResult.Kind.FITTED, drawn.fullyFitted(), variants));
    List<Variant> whatThereIs = List.of(Variant.of(SensorSet.ALL));
    if (drawn.hasFault()) {
      results.addAll(SetRun.run(seed, SetResult.Kind.FAULT, drawn.asDrawn(), whatThereIs));
    } else if (drawn.isUncalibrated()) {
      results.addAll(SetRun.run(seed, SetResult.Kind.UNCALIBRATED, drawn.asDrawn(), whatThereIs));
    }
    return results;
  }
}
