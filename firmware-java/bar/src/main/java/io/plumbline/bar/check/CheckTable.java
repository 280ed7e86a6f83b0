package io.plumbline.bar.check;

import io.plumbline.bar.check.ChipFinding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The findings as a table for a person, and below it what to do.
public final class CheckTable {
  private CheckTable() {}

  /// Lines, without line ends.
  public static List<String> lines(List<ChipFinding> findings) {
    List<String> lines = new ArrayList<>();
    lines.add(row("place", "part", "bus", "found", "rate", "noise/sheet", "temp", "self-test", "verdict"));
    for (ChipFinding finding : findings) {
      Boolean test = finding.selfTest();
      lines.add(row(finding.name(), finding.chip(), finding.place(), finding.state().name().toLowerCase(Locale.ROOT),
          number("%.1f Hz", finding.rateHz()),
          number("%.2f", finding.noiseRatio()) + (finding.noisiest().isEmpty() ? "" : " " + finding.noisiest()),
          number("%.0f °C", finding.temperatureC()), test == null ? "-" : test ? "passed" : "failed",
          finding.verdict().name().toLowerCase(Locale.ROOT)));
    }
    findings.stream().filter(finding -> !finding.advice().isEmpty())
        .forEach(finding -> lines.add("  " + finding.name() + ": " + finding.advice()));
    long good = findings.stream().filter(finding -> finding.verdict() == Verdict.GOOD).count();
    lines.add(good == findings.size()
        ? "All " + good + " chips are as they should be."
        : good + " of " + findings.size() + " chips are as they should be.");
    return lines;
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, "%-14s %-12s %-20s %-9s %12s %12s %7s %-9s %s",
        (Object[]) cells).stripTrailing();
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
