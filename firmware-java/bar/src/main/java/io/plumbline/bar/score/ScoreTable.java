package io.plumbline.bar.score;

import java.io.PrintStream;
import java.util.Locale;

/// The comparison as a table for people: a line a rep as it comes, and the totals. Not thread-safe.
public final class ScoreTable {
  private static final double TWO_SIDED_95 = 1.96;
  private static final double MM = 1000;
  private static final double MS = 1000;

  private final PrintStream out;
  private final Runnable beforeLine;
  private final ErrorSum peak = new ErrorSum();
  private final ErrorSum mean = new ErrorSum();
  private final ErrorSum rom = new ErrorSum();
  private final ErrorSum height = new ErrorSum();
  private final ErrorSum forward = new ErrorSum();
  private final ErrorSum start = new ErrorSum();
  private final ErrorSum end = new ErrorSum();
  private final ErrorSum inclination = new ErrorSum();
  private long reps;
  private long unmatched;
  private long incomparable;
  private long peakCovered;
  private long meanCovered;
  private long romCovered;

  /// @param beforeLine run before each line, to clear a progress line
  public ScoreTable(PrintStream out, Runnable beforeLine) {
    this.out = out;
    this.beforeLine = beforeLine;
  }

  void rep(RepScore r) {
    if (reps == 0) {
      line(
          "score      start s   peak m/s    error   mean m/s    error      ROM m    error   height RMSE  drift RMSE   start     end");
    }
    reps++;
    line(String.format(Locale.ROOT,
        "score %4d %8.2f   %8.3f %8s   %8.3f %8s   %8.3f %8s   %8s mm %8s mm %6s ms %6s ms", reps, r.startS(),
        r.peakMps(), figure(r.peakErrorMps(), 1), r.meanMps(), figure(r.meanErrorMps(), 1), r.romM(),
        figure(r.romErrorM(), 1),
        number(r.heightRmseM() * MM), number(r.forwardRmseM() * MM), number(r.startErrorS() * MS),
        number(r.endErrorS() * MS)));
    incomparable += Double.isNaN(r.romErrorM()) || Double.isNaN(r.peakErrorMps()) ? 1 : 0;
    peak.add(r.peakErrorMps());
    mean.add(r.meanErrorMps());
    rom.add(r.romErrorM());
    height.add(r.heightRmseM());
    forward.add(r.forwardRmseM());
    start.add(r.startErrorS());
    end.add(r.endErrorS());
    peakCovered += covered(r.peakErrorMps(), r.peakSdMps());
    meanCovered += covered(r.meanErrorMps(), r.meanSdMps());
    romCovered += covered(r.romErrorM(), r.romSdM());
  }

  private static int covered(double error, double sd) {
    return Math.abs(error) <= TWO_SIDED_95 * sd ? 1 : 0;
  }

  void unmatched() {
    unmatched++;
  }

  void inclination(double errorDeg) {
    inclination.add(errorDeg);
  }

  void truth(boolean known, boolean phased, long trueReps) {
    if (!known) {
      line("score: the recording has no truth_z column, so there is nothing to compare with");
      return;
    }
    line(String.format(Locale.ROOT, "score: %d reps compared%s", reps,
        phased
            ? "; the reference phases name " + trueReps + " ascents, " + unmatched + " reps match none of them, "
                + Math.max(0, trueReps - reps) + " were not found"
            : "; the recording names no reference phases: truth is taken between the measured boundaries"));
    if (incomparable > 0) {
      line(String.format(Locale.ROOT,
          "score: %d of them cannot be compared in full, because the reference has a gap where they begin or end (-)",
          incomparable));
    }
    if (reps > 0) {
      line("score                          n         bias           SD         RMSE   within 95 %");
      total("peak concentric velocity", "m/s", peak, 1, peakCovered);
      total("mean concentric velocity", "m/s", mean, 1, meanCovered);
      total("range of motion", "m", rom, 1, romCovered);
      rms("height over the rep", "mm", height, MM);
      rms("forward drift, ascent", "mm", forward, MM);
      total("start of the ascent", "ms", start, MS, -1);
      total("end of the ascent", "ms", end, MS, -1);
    }
    if (inclination.n() > 0) {
      line(String.format(Locale.ROOT, "score %-26s %.2f ° RMSE while moving (%d samples)", "inclination",
          inclination.rmse(),
          inclination.n()));
    }
  }

  private void total(String name, String unit, ErrorSum sum, double scale, long covered) {
    String share = covered < 0 || sum.n() == 0 ? "" : String.format(Locale.ROOT, "%8.0f %%", 100.0 * covered / sum.n());
    line(String.format(Locale.ROOT, "score %-24s %3d %9s %-3s %8s %-3s %8s %-3s %s", name, sum.n(),
        figure(sum.bias() * scale, scale), unit, figure(sum.sd() * scale, scale), unit,
        figure(sum.rmse() * scale, scale),
        unit, share).stripTrailing());
  }

  private void rms(String name, String unit, ErrorSum sum, double scale) {
    line(String.format(Locale.ROOT, "score %-24s %3d %9s %-3s %8s %-3s %8s %-3s", name, sum.n(), "", "", "", "",
        figure(sum.rmse() * scale, scale), unit).stripTrailing());
  }

  private static String figure(double value, double scale) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, scale == 1 ? "%.4f" : "%.1f", value);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }

  private void line(String text) {
    beforeLine.run();
    out.println(text);
  }
}
