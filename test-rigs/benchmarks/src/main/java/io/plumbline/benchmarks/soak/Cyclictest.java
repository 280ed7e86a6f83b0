package io.plumbline.benchmarks.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Runs rt-tests' cyclictest beside the loop: a loop in C that does nothing but wake up at 1 kHz.
final class Cyclictest implements AutoCloseable {
  private static final int PERIOD_US = 1000;
  /// Later wake-ups are counted in the last slot; their maximum is told apart.
  private static final int SLOTS_US = 60_000;

  private final Process process;
  private final List<String> command;

  private Cyclictest(Process process, List<String> command) {
    this.process = process;
    this.command = command;
  }

  /// Starts it.
  ///
  /// @param priority of SCHED_FIFO, 0 for a normal thread
  /// @throws IOException where there is no such program
  static Cyclictest start(long seconds, int cpu, int priority) throws IOException {
    List<String> command = Arrays
        .asList(String.format(Locale.ROOT, "cyclictest -q -m -t 1 -i %d -D %d -a %d -p %d -h %d",
            PERIOD_US, seconds, cpu, priority, SLOTS_US).split(" "));
    return new Cyclictest(new ProcessBuilder(command).redirectErrorStream(true).start(), command);
  }

  String command() {
    return String.join(" ", command);
  }

  /// Waits for its end.
  Latencies result() throws IOException {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      return parse(reader.lines().toList());
    }
  }

  /// Lines of the histogram are a latency in µs and its count.
  static Latencies parse(List<String> lines) throws IOException {
    long[] counts = new long[SLOTS_US + 1];
    double maxUs = Double.NaN;
    for (String line : lines) {
      if (line.matches("\\d{6} \\d+")) {
        counts[Integer.parseInt(line, 0, 6, 10)] += Long.parseLong(line.substring(7));
      } else if (line.startsWith("# Max Latencies:")) {
        maxUs = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      } else if (line.startsWith("# Histogram Overflows:")) {
        counts[SLOTS_US] += Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
      }
    }
    long number = Arrays.stream(counts).sum();
    if (number == 0) {
      throw new IOException("cyclictest gave no histogram: " + (lines.isEmpty() ? "no output" : lines.getFirst()));
    }
    return new Latencies("cyclictest", number, below(counts, number, 0.5), below(counts, number, 0.99),
        below(counts, number, 0.999), maxUs, above(counts, 100), above(counts, 1000), Double.NaN);
  }

  private static double below(long[] counts, long number, double share) {
    long seen = 0;
    for (int us = 0; us < counts.length; us++) {
      seen += counts[us];
      if (seen >= share * number) {
        return us;
      }
    }
    return SLOTS_US;
  }

  private static long above(long[] counts, int limitUs) {
    return Arrays.stream(counts, limitUs + 1, counts.length).sum();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
