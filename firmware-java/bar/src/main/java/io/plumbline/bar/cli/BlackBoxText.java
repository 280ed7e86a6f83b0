package io.plumbline.bar.cli;

import io.plumbline.blackbox.BlackBoxReport;
import io.plumbline.blackbox.Damage;
import java.io.PrintStream;
import java.util.Locale;

/// What is said of damage.
final class BlackBoxText {
  private static final int MAX_PLACES = 20;

  private BlackBoxText() {}

  /// Foreign text fit for one line.
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}|\\p{Cs}", "?");
  }

  /// `1 block`, `2 blocks`.
  static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  /// The verdict on one line: whole, or what is wrong, what was lost and what was saved.
  static String verdict(BlackBoxReport report) {
    String saved = count(report.rows(), "sample") + " in " + count(report.blocks(), "block");
    if (report.isWhole()) {
      return "whole: " + saved;
    }
    if (report.damageCount() == 0) {
      return "not closed: " + saved
          + " are good; it is being written, or the power was cut, which costs what came after the last block";
    }
    boolean isOnlyCut = report.damageCount() == 1
        && report.damages().getFirst().kind() == Damage.Kind.INCOMPLETE;
    if (isOnlyCut) {
      return "not closed: the last block is incomplete and lost, " + saved
          + " before it are good; it is being written, or the power was cut";
    }
    return "damaged in " + count(report.damageCount(), "place") + ": "
        + (report.lostBlocks() == 0 ? "no block is known to be lost" : count(report.lostBlocks(), "block") + " lost")
        + ", saved " + saved + (report.isEnded() ? "" : "; its end is missing");
  }

  /// The first damaged places, a line each.
  static void places(BlackBoxReport report, PrintStream out) {
    report.damages().stream().limit(MAX_PLACES).forEach(damage -> {
      String lost = damage.lostBlocks() == 0
          ? ""
          : String.format(Locale.ROOT, "; lost block%s %s", damage.lostBlocks() == 1 ? "" : "s",
              damage.lostBlocks() == 1
                  ? Long.toString(damage.firstBlock())
                  : damage.firstBlock() + " to " + (damage.firstBlock() + damage.lostBlocks() - 1));
      out.println("  bytes " + damage.fromByte() + " to " + damage.toByte() + ": " + damage.kind().text() + lost);
    });
    if (report.damageCount() > MAX_PLACES) {
      out.println("  and " + count(report.damageCount() - MAX_PLACES, "more place"));
    }
  }
}
