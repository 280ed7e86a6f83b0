package io.plumbline.bar.cli;

import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Velocity;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Summaries as lines for people.
final class SummaryTable {
  private static final double NS_PER_S = 1e9;

  private SummaryTable() {}

  /// Names and units of the columns of a rep's line.
  static String header() {
    return String.format(Locale.ROOT, "%4s %4s %9s  %-14s %-14s %-14s %-14s %7s %7s  %s", "set", "rep", "start s",
        "mean m/s", "peak m/s", "propulsive", "ROM m", "up s", "down s", "remarks");
  }

  /// A rep's or a set's line; an empty text for other payloads.
  static String line(Payload payload) {
    return switch (payload) {
      case RepSummary rep -> rep(rep);
      case SetSummary set -> set(set);
      default -> "";
    };
  }

  private static String rep(RepSummary rep) {
    Velocity velocity = rep.velocity();
    Motion motion = rep.motion();
    String remarks = rep.quality().stream().map(SummaryTable::words).collect(Collectors.joining(", "));
    boolean failed = rep.outcome() == RepSummary.Outcome.FAILED;
    return String.format(Locale.ROOT, "%4d %4d %9.2f  %-14s %-14s %-14s %-14s %7.2f %7s  %s", rep.setNumber(),
        rep.repNumber(), rep.startTimeNs() / NS_PER_S,
        pair(velocity.meanConcentricMps(), velocity.meanConcentricSdMps()),
        pair(velocity.peakConcentricMps(), velocity.peakConcentricSdMps()),
        pair(velocity.meanPropulsiveMps(), velocity.meanPropulsiveSdMps()),
        pair(motion.rangeOfMotionM(), motion.rangeOfMotionSdM()), motion.concentricS(),
        number("%.2f", motion.eccentricS()), failed ? "failed; " + remarks : remarks).stripTrailing();
  }

  private static String set(SetSummary set) {
    String failed = set.failedReps() == 0 ? "" : " and " + set.failedReps() + " failed";
    return String.format(Locale.ROOT,
        "set %d: %d %s%s in %.1f s, %s, mean velocity best %s last %s m/s, loss %s m/s, mean ROM %s m", set.setNumber(),
        set.completedReps(), set.completedReps() == 1 ? "rep" : "reps", failed, set.durationS(), load(set.load()),
        number("%.3f", set.bestMeanConcentricMps()), number("%.3f", set.lastMeanConcentricMps()),
        number("%.3f", set.velocityLossMps()), number("%.3f", set.meanRangeOfMotionM()));
  }

  private static String load(Load load) {
    return switch (load.source()) {
      case WEIGHED -> "weighed " + number("%.1f", load.totalKg()) + " kg";
      case ENTERED -> "entered " + number("%.1f", load.totalKg()) + " kg";
      case UNKNOWN -> "load not known";
    };
  }

  private static String pair(double value, double sd) {
    return String.format(Locale.ROOT, "%.3f ± %.3f", value, sd);
  }

  private static String number(String format, @Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, format, value);
  }

  private static String words(QualityFlag flag) {
    return flag.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
