package io.plumbline.benchmarks.ingest;

import io.plumbline.benchmarks.process.Affinity;
import io.plumbline.benchmarks.process.Folder;
import io.plumbline.benchmarks.process.Postgres;
import io.plumbline.benchmarks.process.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `benchmark scale`: two daemons, one broker, one database, many bars.
@Command(name = "scale", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Two daemons ('daemon --share') with one Mosquitto and one PostgreSQL, while many bars publish reps, in three parts: undisturbed; one daemon killed",
    "(SIGKILL) in the middle and started again; the other one stopped (SIGTERM) and started again. In the end every rep must stand in the",
    "database once, with the content that was published, and every bar must have been told so."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark scale",
        "  plumbline benchmark scale --bars 50 --reps 6"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:nothing lost, nothing doubled", "1:something was, or something could not be started",
            "2:options that make no sense"})
public final class ScaleCommand implements Callable<Integer> {
  private static final int OTHERS = 1;
  private static final String ROW = "%-34s  %9s  %17s  %17s  %13s";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--bars", paramLabel = "N", defaultValue = "1000", description = "Bars (default: ${DEFAULT-VALUE}).")
  private int bars = 1000;

  @Option(names = "--reps", paramLabel = "N", defaultValue = "60", description = "Reps of each, a multiple of 3 (default: ${DEFAULT-VALUE}).")
  private int reps = 60;

  @Override
  public Integer call() {
    if (bars < 1 || bars > 5000) {
      throw new ParameterException(spec.commandLine(), "--bars must be 1 to 5000, but is " + bars);
    }
    if (reps < 2 * ScaleRun.PARTS || reps > 3000 || reps % ScaleRun.PARTS != 0) {
      throw new ParameterException(spec.commandLine(), "--reps must be 6, 9, 12 … up to 3000, but is " + reps);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    long beginNs = System.nanoTime();
    int processors = Runtime.getRuntime().availableProcessors();
    try {
      requireThere();
      try (Folder folder = new Folder();
          Affinity _ = Affinity.moveTo(OTHERS);
          Postgres postgres = Postgres.start(folder.path(), OTHERS);
          ScaleRun run = new ScaleRun(folder.path(), postgres, bars, reps, line -> say(err, line))) {
        List<ScaleRun.Part> parts = run.run();
        say(err, "Every rep in the database is compared with what was published");
        boolean clean = print(parts, run.compare(), out);
        say(out, String.format(Locale.ROOT, "%d processors, %.0f s", processors,
            (System.nanoTime() - beginNs) * 1e-9));
        return clean ? 0 : 1;
      }
    } catch (IOException e) {
      say(err, "plumbline benchmark scale: " + String.valueOf(e.getMessage()).lines().collect(Collectors.joining(" ")));
      return 1;
    }
  }

  private static void requireThere() throws IOException {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      throw new IOException("two processors are needed, one for the daemons");
    }
    if (Program.find("mosquitto").isEmpty()) {
      throw new IOException("there is no mosquitto; Debian's package mosquitto has it");
    }
  }

  private static void say(PrintWriter where, String line) {
    where.println(line);
    where.flush();
  }

  /// @return whether everything is stored once, as it was published, and each bar was told
  private boolean print(List<ScaleRun.Part> parts, StoredReps.Comparison found, PrintWriter out) {
    say(out, String.format(ROW, "reps of " + bars + " bars", "published", ScaleRun.name(0) + " stored",
        ScaleRun.name(1) + " stored", "already there"));
    long again = 0;
    int notTold = 0;
    for (ScaleRun.Part part : parts) {
      say(out, String.format(ROW, part.title(), part.published(), share(part.stored().getFirst()),
          share(part.stored().getLast()), part.alreadyThere()));
      again += part.publishedAgain();
      notTold = part.notTold();
    }
    long all = (long) bars * reps;
    say(out, String.format(Locale.ROOT, "in the database: %d of %d, %d of them as published; lost %d, doubled %d",
        found.stored(), all, found.equal(), all - found.stored(), found.doubled()));
    say(out, String.format(Locale.ROOT,
        "%d of %d bars were told that everything is stored; %d reps were published again to be told", bars - notTold,
        bars, again));
    return found.stored() == all && found.equal() == all && found.doubled() == 0 && notTold == 0;
  }

  /// Before it went + after it came back.
  private static String share(List<Long> stored) {
    return stored.stream().map(String::valueOf).collect(Collectors.joining(" + "));
  }
}
