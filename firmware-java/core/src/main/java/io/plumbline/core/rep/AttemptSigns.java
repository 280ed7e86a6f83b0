package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// What a stroke tells of an attempt, apart from how far it went. Stateless.
final class AttemptSigns {
  private static final double STAND_TO = 0.93;

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
