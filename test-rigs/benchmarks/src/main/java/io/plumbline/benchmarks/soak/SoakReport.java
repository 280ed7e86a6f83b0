package io.plumbline.benchmarks.soak;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The result of a soak for a person.
final class SoakReport {
  private SoakReport() {}

  /// Whether every sample came, once and unharmed, and the drivers kept to the data sheets.
  static boolean isClean(Soak.Result result) {
    return result.dropped() == 0 && result.misuses().isEmpty()
        && result.ledgers().stream()
            .allMatch(ledger -> ledger.samples() > 0 && ledger.missing() == 0 && ledger.wrong() == 0);
  }

  /// @param baseline null where there was none
  /// @param command  that made it
  static void print(Soak.Result result, @Nullable Latencies baseline, String command, PrintWriter out) {
    result.report().steps().forEach(step -> out.println(step.line()));
    out.println();
    out.println("wake-up error, us      wake-ups      p50      p99    p99.9        max  >100 us   >1 ms   processor");
    row(result.wakes(), out);
    if (baseline != null) {
      row(baseline, out);
      out.printf(Locale.ROOT, "p99.9 of this loop over cyclictest's: %.2f  (%s)%n",
          result.wakes().p999Us() / baseline.p999Us(), command);
    }
    row(result.works(), out);
    out.printf(Locale.ROOT, "%d passes, %d periods went by without one%n%n", result.passes(), result.skipped());
    out.println("stream            samples   missing  not told of   wrong");
    for (Ledger ledger : result.ledgers()) {
      out.printf(Locale.ROOT, "%-14s %10d %9d %12d %7d%n", ledger.name(), ledger.samples(), ledger.missing(),
          ledger.unmarked(), ledger.wrong());
    }
    out.println(result.dropped() + " rows found no room on their way");
    result.misuses().forEach(misuse -> out.println("against the data sheet: " + misuse));
    out.println(isClean(result) ? "Every sample came, once." : "Not clean: see above.");
  }

  private static void row(Latencies latencies, PrintWriter out) {
    String cpu = Double.isNaN(latencies.cpuPercent())
        ? ""
        : String.format(Locale.ROOT, "%9.1f %%", latencies.cpuPercent());
    out.printf(Locale.ROOT, "%-18s %12d %8.1f %8.1f %8.1f %10.1f %8d %7d %s%n", latencies.name(), latencies.number(),
        latencies.p50Us(), latencies.p99Us(), latencies.p999Us(), latencies.maxUs(), latencies.above100Us(),
        latencies.above1000Us(), cpu);
  }
}
