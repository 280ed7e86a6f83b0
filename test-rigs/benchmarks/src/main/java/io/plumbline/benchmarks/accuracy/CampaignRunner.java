package io.plumbline.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// Carries out a campaign on some threads: each set is one task, and the results stand in the order of the seeds, however they came.
final class CampaignRunner {
  private CampaignRunner() {}

  /// @param done told how many sets are over, on the calling thread
  /// @throws InterruptedException where the calling thread is; the others have ended then
  static Campaign run(Campaign.Plan plan, int threads, IntConsumer done) throws InterruptedException {
    List<Variant> variants = plan.variants();
    List<SetResult> results = new ArrayList<>();
    // Closed by hand at once where something fails: what was not begun is not to be waited for.
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<SetResult>>> futures = new ArrayList<>();
      for (int i = 0; i < plan.sets(); i++) {
        long seed = plan.firstSeed() + i;
        futures.add(pool.submit(() -> measure(seed, variants)));
      }
      for (int i = 0; i < plan.sets(); i++) {
        results.addAll(futures.get(i).get());
        done.accept(i + 1);
      }
      return new Campaign(plan, results);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a set could not be measured: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
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
