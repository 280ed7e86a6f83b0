package io.plumbline.bar.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is lost on the way from the chips to the pipeline, and how punctual the loop is, over windows of 10 s. What a window has shown holds
/// until the end of the next one.
final class LossJudge {
  private static final long WINDOW_NS = 10_000_000_000L;
  /// Shares of samples: fewer are bridged without much harm.
  private static final double LOST = 0.05;
  private static final double LOST_NO_MORE = 0.02;
  /// Share of passes: the chips' buffers bear a few, cues come later.
  private static final double LATE = 0.2;
  private static final double LATE_NO_MORE = 0.1;
  private static final String MEND = "what else runs on this computer? Keep a processor free for the loop ([loop] cpu)";

  private final List<Latch> losses = new ArrayList<>();
  private final Latch late = new Latch(0, 0);
  private @Nullable Signs before;
  private long windowEndNs;
  private List<Problem> problems = List.of();

  List<Problem> look(Signs now, long nowNs) {
    Signs then = before;
    if (then == null || nowNs - windowEndNs >= 0) {
      problems = then == null ? List.of() : judge(then, now, nowNs);
      before = now;
      windowEndNs = nowNs + WINDOW_NS;
    }
    return problems;
  }

  private List<Problem> judge(Signs then, Signs now, long nowNs) {
    List<Problem> found = new ArrayList<>();
    for (int i = 0; i < Math.min(now.chips().size(), then.chips().size()); i++) {
      while (losses.size() <= i) {
        losses.add(new Latch(0, 0));
      }
      Signs.Chip chip = now.chips().get(i);
      double share = share(chip.lost() - then.chips().get(i).lost(), chip.samples() - then.chips().get(i).samples());
      if (losses.get(i).look(share, LOST, LOST_NO_MORE, nowNs)) {
        found.add(new Problem(chip.name() + " losses", false, String.format(Locale.ROOT,
            "%s: %.0f %% of its samples are lost because the loop reads too late", chip.name(), 100 * share), MEND));
      }
    }
    if (now.loop().dropped() > then.loop().dropped()) {
      found.add(new Problem("dropped", false, "samples are left out because measuring does not keep up", MEND));
    }
    double lateShare = share(now.loop().skipped() - then.loop().skipped(),
        now.loop().passes() - then.loop().passes());
    if (late.look(lateShare, LATE, LATE_NO_MORE, nowNs)) {
      found.add(new Problem("late", false,
          String.format(Locale.ROOT, "%.0f %% of the loop's passes come too late, so cues may too", 100 * lateShare),
          MEND));
    }
    return found;
  }

  private static double share(long missing, long there) {
    long all = missing + there;
    return all <= 0 ? 0 : (double) missing / all;
  }
}
