package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.scenario.Scenarios;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which random sets a benchmark measures, and how many at a time.
final class SetOptions {
  private static final int MOST_SETS = 100_000;
  private static final int MOST_THREADS = 1024;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--sets", paramLabel = "N", defaultValue = "300", description = "How many random scenarios (default: ${DEFAULT-VALUE}).")
  private int sets = 300;

  @Option(names = "--first-seed", paramLabel = "SEED", defaultValue = "1001", description = "The first is random-SEED, the next one more (default: ${DEFAULT-VALUE}).")
  private long firstSeed = 1001;

  @Option(names = "--threads", paramLabel = "N", description = "How many sets at a time (default: as many as there are processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  /// @throws ParameterException where they make no sense
  void check() {
    check(sets >= 1 && sets <= MOST_SETS, "--sets must be from 1 to " + MOST_SETS + ", but is " + sets);
    check(firstSeed >= 0 && firstSeed <= Scenarios.MOST_SEED - sets,
        "--first-seed must be from 0 to " + (Scenarios.MOST_SEED - sets) + ", but is " + firstSeed);
    check(threads >= 1 && threads <= MOST_THREADS,
        "--threads must be from 1 to " + MOST_THREADS + ", but is " + threads);
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(command.commandLine(), otherwise);
    }
  }

  int sets() {
    return sets;
  }

  long firstSeed() {
    return firstSeed;
  }

  int threads() {
    return threads;
  }
}
