package io.plumbline.benchmarks.ingest;

import io.plumbline.benchmarks.process.Affinity;
import io.plumbline.benchmarks.process.Folder;
import io.plumbline.benchmarks.process.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `benchmark ingest`: reps a second into the store, and memory.
@Command(name = "ingest", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Lets bars publish reps as fast as the broker takes them, and measures how many a second are on the disk: by the daemon with all that it",
    "does (checks, keys, order, acknowledgements to the bars), and by a plain bridge from Mosquitto to a table. What is judged has one processor;",
    "bars, Mosquitto and PostgreSQL share the other. Then the daemon's memory with some and with many bars connected."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark ingest",
        "  plumbline benchmark ingest --reps 2000 --rounds 1 --memory 10"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:measured", "1:something could not be started, or did not store everything",
            "2:options that make no sense"})
public final class IngestCommand implements Callable<Integer> {
  private static final int REPS_A_SET = 5;
  /// Processors.
  private static final int JUDGED = 0;
  private static final int OTHERS = 1;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--reps", paramLabel = "N", defaultValue = "20000", description = "Reps a contestant and round (default: ${DEFAULT-VALUE}).")
  private int reps = 20_000;

  @Option(names = "--bars", paramLabel = "N", defaultValue = "10", description = "Bars that publish them (default: ${DEFAULT-VALUE}).")
  private int bars = 10;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Rounds; the median counts (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(names = "--memory", paramLabel = "N", split = ",", defaultValue = "10,1000", description = "Bars that are connected while memory is measured (default: ${DEFAULT-VALUE}).")
  private int[] memory = {10, 1000};

  @Override
  public Integer call() {
    require("--reps", reps, 1_000_000);
    require("--bars", bars, 200);
    require("--rounds", rounds, 99);
    Arrays.stream(memory).forEach(count -> require("--memory", count, 5000));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (Runtime.getRuntime().availableProcessors() < 2) {
      err.println("plumbline benchmark ingest: two processors are needed, one for what is judged");
      err.flush();
      return 1;
    }
    try (Folder folder = new Folder(); Affinity _ = Affinity.moveTo(OTHERS)) {
      try (Postgres postgres = postgres(folder, OTHERS, err)) {
        IngestRun run = new IngestRun(JUDGED, OTHERS, postgres);
        print(stored(run, postgres != null, err), out);
        for (int count : memory) {
          out.println(
              String.format(Locale.ROOT, "%5d bars connected, a set of %d reps each, -Xmx%dm: the daemon holds %.0f MB",
                  count, REPS_A_SET, IngestRun.heapMb(count), run.residentMb(count, REPS_A_SET)));
          out.flush();
        }
      }
      return 0;
    } catch (IOException e) {
      err.println("plumbline benchmark ingest: " + e.getMessage());
      err.flush();
      return 1;
    }
  }

  private void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new ParameterException(spec.commandLine(), name + " must be 1 to " + most + ", but is " + value);
    }
  }

  private static @Nullable Postgres postgres(Folder folder, int cpu, PrintWriter err) {
    try {
      return Postgres.start(folder.path(), cpu);
    } catch (IOException e) {
      err.println("Without PostgreSQL: " + e.getMessage());
      err.flush();
      return null;
    }
  }

  private Map<Contestant, List<IngestRun.Result>> stored(IngestRun run, boolean hasPostgres, PrintWriter err)
      throws IOException {
    Map<Contestant, List<IngestRun.Result>> all = new EnumMap<>(Contestant.class);
    int each = Math.max(1, reps / bars);
    for (int round = 1; round <= rounds; round++) {
      for (Contestant contestant : Contestant.values()) {
        if (hasPostgres || !contestant.usesPostgres) {
          err.println("Round " + round + " of " + rounds + ": " + contestant.title);
          err.flush();
          all.computeIfAbsent(contestant, _ -> new ArrayList<>()).add(run.store(contestant, bars, each));
        }
      }
    }
    return all;
  }

  private void print(Map<Contestant, List<IngestRun.Result>> all, PrintWriter out) {
    int count = Math.max(1, reps / bars) * bars;
    out.println(String.format(Locale.ROOT, "%-45s  %8s  %12s  %16s", "stores " + count + " reps of " + bars + " bars",
        "reps/s", "of baseline", "processor, µs/rep"));
    all.forEach((contestant, results) -> {
      double perS = medianPerS(results);
      double baseline = medianPerS(all.getOrDefault(contestant.baseline(), results));
      double processorUs = results.stream().mapToDouble(IngestRun.Result::processorS).sorted()
          .toArray()[results.size() / 2] / count * 1e6;
      out.println(String.format(Locale.ROOT, "%-45s  %8.0f  %11.2fx  %16.0f", contestant.title, perS, perS / baseline,
          processorUs));
    });
    out.println("Baseline: plain inserts into the same kind of database, committed one by one, one processor.");
    out.flush();
  }

  private static double medianPerS(List<IngestRun.Result> results) {
    return results.stream().mapToDouble(IngestRun.Result::repsPerS).sorted().toArray()[results.size() / 2];
  }
}
