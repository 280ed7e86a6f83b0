package io.plumbline.bar.cli;

import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Path;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.contract.payload.Symmetry;
import io.plumbline.contract.payload.Velocity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Summaries as lines for people.
final class SummaryTable {
  private static final double NS_PER_S = 1e9;
  private static final String UNKNOWN = "–";
  private static final String INDENT = "           ";

  private SummaryTable() {}

  /// Names and units of the columns of a rep's line.
  static String header() {
    return row("set", "rep", "start s", "mean m/s", "peak m/s", "ROM m", "up s", "down s", "slack", "drift cm",
        "left %",
        "W mean", "remarks");
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%4s %4s %9s  %-14s %-14s %-14s %7s %7s  %-8s %8s %7s %6s  %s", cells)
        .stripTrailing();
  }

  /// A rep's or a set's line, and below it one for each finding (`!`) and good sign (`+`); an empty text for other payloads.
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
    String outcome = rep.outcome() == RepSummary.Outcome.COMPLETED ? "" : words(rep.outcome());
    String looks = rep.suggestedExercise() == null ? "" : "looks like: " + rep.suggestedExercise().id();
    String remarks = Stream.concat(Stream.of(outcome, looks), rep.quality().stream().map(SummaryTable::words))
        .filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    String line = row(rep.setNumber(), rep.repNumber(), number("%.2f", rep.startTimeNs() / NS_PER_S),
        pair(velocity.meanConcentricMps(), velocity.meanConcentricSdMps()),
        pair(velocity.peakConcentricMps(), velocity.peakConcentricSdMps()),
        pair(motion.rangeOfMotionM(), motion.rangeOfMotionSdM()), number("%.2f", motion.concentricS()),
        number("%.2f", motion.eccentricS()), slack(rep.slack()), drift(rep.path()), share(rep.symmetry()),
        rep.energy() == null ? UNKNOWN : number("%.0f", rep.energy().meanPowerW()), remarks);
    List<Finding> positives = rep.positives() == null ? List.of() : rep.positives();
    return line + marked("!", rep.findings()) + marked("+", positives);
  }

  private static String slack(@Nullable Slack slack) {
    return slack == null || slack.grade() == Slack.Grade.UNKNOWN ? UNKNOWN : words(slack.grade());
  }

  /// The farthest travel, with its sign.
  private static String drift(Path path) {
    Double forward = path.forwardMaxM();
    Double backward = path.forwardMinM();
    if (forward == null || backward == null) {
      return UNKNOWN;
    }
    return String.format(Locale.ROOT, "%+.1f", 100 * (-backward > forward ? backward : forward));
  }

  private static String share(@Nullable Symmetry symmetry) {
    Double left = symmetry == null ? null : symmetry.leftShare();
    return left == null ? UNKNOWN : number("%.1f", 100 * left);
  }

  private static String marked(String mark, List<Finding> findings) {
    return findings.stream().map(finding -> System.lineSeparator() + INDENT + mark + " " + finding.text())
        .collect(Collectors.joining());
  }

  private static String set(SetSummary set) {
    String stopped = set.techniqueLimitRep() == null
        ? ""
        : ", technical limit at rep " + set.techniqueLimitRep()
            + (set.endReason() == SetSummary.EndReason.TECHNIQUE ? " and ended there" : "");
    String failed = set.failedReps() == 0 ? "" : " and " + set.failedReps() + " failed";
    return String.format(Locale.ROOT,
        "set %d: %d %s%s in %.1f s, %s, mean velocity best %s last %s m/s, loss %s m/s (%s %%), mean ROM %s m, tonnage %s kg%s",
        set.setNumber(),
        set.completedReps(), set.completedReps() == 1 ? "rep" : "reps", failed, set.durationS(), load(set.load()),
        number("%.3f", set.bestMeanConcentricMps()), number("%.3f", set.lastMeanConcentricMps()),
        number("%.3f", set.velocityLossMps()), number("%.1f", set.velocityLossPercent()),
        number("%.3f", set.meanRangeOfMotionM()), number("%.0f", set.tonnageKg()), stopped)
        + marked("!", set.findings());
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
    return value == null ? UNKNOWN : String.format(Locale.ROOT, format, value);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
