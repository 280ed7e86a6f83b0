package io.plumbline.benchmarks.latency;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.daemon.app.DaemonLogging;
import io.plumbline.daemon.app.DaemonStartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `benchmark latency`: from a sample to the buzzer, to a subscriber and to the dashboard.
@Command(name = "latency", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Runs the bar program in real time on virtual chips, with a lifter who yanks, lets the bar drift and tires, beside a daemon with its",
    "broker, and measures how long it takes: from the sample that decides a cue to the edge on the buzzer's line; from the sample that",
    "decides that a rep is at its top, and from the true lockout, to a subscriber at the broker and to the dashboard's stream of events.",
    "Times are counted on one clock, CLOCK_MONOTONIC. The goals are those of the design; a bare message through the same broker is the baseline."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline benchmark latency", "  plumbline benchmark latency --minutes 30 --seed 7",
        "  plumbline benchmark latency --minutes 1 --priority 0"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:cues were told and played", "1:no cue was played"})
public final class LatencyCommand implements Callable<Integer> {
  private static final double MOST_MINUTES = 10_000;
  private static final double S_PER_MINUTE = 60;
  /// In a lane of their own: the Java machine gets warm with them.
  private static final int FIRST_REPS = 4;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--minutes", paramLabel = "M", defaultValue = "5", description = "How long; the set that is running then is finished (default: ${DEFAULT-VALUE}).")
  private double minutes = 5;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another specimen of lifter and sensors (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--priority", paramLabel = "P", defaultValue = "70", description = "SCHED_FIFO of the sampling loop, 0 for a normal thread (default: ${DEFAULT-VALUE}).")
  private int priority = 70;

  @Option(names = "--cpu", paramLabel = "N", defaultValue = "-1", description = "Processor of the sampling loop, -1 for any (default: ${DEFAULT-VALUE}).")
  private int cpu = -1;

  @Override
  public Integer call() throws IOException {
    require(minutes > 0 && minutes <= MOST_MINUTES, "--minutes must be above 0 and at most 10000, but is " + minutes);
    require(seed >= 0, "--seed must be at least 0, but is " + seed);
    require(priority >= 0 && priority <= 99, "--priority must be 0 to 99, but is " + priority);
    int processors = Runtime.getRuntime().availableProcessors();
    require(cpu >= -1 && cpu < processors, "--cpu must be -1 to " + (processors - 1) + ", but is " + cpu);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    LatencyRun.Result result;
    DaemonLogging.install(false);
    try {
      result = LatencyRun.run(Math.max(1, Math.round(minutes * S_PER_MINUTE)), seed, cpu, priority, line -> {
        err.println(line);
        err.flush();
      });
    } catch (DaemonStartException e) {
      throw new IOException(e.getMessage(), e);
    } catch (ConfigException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    print(result, out);
    out.flush();
    return result.cues().all().count() > 0 ? 0 : 1;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private static void print(LatencyRun.Result result, PrintWriter out) {
    out.println(Delay.HEADER);
    out.println(result.measured().line());
    out.println(result.cues().all().line());
    result.cues().byKind().forEach(delay -> out.println(delay.line()));
    result.tops().forEach(delay -> out.println(delay.line()));
    result.lockouts().forEach(delay -> out.println(delay.line()));
    out.println(result.bare().line());
    ratio("GPIO over a measured sample", result.cues().all(), result.measured(), out);
    result.tops().stream().skip(1)
        .forEach(top -> ratio(top.name() + " over a bare MQTT message", top, result.bare(), out));
    List<Long> repNs = result.repCpuNs();
    out.printf(Locale.ROOT, "a rep's result on the measuring thread, ms CPU: first %s; then %s%n",
        shown(repNs.subList(0, Math.min(FIRST_REPS, repNs.size()))),
        shown(repNs.subList(Math.min(FIRST_REPS, repNs.size()), repNs.size())));
    out.printf(Locale.ROOT, "%d reps; %d cues fell silent because another one was playing%n", result.reps(),
        result.cues().mute());
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    out.printf(Locale.ROOT,
        "%s, %d processors, load %.1f over the last minute; all times are CLOCK_MONOTONIC of this machine%n",
        system.getArch(), system.getAvailableProcessors(), system.getSystemLoadAverage());
  }

  private static void ratio(String name, Delay delay, Delay baseline, PrintWriter out) {
    out.printf(Locale.ROOT, "%s: p50 %.1fx, p99 %.1fx%n", name, delay.percentileMs(50) / baseline.percentileMs(50),
        delay.percentileMs(99) / baseline.percentileMs(99));
  }

  private static String shown(List<Long> timesNs) {
    return timesNs.isEmpty()
        ? "–"
        : timesNs.stream().map(ns -> String.format(Locale.ROOT, "%.1f", ns * 1e-6)).collect(Collectors.joining(" "));
  }
}
