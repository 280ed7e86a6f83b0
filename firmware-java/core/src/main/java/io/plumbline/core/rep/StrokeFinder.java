package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Finds the strokes of a segment: maximal movements up or down. Two turning points belong to one stroke unless the bar came back by
/// [#REVERSAL_M] between them, so that a sticking point or a hitch does not cut a rep in two.
///
/// A stroke begins and ends where velocity is zero. Where the bar turns, that is a crossing; where it rests or is held, velocity is
/// followed down to [#SLOW_MPS] and the rest is extrapolated as a movement that begins with steady jerk (v ∝ t²), because noise decides
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
  private static final double TURN_S = 0.06;
  private static final double LONGEST_ONSET_S = 0.15;

  private int count;
  private final int[] first = new int[CAPACITY];
  private final int[] last = new int[CAPACITY];
  private final double[] startNs = new double[CAPACITY];
  private final double[] endNs = new double[CAPACITY];
  private final boolean[] up = new boolean[CAPACITY];

  /// Finds the strokes of the curve, in time order, directions alternating.
  public void find(MotionCurve c) {
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
        if (h - c.heightM(low) >= REVERSAL_M) {
          direction = 1;
          pivot = low;
          extreme = i;
        } else if (c.heightM(high) - h >= REVERSAL_M) {
          direction = -1;
          pivot = high;
          extreme = i;
        }
      } else if (direction * (h - c.heightM(extreme)) > 0) {
        extreme = i;
      } else if (direction * (c.heightM(extreme) - h) >= REVERSAL_M) {
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

  private void add(MotionCurve c, int from, int to, int direction) {
    if (count == CAPACITY) {
      return;
    }
    double bottom = direction * c.heightM(from);
    double top = direction * c.heightM(to);
    int leaving = to;
    while (leaving > from && direction * c.heightM(leaving) > bottom + EDGE_M) {
      leaving--;
    }
    while (leaving > 0 && direction * c.velocityMps(leaving) > SLOW_MPS) {
      leaving--;
    }
    int arriving = from;
    while (arriving < to && direction * c.heightM(arriving) < top - EDGE_M) {
      arriving++;
    }
    while (arriving < c.size() - 1 && direction * c.velocityMps(arriving) > SLOW_MPS) {
      arriving++;
    }
    // A slow start may have been walked past: the movement begins where velocity leaves SLOW for the last time below the edge.
    while (leaving < arriving - 1 && direction * c.velocityMps(leaving + 1) <= SLOW_MPS) {
      leaving++;
    }
    startNs[count] = zeroNs(c, leaving, leaving + 1, -1, direction);
    endNs[count] = zeroNs(c, arriving, arriving - 1, 1, direction);
    first[count] = leaving;
    last[count] = arriving;
    up[count] = direction > 0;
    count++;
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
    for (int i = slow; i >= 0 && i < c.size() && Math.abs(c.secondsBetween(slow, i)) <= TURN_S; i += step) {
      double v = direction * c.velocityMps(i);
      if (v <= 0) {
        double before = direction * c.velocityMps(i - step);
        double u = before > v ? before / (before - v) : 1;
        return c.timeNs(i - step) + (c.timeNs(i) - c.timeNs(i - step)) * Math.min(Math.max(u, 0), 1);
      }
    }
    double accel = Math.abs(c.accelMps2(fast));
    double onsetS = accel > 0 ? Math.min(2 * SLOW_MPS / accel, LONGEST_ONSET_S) : 0;
    double limitNs = step < 0 ? c.timeNs(0) : c.timeNs(c.size() - 1);
    double zero = crossingNs + step * onsetS * 1e9;
    return step < 0 ? Math.max(zero, limitNs) : Math.min(zero, limitNs);
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
