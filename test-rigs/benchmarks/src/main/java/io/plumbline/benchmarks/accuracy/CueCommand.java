package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `benchmark cues`: which reps are counted, and which sets are stopped, while the bar moves.
@Command(name = "cues", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Simulates random sets and follows each as the bar does. Prints how many reps were counted at their top, which has no need of the",
    "smoothed rep, how many with their summary, and how many where none was lifted; and the same of STOP."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark cues", "  plumbline benchmark cues --sets 50 --sensors one-imu"})
public final class CueCommand implements Callable<Integer> {
  private static final int MOST_SETS = 100_000;
  private static final int MOST_THREADS = 1024;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--sets", paramLabel = "N", defaultValue = "300", description = "How many random scenarios (default: ${DEFAULT-VALUE}).")
  private int sets = 300;

  @Option(names = "--first-seed", paramLabel = "SEED", defaultValue = "1001", description = "The first is random-SEED, the next one more (default: ${DEFAULT-VALUE}).")
  private long firstSeed = 1001;

  @Option(names = "--sensors", paramLabel = "SET", defaultValue = "all", description = "all, one-imu-force, no-force or one-imu (default: ${DEFAULT-VALUE}).")
  private String sensors = "all";

  @Option(names = "--threads", paramLabel = "N", description = "How many sets at a time (default: as many as there are processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws InterruptedException {
    check(sets >= 1 && sets <= MOST_SETS, "--sets must be from 1 to " + MOST_SETS + ", but is " + sets);
    check(firstSeed >= 0 && firstSeed <= Scenarios.MOST_SEED - sets,
        "--first-seed must be from 0 to " + (Scenarios.MOST_SEED - sets) + ", but is " + firstSeed);
    check(threads >= 1 && threads <= MOST_THREADS,
        "--threads must be from 1 to " + MOST_THREADS + ", but is " + threads);
    SensorSet chosen = SensorSet.fromId(sensors).orElseThrow(() -> new ParameterException(spec.commandLine(),
        "--sensors knows " + SensorSet.ids() + ", but not '" + sensors + "'"));
    spec.commandLine().getOut().print(CueReport.section(chosen, measure(chosen)).toText());
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private List<CueSet> measure(SensorSet chosen) throws InterruptedException {
    List<CueSet> measured = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<CueSet>> futures = new ArrayList<>();
      for (int i = 0; i < sets; i++) {
        long seed = firstSeed + i;
        futures.add(pool.submit(() -> CueSet.run(seed, DrawnSet.of(seed).fullyFitted(), chosen)));
      }
      for (Future<CueSet> future : futures) {
        measured.add(future.get());
      }
      return measured;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a set could not be measured: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }
}
