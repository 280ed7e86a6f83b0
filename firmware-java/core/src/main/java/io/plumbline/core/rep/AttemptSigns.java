package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// What a stroke and the hold at its top tell of an attempt, apart from how far it went. Stateless.
final class AttemptSigns {
  private static final double STAND_TO = 0.93;
  /// A bar that swung back from beyond its lockout goes on swinging: it sinks only by more than this share of that.
  private static final double SWING_SHARE = 0.5;
  /// How long a bar that was thrown a little beyond the arms' reach comes back for: until then it does not tell whether it sinks.
  private static final double SETTLE_S = 0.3;
  private static final double SHORTEST_HOLD_S = 0.15;
  /// Until here it may already be on its way down.
  private static final double LEAVING_S = 0.05;
  /// Who holds a bar lets it sink by no more than that, and no faster.
  private static final double NEAR_M = 0.02;
  private static final double SINKING_MPS = 0.01;

  private AttemptSigns() {}

  /// Whether the bar stood, or sank, for so long between the first and the last part of its way up.
  ///
  /// @param leastM   how far it has risen at the least
  /// @param standMps velocity below which it stands
  static boolean stands(MotionCurve c, int from, int to, double leastM, double standS, double standMps) {
    double mostM = STAND_TO * (c.heightM(to) - c.heightM(from));
    double stoodS = 0;
    for (int i = from + 1; i <= to; i++) {
      double risenM = c.heightM(i) - c.heightM(from);
      boolean still = risenM > leastM && risenM < mostM && c.velocityMps(i) < standMps;
      stoodS = still ? stoodS + c.secondsBetween(i - 1, i) : 0;
      if (stoodS >= standS) {
        return true;
      }
    }
    return false;
  }

  /// Whether the bar came back on its way up and was not as high again for so long: it swings where it is held, so that it never stands.
  ///
  /// @param leastM how far it has risen at the least
  /// @param byM    by how much it came back
  static boolean fallsBack(MotionCurve c, int from, int to, double leastM, double byM, double forS) {
    double mostM = STAND_TO * (c.heightM(to) - c.heightM(from));
    int highest = from;
    boolean cameBack = false;
    for (int i = from + 1; i <= to; i++) {
      if (c.heightM(i) >= c.heightM(highest)) {
        if (cameBack && c.secondsBetween(highest, i) >= forS) {
          return true;
        }
        highest = i;
        cameBack = false;
      }
      double risenM = c.heightM(highest) - c.heightM(from);
      cameBack |= risenM > leastM && risenM < mostM && c.heightM(highest) - c.heightM(i) > byM;
    }
    return false;
  }

  /// How far the bar surely sank while it was held, after it settled and before it was let down, m; 0 where it did not or was not held. In a
  /// lockout the joints carry the load; a bar that is stuck hangs on muscles, which give way. It is the trend of all heights of the hold, so that a
  /// shaft that whips does not sink.
  ///
  /// @param top  entry at which the upward stroke ends
  /// @param down entry at which the downward one begins
  /// @param doubtSds of the velocity, whose error hardly changes over a hold
  static double sunkM(MotionCurve c, int top, int down, double doubtSds) {
    int a = top;
    while (a < down && c.secondsBetween(top, a) < SETTLE_S) {
      a++;
    }
    int leaves = holdEnd(c, top, down);
    int b = leaves;
    while (b > a && c.secondsBetween(b, leaves) < LEAVING_S) {
      b--;
    }
    double heldS = c.secondsBetween(a, b);
    if (heldS < SHORTEST_HOLD_S) {
      return 0;
    }
    double doubtM = doubtSds * Math.sqrt(c.velocityVar((a + b) / 2)) * heldS;
    double sunkM = -trendMps(c, a, b) * heldS - doubtM;
    return sunkM > SWING_SHARE * swungM(c, top, a) ? sunkM : 0;
  }

  /// Where the bar is let down: what sinks and comes to stand again before that was held still.
  private static int holdEnd(MotionCurve c, int top, int down) {
    int i = down;
    while (i < c.size() - 1 && c.heightM(top) - c.heightM(i) < NEAR_M) {
      i++;
    }
    while (i > down && c.velocityMps(i) < -SINKING_MPS) {
      i--;
    }
    return i;
  }

  /// How far the bar fell back from its top between two entries, m.
  private static double swungM(MotionCurve c, int from, int to) {
    double lowM = c.heightM(from);
    for (int i = from; i <= to; i++) {
      lowM = Math.min(lowM, c.heightM(i));
    }
    return c.heightM(from) - lowM;
  }

  /// Slope of the line through all heights between two entries, by least squares.
  private static double trendMps(MotionCurve c, int a, int b) {
    double midS = c.secondsBetween(a, b) / 2;
    double products = 0;
    double squares = 0;
    for (int i = a; i <= b; i++) {
      double t = c.secondsBetween(a, i) - midS;
      products += t * (c.heightM(i) - c.heightM(a));
      squares += t * t;
    }
    return products / squares;
  }

  /// Level travel between two entries, m.
  static double travelM(MotionCurve c, int a, int b) {
    return Math.hypot(c.acrossM(b) - c.acrossM(a), c.alongM(b) - c.alongM(a));
  }

  /// Height at which the bar was held, m, the mean between two entries: a light bar is thrown beyond it.
  static double heldM(MotionCurve c, int top, int down) {
    double sum = 0;
    for (int i = top; i <= down; i++) {
      sum += c.heightM(i);
    }
    return sum / (down - top + 1);
  }
}
