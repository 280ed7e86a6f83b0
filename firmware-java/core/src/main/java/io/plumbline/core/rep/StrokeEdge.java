package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Where a stroke that begins or ends in the air does so. Velocity leaves zero and comes back to it as a power of time, too flat for a
/// threshold, and a crossing of zero is moved by every mm/s of drift and by the tremor of hands. So the instants at which it passes a small
/// and a larger velocity are carried on to zero; where the bar truly turns, as in touch-and-go, or stops, as a rower's bar at the belly,
/// its crossing of zero counts.
///
/// Not thread-safe.
final class StrokeEdge {
  /// Exponent of an ascent's start: measured on ascents that begin in the air.
  static final double DRIVEN_POWER = 1.55;
  /// Exponent of both ends of a descent: minimum jerk (Flash and Hogan, J. Neurosci. 5, 1985, eq. 2), velocity as the square of time.
  static final double LOWERED_POWER = 2;
  /// Exponent of the flattest end of an ascent: where it is longer in coming, the crossing of zero is noise.
  private static final double FLATTEST_POWER = 2.2;
  private static final double LOW_MPS = 0.01;
  private static final double HIGH_MPS = 0.05;
  private static final double DOUBT_SDS = 2;
  private static final double HIGH_OVER_LOW = 4;
  private static final double MOST_OF_PEAK = 0.5;
  /// Shares of the peak velocity at which an ascent's end is seen to come.
  private static final double TOP_LOW = 0.02;
  private static final double TOP_HIGH = 0.15;
  /// A bar that hits a body dips and goes on for so long.
  private static final double DIP_S = 0.15;
  /// Where it was slower than that in its dip, it had come to the top, and swings.
  private static final double STOOD_MPS = 0.004;
  /// A bar this fast the other way has turned.
  private static final double TURNED_MPS = 0.01;
  /// From this share of the way on a stop is the end.
  private static final double NEARLY_THERE = 0.93;
  /// How far the exponents of lifters scatter, as a share of the time that was carried on over.
  private static final double POWER_SD_SHARE = 0.13;
  private static final double TOP_SD_SHARE = 0.08;
  private static final double MODEL_SD_S = 0.003;

  private double ns;
  private double sdS;

  /// Finds the boundary of a stroke at which its velocity leaves zero for good, or came back to it.
  ///
  /// @param at        an entry near the boundary
  /// @param limit     the last entry to look at outside the stroke
  /// @param inner     the other end of the stroke
  /// @param direction 1 for up, −1 for down
  /// @return whether it was found
  boolean find(MotionCurve c, int at, int limit, int inner, int direction, double power) {
    int inward = inner > at ? 1 : -1;
    double lowMps = Math.max(LOW_MPS, DOUBT_SDS * Math.sqrt(c.velocityVar(at)));
    double highMps = Math.min(Math.max(HIGH_MPS, HIGH_OVER_LOW * lowMps), MOST_OF_PEAK * peak(c, at, inner, direction));
    int high = at;
    while (high != inner && direction * c.velocityMps(high) < highMps) {
      high += inward;
    }
    high = outward(c, high, limit, inward, direction, highMps);
    int low = high < 0 ? -1 : outward(c, high, limit, inward, direction, lowMps);
    if (low < 0 || highMps <= lowMps) {
      return false;
    }
    double highNs = crossing(c, high, inward, direction, highMps);
    double lowNs = crossing(c, low, inward, direction, lowMps);
    ns = carriedOn(lowNs, highNs, lowMps, highMps, power);
    int turn = low;
    while (mayGoOut(c, turn, limit, inward) && inward * (c.timeNs(turn) - ns) > 0
        && direction * c.velocityMps(turn) > -TURNED_MPS) {
      turn -= inward;
    }
    if (direction * c.velocityMps(turn) <= -TURNED_MPS) {
      while (turn != inner && direction * c.velocityMps(turn + inward) <= 0) {
        turn += inward;
      }
      double turnNs = crossing(c, turn, inward, direction, 0);
      ns = inward > 0 ? Math.max(ns, turnNs) : Math.min(ns, turnNs);
    }
    setSd(c, low, lowNs, highNs, highMps - lowMps, POWER_SD_SHARE);
    return true;
  }

