package io.plumbline.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;

/// Measures random sets on some threads: each set is one task, and the results stand in the order of the seeds, however they came.
final class SideBySide {
  private SideBySide() {}

  /// @param one  measures the set of a seed, on any of the threads
  /// @param done told how many sets are over, on the calling thread
  /// @throws InterruptedException where the calling thread is; the others have ended then
  static <T> List<T> run(long firstSeed, int sets, int threads, LongFunction<T> one, IntConsumer done)
      throws InterruptedException {
    List<T> results = new ArrayList<>();
    // Closed by hand at once where something fails: what was not begun is not to be waited for.
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < sets; i++) {
        long seed = firstSeed + i;
        futures.add(pool.submit(() -> one.apply(seed)));
      }
      for (Future<T> future : futures) {
        results.add(future.get());
        done.accept(results.size());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a set could not be measured: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }
}
