package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Finds the strokes of a segment: maximal movements up or down. Two turning points belong to one stroke unless the bar came back by
/// [#REVERSAL_M] between them or stood for [#STOP_S], so that a sticking point or a hitch does not cut a rep in two.
///
/// A stroke begins and ends where velocity is zero. Where the bar turns, that is a crossing; where it comes to rest, velocity is followed down to [#SLOW_MPS] and the rest is extrapolated as a movement that begins with steady jerk (v ∝ t²), because noise decides
/// where a resting velocity crosses zero.
///
/// Allocates nothing after construction. Not thread-safe.
public final class StrokeFinder {
  /// Most strokes of a segment; later ones are left out.
  public static final int CAPACITY = 256;
  /// Smallest movement that counts as one.
  static final double REVERSAL_M = 0.12;
  /// Velocity below which the bar may as well stand.
  static final double SLOW_MPS = 0.02;
  private static final double EDGE_M = 0.02;
  private static final double STOP_S = 2;
  private static final double STOP_M = 0.06;
  /// Velocity is surely not zero beyond so many standard deviations, but where it is hardly known, long strokes are strokes still.
  private static final double DOUBT_SDS = 3;
  private static final double MOST_DOUBT_M = 0.15;
  private static final double DWELL_S = 0.8;
  private static final double DWELL_M = 0.04;
  private static final double MINOR_SHARE = 0.4;
  private static final double TURN_S = 0.06;
  private static final double LONGEST_ONSET_S = 0.3;
  private static final int SLOPE_STEPS = 8;

  private double reversalM = REVERSAL_M;
  private int count;
  private final int[] first = new int[CAPACITY];
  private final int[] last = new int[CAPACITY];
  private final double[] startNs = new double[CAPACITY];
  private final double[] endNs = new double[CAPACITY];
  private final boolean[] up = new boolean[CAPACITY];

  /// Finds the strokes of the curve, in time order.
  public void find(MotionCurve c) {
    find(c, REVERSAL_M);
  }

  /// Finds the strokes of the curve that are not smaller than the given height.
  public void find(MotionCurve c, double leastM) {
    reversalM = leastM;
    count = 0;
    int low = 0;
    int high = 0;
    int pivot = 0;
    int extreme = 0;
    int direction = 0;
    for (int i = 1; i < c.size(); i++) {
      double h = c.heightM(i);
      if (direction == 0) {
        low = h < c.heightM(low) ? i : low;
        high = h > c.heightM(high) ? i : high;
        if (h - c.heightM(low) >= reversalM) {
          direction = 1;
          pivot = low;
          extreme = i;
        } else if (c.heightM(high) - h >= reversalM) {
          direction = -1;
          pivot = high;
          extreme = i;
        }
      } else if (direction * (h - c.heightM(extreme)) > 0) {
        extreme = i;
      } else if (direction * (c.heightM(extreme) - h) >= reversalM) {
        add(c, pivot, extreme, direction);
        pivot = extreme;
        extreme = i;
        direction = -direction;
      }
    }
    if (direction != 0) {
      add(c, pivot, extreme, direction);
    }
  }

  /// Adds what lies between two turning points: several strokes where the bar stood still on the way.
  private void add(MotionCurve c, int start, int end, int direction) {
    int from = start;
    int back = start;
    for (int i = start; i <= end; i++) {
      while (c.secondsBetween(back, i) > STOP_S) {
        back++;
      }
      // A shock makes velocity uncertain for a moment: what was known before and after still is.
      double doubtM = Math.min(MOST_DOUBT_M, Math.min(doubtMps(c, back), doubtMps(c, i)) * STOP_S);
      boolean stood = back > from && direction * (c.heightM(i) - c.heightM(back)) < STOP_M + doubtM;
      if (stood) {
        addStroke(c, from, back, direction);
        from = i;
        back = i;
      }
    }
    addStroke(c, from, end, direction);
  }

  private void addStroke(MotionCurve c, int start, int end, int direction) {
    if (count == CAPACITY) {
      return;
    }
    int peak = fastest(c, start, end, direction);
    int from = afterDwell(c, start, end, peak, direction);
    int to = beforeDwell(c, start, end, peak, direction);
    double bottom = direction * c.heightM(from);
    double top = direction * c.heightM(to);
    int leaving = to;
    while (leaving > from && direction * c.heightM(leaving) > bottom + EDGE_M) {
      leaving--;
    }
    int floor = count > 0 ? last[count - 1] : 0;
    while (leaving > floor && direction * c.velocityMps(leaving) > slowMps(c, leaving, leaving > start)) {
      leaving--;
    }
    int arriving = from;
    while (arriving < to && direction * c.heightM(arriving) < top - EDGE_M) {
      arriving++;
    }
    while (arriving < c.size() - 1
        && direction * c.velocityMps(arriving) > slowMps(c, arriving, arriving < end)) {
      arriving++;
    }
    if (direction * (c.heightM(Math.max(end, arriving)) - c.heightM(start)) < reversalM) {
      return;
    }
    // A slow start may have been walked past: the movement begins where velocity leaves SLOW for the last time below the edge.
    while (leaving < arriving - 1 && direction * c.velocityMps(leaving + 1) <= SLOW_MPS) {
      leaving++;
    }
    double earliestNs = count > 0 ? endNs[count - 1] : Double.NEGATIVE_INFINITY;
    startNs[count] = Math.max(earliestNs, zeroNs(c, leaving, leaving + 1, -1, direction));
    endNs[count] = Math.max(startNs[count], zeroNs(c, arriving, arriving - 1, 1, direction));
    first[count] = c.entryNear(startNs[count], leaving);
    last[count] = c.entryNear(endNs[count], arriving);
    up[count] = direction > 0;
    count++;
  }

