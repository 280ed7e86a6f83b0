package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Where a stroke that begins or ends in the air does so. Velocity leaves zero and comes back to it as a power of time, flatter the gentler
/// the lifter: too flat for a threshold, and a crossing of zero is moved by millimetres a second of drift. So the instants at which it passes
/// a small and a larger share of the stroke's peak are carried on to zero; where velocity truly crosses zero, as in touch-and-go, that
/// counts.
///
/// Not thread-safe.
final class StrokeEdge {
  /// Exponent of a start, and the bounds of that of an end: measured on strokes of lifts that do not touch the floor.
  private static final double START_POWER = 1.8;
  private static final double STEEPEST_END_POWER = 1.2;
  private static final double FLATTEST_END_POWER = 2.4;
  /// Shares of the peak velocity.
  private static final double START_LOW = 0.03;
  private static final double START_HIGH = 0.2;
  private static final double END_LOW = 0.02;
  private static final double END_HIGH = 0.15;
  /// Tremor of hands: below it nothing is told from standing.
  private static final double TREMOR_MPS = 0.012;
  /// A bar this fast the other way has not turned yet.
  private static final double BACKWARD_MPS = 0.01;
  /// From this share of the way on a stop is the end.
  private static final double NEARLY_THERE = 0.93;
  /// How much longer or shorter a lifter takes from standing to the larger share, over the time between both shares.
  private static final double START_SD_SHARE = 0.2;
  private static final double END_SD_SHARE = 0.2;
  private static final double MODEL_SD_S = 0.003;

  private double ns;
  private double sdS;

  /// Finds the start of the stroke between two entries.
  ///
  /// @param earliest the first entry that may belong to it
  /// @param direction 1 for up, −1 for down
  /// @return whether it was found
  boolean findStart(MotionCurve c, int earliest, int start, int end, int direction) {
    double peakMps = peak(c, start, end, direction);
    double highMps = START_HIGH * peakMps;
    double lowMps = Math.max(TREMOR_MPS, START_LOW * peakMps);
    int high = start;
    while (high < end && direction * c.velocityMps(high) < highMps) {
      high++;
    }
    high = backTo(c, high, earliest, direction, highMps);
    int low = high < 0 ? -1 : backTo(c, high, earliest, direction, lowMps);
    if (low < 0 || highMps <= lowMps) {
      return false;
    }
    double highNs = crossing(c, high, direction, highMps);
    double lowNs = crossing(c, low, direction, lowMps);
    ns = carriedOn(lowNs, highNs, lowMps, highMps, START_POWER);
    int turn = low;
    while (turn > earliest && c.timeNs(turn) > ns && direction * c.velocityMps(turn) > -BACKWARD_MPS) {
      turn--;
    }
    if (direction * c.velocityMps(turn) <= -BACKWARD_MPS) {
      while (direction * c.velocityMps(turn + 1) <= 0) {
        turn++;
      }
      ns = Math.max(ns, crossing(c, turn, direction, 0));
    }
    setSd(c, low, START_SD_SHARE, Math.abs(highNs - lowNs) * 1e-9, highMps - lowMps);
    return true;
  }

  /// Finds the end of the stroke between two entries.
  ///
  /// @param latest    the last entry that may belong to it
  /// @param direction 1 for up, −1 for down
  /// @return whether it was found
  boolean findEnd(MotionCurve c, int start, int end, int latest, int direction) {
    double peakMps = peak(c, start, end, direction);
    double highMps = END_HIGH * peakMps;
    double lowMps = Math.max(TREMOR_MPS, END_LOW * peakMps);
    double nearlyM = c.heightM(start) + NEARLY_THERE * (c.heightM(end) - c.heightM(start));
    int near = start + 1;
    while (near < end && direction * (c.heightM(near) - nearlyM) < 0) {
      near++;
    }
    int high = near;
    while (high > start && direction * c.velocityMps(high) < highMps) {
      high--;
    }
    high = onTo(c, high, latest, direction, highMps);
    int low = high < 0 ? -1 : onTo(c, high, latest, direction, lowMps);
    if (low < 0 || highMps <= lowMps) {
      return false;
    }
    double highNs = crossing(c, high, direction, highMps);
    double lowNs = crossing(c, low, direction, lowMps);
    double firstNs = carriedOn(lowNs, highNs, lowMps, highMps, STEEPEST_END_POWER);
    double lastNs = carriedOn(lowNs, highNs, lowMps, highMps, FLATTEST_END_POWER);
    int zero = onTo(c, Math.max(low, near), latest, direction, 0);
    double zeroNs = zero < 0 ? lastNs : crossing(c, zero, direction, 0);
    ns = Math.max(firstNs, Math.min(lastNs, zeroNs));
    setSd(c, low, END_SD_SHARE, Math.abs(highNs - lowNs) * 1e-9, highMps - lowMps);
    return true;
  }

  private void setSd(MotionCurve c, int at, double share, double seconds, double mps) {
    sdS = Math.hypot(MODEL_SD_S, Math.hypot(share * seconds, Math.sqrt(c.velocityVar(at)) * seconds / mps));
  }

  /// The last entry before `from` at which velocity is not above a level, −1 where there is none.
  private static int backTo(MotionCurve c, int from, int earliest, int direction, double mps) {
    int i = from - 1;
    while (i >= earliest && direction * c.velocityMps(i) > mps) {
      i--;
    }
    return i < earliest ? -1 : i;
  }

  /// The last entry from `from` on before velocity is not above a level, −1 where there is none.
  private static int onTo(MotionCurve c, int from, int latest, int direction, double mps) {
    int i = from;
    while (i < latest && direction * c.velocityMps(i + 1) > mps) {
      i++;
    }
    return i >= latest ? -1 : i;
  }

  /// Time at which velocity passes a level between an entry and the next.
  private static double crossing(MotionCurve c, int i, int direction, double mps) {
    double a = direction * c.velocityMps(i);
    double b = direction * c.velocityMps(i + 1);
    double u = a == b ? 0 : Math.clamp((mps - a) / (b - a), 0, 1);
    return c.timeNs(i) + u * (c.timeNs(i + 1) - c.timeNs(i));
  }

  /// Where a velocity that goes with a power of time from zero, and has two values at two times, is zero.
  private static double carriedOn(double lowNs, double highNs, double lowMps, double highMps, double power) {
    double share = Math.pow(lowMps / highMps, 1 / power);
    return (lowNs - share * highNs) / (1 - share);
  }

  private static double peak(MotionCurve c, int start, int end, int direction) {
    double peakMps = 0;
    for (int i = start; i <= end; i++) {
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
