package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// What a stroke and the hold at its top tell of an attempt, apart from how far it went. Stateless.
final class AttemptSigns {
  private static final double STAND_FROM = 0.15;
  private static final double STAND_TO = 0.93;
  /// How long a bar that was thrown a little beyond the arms' reach comes back for: until then it does not tell whether it sinks.
  private static final double SETTLE_S = 0.3;
  private static final double SHORTEST_HOLD_S = 0.3;
  /// Until here it may already be on its way down.
  private static final double LEAVING_S = 0.05;
  /// The velocity's error hardly changes over a hold, and what the smoother says of it is cautious.
  private static final double DOUBT_SDS = 0.5;

  private AttemptSigns() {}

  /// Whether the bar stood, or sank, for so long between the first and the last part of its way up.
  ///
  /// @param standMps velocity below which it stands
  static boolean stands(MotionCurve c, int from, int to, double standS, double standMps) {
    double risenM = c.heightM(to) - c.heightM(from);
    double stoodS = 0;
    for (int i = from + 1; i <= to; i++) {
      double share = (c.heightM(i) - c.heightM(from)) / risenM;
      boolean still = share > STAND_FROM && share < STAND_TO && c.velocityMps(i) < standMps;
      stoodS = still ? stoodS + c.secondsBetween(i - 1, i) : 0;
      if (stoodS >= standS) {
        return true;
      }
    }
    return false;
  }

  /// How far the bar surely sank while it was held, after it settled and before it was let down, m; 0 where it did not or was not held. In a
  /// lockout the joints carry the load; a bar that is stuck hangs on muscles, which give way.
  ///
  /// @param top  entry at which the upward stroke ends
  /// @param down entry at which the downward one begins
  static double sunkM(MotionCurve c, int top, int down) {
    int a = top;
    while (a < down && c.secondsBetween(top, a) < SETTLE_S) {
      a++;
    }
    int b = down;
    while (b > a && c.secondsBetween(b, down) < LEAVING_S) {
      b--;
    }
    double heldS = c.secondsBetween(a, b);
    if (heldS < SHORTEST_HOLD_S) {
      return 0;
    }
    double doubtM = DOUBT_SDS * Math.sqrt(c.velocityVar((a + b) / 2)) * heldS;
    return Math.max(0, c.heightM(a) - c.heightM(b) - doubtM);
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
