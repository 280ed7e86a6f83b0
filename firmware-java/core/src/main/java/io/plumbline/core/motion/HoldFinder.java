package io.plumbline.core.motion;

/// Finds with hindsight where the bar was held: its velocity was steady for [#LEAST_S], small for what is known of it, and the bar left to
/// where it had come from (or not at all), which no sticking point does. There its mean velocity was zero, whatever an estimate that drifts
/// says. (Zero-velocity updates as in Skog et al., IEEE TBME 57(11), 2010, with a test that bears the tremor and sway of a person.)
///
/// Allocates nothing after construction. Not thread-safe.
final class HoldFinder {
  static final int CAPACITY = 512;
  /// Velocity is a mean over this, which takes out the tremor of hands, 8 to 12 Hz.
  private static final double MEAN_S = 0.12;
  private static final double LEAST_S = 0.25;
  private static final double STEADY_MPS = 0.012;
  private static final double STEADY_LEVEL_MPS = 0.02;
  private static final double SLOW_MPS = 0.02;
  private static final double SLOW_LEVEL_MPS = 0.03;
  /// What surely sinks faster is not held: muscles that are stuck halfway give way.
  private static final double SINKING_MPS = 0.003;
  private static final double SURE_SDS = 2;
  /// A velocity with no more doubt than this is taken at its word.
  private static final double KNOWN_SD_MPS = 0.01;
  private static final double DOUBT_SDS = 2.5;
  /// What a lift's acceleration tilts the estimate by is not in its doubt.
  private static final double LEVEL_DOUBT_SDS = 10;
  private static final double MOST_DOUBT_MPS = 0.08;
  /// A bar that has gone so far has left.
  private static final double LEFT_M = 0.05;

  private final Runs upright = new Runs();
  private final Runs level = new Runs();
  private final double[] mean = new double[3];
  private final double[] now = new double[3];

  /// Finds the holds of a curve.
  void find(MotionCurve c) {
    upright.count = 0;
    level.count = 0;
    find(c, upright, 2, 3, STEADY_MPS);
    find(c, level, 0, 2, STEADY_LEVEL_MPS);
  }

  /// Finds runs in which the components `from` to `to`, the latter excluded, of velocity are steady and zero as far as is known.
  private void find(MotionCurve c, Runs runs, int from, int to, double steadyMps) {
    int begin = 0;
    int behind = 0;
    int ahead = 0;
    int n = 0;
    for (int i = 0; i < c.size(); i++) {
      while (c.secondsBetween(behind, i) > MEAN_S / 2) {
        behind++;
      }
      while (ahead < c.size() - 1 && c.secondsBetween(i, ahead) < MEAN_S / 2) {
        ahead++;
      }
      if (ahead <= behind) {
        continue;
      }
      velocity(c, behind, ahead, now);
      boolean steady = n > 0;
      for (int axis = from; axis < to && steady; axis++) {
        steady = Math.abs(now[axis] - mean[axis]) < steadyMps;
      }
      if (!steady) {
        close(c, runs, begin, i - 1, from);
        begin = i;
        n = 0;
      }
      n++;
      for (int axis = from; axis < to; axis++) {
        mean[axis] = n == 1 ? now[axis] : mean[axis] + (now[axis] - mean[axis]) / n;
      }
    }
    close(c, runs, begin, c.size() - 1, from);
  }

  private void close(MotionCurve c, Runs runs, int begin, int end, int from) {
    if (end <= begin || c.secondsBetween(begin, end) < LEAST_S || runs.count == CAPACITY) {
      return;
    }
    boolean held;
    if (from == 2) {
      // The longer it is steady, the less it can have moved so near to where it turned.
      double sds = DOUBT_SDS * c.secondsBetween(begin, end) / LEAST_S;
      double sdMps = Math.sqrt(c.velocityVar((begin + end) / 2));
      double doubtMps = sds * sdMps;
      held = Math.abs(mean[2]) < Math.max(SLOW_MPS, Math.min(MOST_DOUBT_MPS, doubtMps))
          && mean[2] > -SINKING_MPS - SURE_SDS * Math.max(0, sdMps - KNOWN_SD_MPS)
          && turns(c, begin, end);
    } else {
      double doubtMps = LEVEL_DOUBT_SDS * Math.sqrt(c.levelVelocityVar((begin + end) / 2));
      held = Math.hypot(mean[0], mean[1]) < SLOW_LEVEL_MPS + doubtMps
          && upright.covers(c.timeNs(begin), c.timeNs(end));
    }
    if (held) {
      runs.add(c.timeNs(begin), c.timeNs(end));
    }
  }

  private static void velocity(MotionCurve c, int a, int b, double[] into) {
    double s = c.secondsBetween(a, b);
    into[0] = (c.alongM(b) - c.alongM(a)) / s;
    into[1] = (c.acrossM(b) - c.acrossM(a)) / s;
    into[2] = (c.heightM(b) - c.heightM(a)) / s;
  }

  /// Whether the bar went back to where it came from, as far as the curve tells.
  private static boolean turns(MotionCurve c, int begin, int end) {
    int before = begin;
    while (before > 0 && Math.abs(c.heightM(before) - c.heightM(begin)) < LEFT_M) {
      before--;
    }
    int after = end;
    while (after < c.size() - 1 && Math.abs(c.heightM(after) - c.heightM(end)) < LEFT_M) {
      after++;
    }
    boolean unknown = before == 0 || after == c.size() - 1;
    return unknown || (c.heightM(before) > c.heightM(begin)) == (c.heightM(after) > c.heightM(end));
  }

  /// Where it did not go up or down.
  Runs upright() {
    return upright;
  }

  /// Where it went nowhere.
  Runs level() {
    return level;
  }

  /// Intervals of time in order.
  static final class Runs {
    private int count;
    private final long[] startNs = new long[CAPACITY];
    private final long[] endNs = new long[CAPACITY];

    private void add(long fromNs, long toNs) {
      startNs[count] = fromNs;
      endNs[count] = toNs;
      count++;
    }

    /// Whether one of them meets an interval.
    private boolean covers(long fromNs, long toNs) {
      for (int k = 0; k < count; k++) {
        if (startNs[k] < toNs && endNs[k] > fromNs) {
          return true;
        }
      }
      return false;
    }

    /// Writes the standard deviation of a velocity of zero for each time that lies in a run, 0 for others.
    ///
    /// @param sdMps of the mean velocity over a second
    void write(long[] timeNs, double[] stepS, int size, double sdMps, double[] into) {
      int k = 0;
      for (int i = 0; i < size; i++) {
        while (k < count && endNs[k] < timeNs[i]) {
          k++;
        }
        boolean held = k < count && timeNs[i] >= startNs[k];
        into[i] = held ? sdMps / Math.sqrt(stepS[i]) : 0;
      }
    }
  }
}