  /// Finds the top of an ascent: the first instant without upward movement near it.
  ///
  /// @param latest the last entry that may belong to it
  /// @return whether it was found
  boolean findTop(MotionCurve c, int start, int end, int latest) {
    double peakMps = peak(c, start, end, 1);
    double highMps = TOP_HIGH * peakMps;
    double lowMps = Math.max(Math.max(LOW_MPS, DOUBT_SDS * Math.sqrt(c.velocityVar(end))), TOP_LOW * peakMps);
    double nearlyM = c.heightM(start) + NEARLY_THERE * (c.heightM(end) - c.heightM(start));
    int near = start + 1;
    while (near < end && c.heightM(near) < nearlyM) {
      near++;
    }
    int low = outward(c, near, latest, -1, 1, lowMps);
    if (low < 0 || highMps <= lowMps) {
      return false;
    }
    int zero = low;
    int dip = low;
    int lowest = low;
    while (zero < latest && c.velocityMps(zero) > 0) {
      boolean goesOn = c.velocityMps(zero) > lowMps && c.secondsBetween(dip, zero) < DIP_S;
      if (goesOn && c.velocityMps(lowest) < STOOD_MPS) {
        zero = lowest;
        break;
      }
      low = goesOn ? zero + 1 : low;
      lowest = c.velocityMps(zero) < c.velocityMps(lowest) ? zero : lowest;
      zero++;
    }
    int high = low;
    while (high > start && c.velocityMps(high) < highMps) {
      high--;
    }
    double highNs = crossing(c, high + 1, -1, 1, highMps);
    double lowNs = crossing(c, low, -1, 1, lowMps);
    ns = carriedOn(lowNs, highNs, lowMps, highMps, FLATTEST_POWER);
    ns = zero < latest ? Math.min(ns, crossing(c, zero, -1, 1, 0)) : ns;
    setSd(c, low, lowNs, highNs, highMps - lowMps, TOP_SD_SHARE);
    return true;
  }

  private void setSd(MotionCurve c, int at, double lowNs, double highNs, double mps, double share) {
    double slopeS = Math.abs(highNs - lowNs) * 1e-9 / mps;
    sdS = Math.hypot(MODEL_SD_S,
        Math.hypot(share * Math.abs(ns - highNs) * 1e-9, Math.sqrt(c.velocityVar(at)) * slopeS));
  }

  /// Whether there is an entry further out, before the limit; where a search began beyond that, there is none.
  private static boolean mayGoOut(MotionCurve c, int i, int limit, int inward) {
    return inward > 0 ? i > Math.max(limit, 0) : i < Math.min(limit, c.size() - 1);
  }

  /// The first entry outward at which velocity is not above a level, −1 where there is none.
  private static int outward(MotionCurve c, int from, int limit, int inward, int direction, double mps) {
    int i = from;
    while (direction * c.velocityMps(i) > mps) {
      if (!mayGoOut(c, i, limit, inward)) {
        return -1;
      }
      i -= inward;
    }
    return i;
  }

  /// Time at which velocity passes a level between an entry and its neighbour inward.
  private static double crossing(MotionCurve c, int i, int inward, int direction, double mps) {
    int k = Math.clamp(i + inward, 0, c.size() - 1);
    double a = direction * c.velocityMps(i);
    double b = direction * c.velocityMps(k);
    double u = a == b ? 0 : Math.clamp((mps - a) / (b - a), 0, 1);
    return c.timeNs(i) + u * (c.timeNs(k) - c.timeNs(i));
  }

  /// Where a velocity that goes with a power of time from zero, and has two values at two times, is zero.
  private static double carriedOn(double lowNs, double highNs, double lowMps, double highMps, double power) {
    double share = Math.pow(lowMps / highMps, 1 / power);
    return (lowNs - share * highNs) / (1 - share);
  }

  private static double peak(MotionCurve c, int a, int b, int direction) {
    double peakMps = 0;
    for (int i = Math.min(a, b); i <= Math.max(a, b); i++) {
      peakMps = Math.max(peakMps, direction * c.velocityMps(i));
    }
    return peakMps;
  }

  /// When, ns with fraction.
  double timeNs() {
    return ns;
  }

  /// Standard deviation of [#timeNs()].
  double sdS() {
    return sdS;
  }
}