  /// Velocity below which the bar may as well stand; within the stroke it moves on, outside it may only seem to.
  private static double slowMps(MotionCurve c, int i, boolean within) {
    return within ? SLOW_MPS : Math.max(SLOW_MPS, doubtMps(c, i));
  }

  private static double doubtMps(MotionCurve c, int i) {
    return DOUBT_SDS * Math.sqrt(c.velocityVar(i));
  }

  private static int fastest(MotionCurve c, int from, int to, int direction) {
    int best = from;
    for (int i = from; i <= to; i++) {
      if (direction * c.velocityMps(i) > direction * c.velocityMps(best)) {
        best = i;
      }
    }
    return best;
  }

  /// A bar that creeps before it is lifted is not being lifted yet: where it gained next to nothing for [#DWELL_S] and most of the way was
  /// still to come, the stroke begins at the end of that dwell.
  private static int afterDwell(MotionCurve c, int from, int to, int peak, int direction) {
    double whole = direction * (c.heightM(to) - c.heightM(from));
    int back = peak;
    for (int i = peak; i > from; i--) {
      while (back > from && c.secondsBetween(back, i) < DWELL_S) {
        back--;
      }
      boolean dwells = c.secondsBetween(back, i) >= DWELL_S && direction * (c.heightM(i) - c.heightM(back)) < DWELL_M;
      if (dwells && direction * (c.heightM(i) - c.heightM(from)) < MINOR_SHARE * whole) {
        return slowest(c, back, i, direction);
      }
    }
    return from;
  }

  /// The same for a bar that creeps on after it was lifted.
  private static int beforeDwell(MotionCurve c, int from, int to, int peak, int direction) {
    double whole = direction * (c.heightM(to) - c.heightM(from));
    int ahead = peak;
    for (int i = peak; i < to; i++) {
      while (ahead < to && c.secondsBetween(i, ahead) < DWELL_S) {
        ahead++;
      }
      boolean dwells = c.secondsBetween(i, ahead) >= DWELL_S
          && direction * (c.heightM(ahead) - c.heightM(i)) < DWELL_M;
      if (dwells && direction * (c.heightM(to) - c.heightM(i)) < MINOR_SHARE * whole) {
        return slowest(c, i, ahead, direction);
      }
    }
    return to;
  }

  private static int slowest(MotionCurve c, int from, int to, int direction) {
    int best = to;
    for (int i = to; i >= from; i--) {
      if (direction * c.velocityMps(i) < direction * c.velocityMps(best)) {
        best = i;
      }
    }
    return best;
  }

  /// Time at which velocity was zero, given a slow entry and its faster neighbour; `step` leads away from the movement.
  private static double zeroNs(MotionCurve c, int slow, int fast, int step, int direction) {
    if (fast < 0 || fast >= c.size()) {
      return c.timeNs(slow);
    }
    double vs = direction * c.velocityMps(slow);
    double vf = direction * c.velocityMps(fast);
    double crossingNs = c.timeNs(slow);
    if (vf > SLOW_MPS && vs < vf) {
      double level = Math.max(vs, Math.min(SLOW_MPS, vf));
      crossingNs += (c.timeNs(fast) - c.timeNs(slow)) * ((level - vs) / (vf - vs));
    }
    // A bar that turns passes through zero and on; one that comes to rest only trembles about it.
    double turnNs = Double.NaN;
    for (int i = slow; i >= 0 && i < c.size() && Math.abs(c.secondsBetween(slow, i)) <= TURN_S; i += step) {
      double v = direction * c.velocityMps(i);
      double before = direction * c.velocityMps(i - step);
      if (v <= 0 && before > 0) {
        turnNs = c.timeNs(i - step) + (c.timeNs(i) - c.timeNs(i - step)) * (before / (before - v));
      }
      if (v < -SLOW_MPS) {
        return Double.isNaN(turnNs) ? c.timeNs(i) : turnNs;
      }
    }
    double accel = Math.abs(slope(c, fast));
    double onsetS = accel > 0 ? Math.min(2 * SLOW_MPS / accel, LONGEST_ONSET_S) : 0;
    double limitNs = step < 0 ? c.timeNs(0) : c.timeNs(c.size() - 1);
    double zero = crossingNs + step * onsetS * 1e9;
    return step < 0 ? Math.max(zero, limitNs) : Math.min(zero, limitNs);
  }

  /// Acceleration around an entry, averaged so that a sample's noise does not move a boundary.
  private static double slope(MotionCurve c, int i) {
    int a = Math.max(i - SLOPE_STEPS, 0);
    int b = Math.min(i + SLOPE_STEPS, c.size() - 1);
    return (c.velocityMps(b) - c.velocityMps(a)) / c.secondsBetween(a, b);
  }

  /// Strokes found.
  public int count() {
    return count;
  }

  /// First entry of the curve that belongs to a stroke.
  public int first(int stroke) {
    return first[stroke];
  }

  /// Last entry that belongs to it.
  public int last(int stroke) {
    return last[stroke];
  }

  /// When its velocity left zero, ns with fraction.
  public double startNs(int stroke) {
    return startNs[stroke];
  }

  /// When its velocity came back to zero, ns with fraction.
  public double endNs(int stroke) {
    return endNs[stroke];
  }

  /// Whether it leads up.
  public boolean up(int stroke) {
    return up[stroke];
  }
}
