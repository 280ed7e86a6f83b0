package io.plumbline.benchmarks.latency;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/// How long something took each time, and how long it may.
///
/// @param name   for people
/// @param ns     each time
/// @param goalMs of the 99th percentile, NaN where there is none
record Delay(String name, Histogram ns, double goalMs) {
  static final String HEADER = String.format(Locale.ROOT, "%-42s %9s %8s %8s %8s   %s", "latency, ms", "n", "p50",
      "p99",
      "max", "goal (p99)");
  private static final long LONGEST_NS = 60_000_000_000L;
  private static final double NS_PER_MS = 1e6;

  static Delay of(String name, double goalMs) {
    return new Delay(name, new Histogram(LONGEST_NS, 3), goalMs);
  }

  /// Counts one; what seems to come before its cause, as two clocks of a machine may have it, is told as 0.
  void add(long delayNs) {
    ns.recordValue(Math.min(LONGEST_NS, Math.max(0, delayNs)));
  }

  long count() {
    return ns.getTotalCount();
  }

  /// NaN where nothing was counted.
  double percentileMs(double percent) {
    return count() == 0 ? Double.NaN : ns.getValueAtPercentile(percent) / NS_PER_MS;
  }

  /// As a line below [#HEADER].
  String line() {
    if (count() == 0) {
      return String.format(Locale.ROOT, "%-42s %9d %8s %8s %8s", name, 0, "–", "–", "–");
    }
    String goal = Double.isNaN(goalMs)
        ? ""
        : String.format(Locale.ROOT, "   %.0f, %s", goalMs, percentileMs(99) <= goalMs ? "met" : "missed");
    return String.format(Locale.ROOT, "%-42s %9d %8.2f %8.2f %8.2f%s", name, count(), percentileMs(50),
        percentileMs(99), ns.getMaxValue() / NS_PER_MS, goal);
  }
}
