package io.plumbline.benchmarks.soak;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.pi4j.linux.RealTimeConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `benchmark soak`: the sampling loop over minutes, beside cyclictest.
@Command(name = "soak", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Reads virtual chips in real time with the firmware's own loop and drivers: two inertial units, four load-cell channels and two",
    "high-g parts at 1 kHz. Each sample tells its own number, so what is lost, doubled or damaged is found out exactly. In the same",
    "minutes rt-tests' cyclictest, a loop in C that does nothing but wake up, runs on the next processor as the baseline."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark soak",
        "  plumbline benchmark soak --minutes 0.5 --wake data-ready"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:every sample came, and came once", "1:samples are missing or wrong"})
public final class SoakCommand implements Callable<Integer> {
  private static final double MOST_MINUTES = 10_000;
  private static final double S_PER_MINUTE = 60;
  private static final int REPORT_S = 10;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--minutes", paramLabel = "M", defaultValue = "10", description = "How long (default: ${DEFAULT-VALUE}).")
  private double minutes = 10;

  @Option(names = "--wake", paramLabel = "HOW", defaultValue = "timer", description = "timer or data-ready (default: ${DEFAULT-VALUE}).")
  private String wake = "timer";

  @Option(names = "--priority", paramLabel = "P", defaultValue = "80", description = "SCHED_FIFO of both loops, 0 for normal threads (default: ${DEFAULT-VALUE}).")
  private int priority = 80;

  @Option(names = "--cpu", paramLabel = "N", defaultValue = "1", description = "Processor of this loop; cyclictest takes the one before it (default: ${DEFAULT-VALUE}).")
  private int cpu = 1;

  @Override
  public Integer call() throws IOException {
    if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
      throw new ParameterException(spec.commandLine(),
          "--minutes must be above 0 and at most 10000, but is " + minutes);
    }
    if (priority < 0 || priority > 99) {
      throw new ParameterException(spec.commandLine(), "--priority must be 0 to 99, but is " + priority);
    }
    int processors = Runtime.getRuntime().availableProcessors();
    if (cpu < 0 || cpu >= processors) {
      throw new ParameterException(spec.commandLine(), "--cpu must be 0 to " + (processors - 1) + ", but is " + cpu);
    }
    BarConfig config;
    try {
      config = new BarConfigReader().with("--wake", "[loop]\nwake = \"" + wake + "\"\n").read();
    } catch (ConfigException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    long seconds = Math.max(1, Math.round(minutes * S_PER_MINUTE));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Cyclictest beside = start(seconds, err);
    Soak.Result result;
    Latencies baseline;
    try {
      result = new Soak(config, new RealTimeConfig(cpu, priority, true, true)).run(seconds, passed -> {
        if (passed % REPORT_S == 0) {
          err.println(passed + " of " + seconds + " s");
          err.flush();
        }
      });
      baseline = beside == null ? null : beside.result();
    } finally {
      if (beside != null) {
        beside.close();
      }
    }
    SoakReport.print(result, baseline, beside == null ? "" : beside.command(), out);
    out.flush();
    return SoakReport.isClean(result) ? 0 : 1;
  }

  private @Nullable Cyclictest start(long seconds, PrintWriter err) {
    try {
      int processors = Runtime.getRuntime().availableProcessors();
      return Cyclictest.start(seconds, Math.floorMod(cpu - 1, processors), priority);
    } catch (IOException e) {
      err.println("No baseline: cyclictest is missing; Debian's package rt-tests has it.");
      err.flush();
      return null;
    }
  }
}
