package io.plumbline.benchmarks.hotpath;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// The figures for a person, and the verdict, which is on bytes alone.
final class HotpathReport {
  /// What JMH's own threads allocate beside a benchmark is counted too, and is below this; an object a sample is 16 bytes or more.
  private static final double MOST_BYTES = 0.01;

  private HotpathReport() {}

  /// Whether nothing allocates for samples.
  static boolean isClean(List<HotpathFigure> figures) {
    return figures.stream().allMatch(figure -> figure.bytes() <= MOST_BYTES);
  }

  /// @param figures the baseline first
  static void print(List<HotpathFigure> figures, PrintWriter out) {
    double baselineNs = figures.getFirst().timeNs();
    out.println("a sample                          ns   +/- ns   of baseline        bytes");
    for (HotpathFigure figure : figures) {
      out.printf(Locale.ROOT, "%-25s %10.1f %8s %12.1fx %12.5f%s%n", figure.subject().label(), figure.timeNs(),
          Double.isNaN(figure.errorNs()) ? "?" : String.format(Locale.ROOT, "%.1f", figure.errorNs()),
          figure.timeNs() / baselineNs, figure.bytes(), figure.bytes() <= MOST_BYTES ? "" : "  allocates");
    }
    out.println(isClean(figures)
        ? "Nothing allocates for samples."
        : "Something allocates for samples: more than " + MOST_BYTES + " bytes.");
  }
}
