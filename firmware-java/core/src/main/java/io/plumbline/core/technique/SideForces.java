package io.plumbline.core.technique;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;

/// The force on both sides as it comes, and the last quarter of a second of its sum. Allocates nothing after construction. Not thread-safe.
final class SideForces {
  /// Over which a rise is measured: the cells feel the plates knock in their bores, which 20 ms, good for the lifter's own force, would count.
  private static final long WINDOW_NS = 40_000_000;
  /// A converter whose samples are farther apart tells no rise.
  private static final long LONGEST_STEP_NS = 15_000_000;
  private static final long STALE_NS = 30_000_000;
  /// Steps of at least this, so that the memory lasts whatever the rate.
  private static final long STEP_NS = 900_000;
  private static final int CAPACITY = 256;

  private final long[] timeNs = new long[CAPACITY];
  private final double[] sumN = new double[CAPACITY];
  private int next;
  private int size;
  private double leftN = Double.NaN;
  private double rightN = Double.NaN;
  private long leftNs = Long.MIN_VALUE;
  private long rightNs = Long.MIN_VALUE;

  /// Takes what a frame holds of force.
  ///
  /// @return whether both sides are known now and the sum is new
  boolean add(SensorFrame frame) {
    double left = magnitude(frame, Channel.LEFT_FY, Channel.LEFT_FZ, Channel.LEFT_F);
    double right = magnitude(frame, Channel.RIGHT_FY, Channel.RIGHT_FZ, Channel.RIGHT_F);
    long now = frame.timeNs();
    if (!Double.isNaN(left)) {
      leftN = left;
      leftNs = now;
    }
    if (!Double.isNaN(right)) {
      rightN = right;
      rightNs = now;
    }
    boolean fresh = !Double.isNaN(left) || !Double.isNaN(right);
    if (!fresh || leftNs == Long.MIN_VALUE || rightNs == Long.MIN_VALUE || now - leftNs > STALE_NS
        || now - rightNs > STALE_NS) {
      return false;
    }
    int latest = (next + CAPACITY - 1) % CAPACITY;
    if (size > 0 && now - timeNs[latest] < STEP_NS) {
      return false;
    }
    timeNs[next] = now;
    sumN[next] = leftN + rightN;
    next = (next + 1) % CAPACITY;
    size = Math.min(size + 1, CAPACITY);
    return true;
  }

  private static double magnitude(SensorFrame frame, Channel y, Channel z, Channel alone) {
    if (frame.has(y) && frame.has(z)) {
      return Math.sqrt(frame.get(y) * frame.get(y) + frame.get(z) * frame.get(z));
    }
    return frame.has(alone) ? Math.abs(frame.get(alone)) : Double.NaN;
  }

  /// The steepest rise of the sum since it was last below a level, as far as is remembered; where it took less than the window, its mean.
  ///
  /// @return N/s, NaN where samples are too far apart to tell
  double steepestNps(double aboveN) {
    int latest = (next + CAPACITY - 1) % CAPACITY;
    double steepest = Double.NaN;
    int late = latest;
    for (int back = 1; back < size; back++) {
      int i = (latest + CAPACITY - back) % CAPACITY;
      if (timeNs[(i + 1) % CAPACITY] - timeNs[i] > LONGEST_STEP_NS) {
        return steepest;
      }
      while (timeNs[late] - timeNs[i] > WINDOW_NS
          && timeNs[(late + CAPACITY - 1) % CAPACITY] - timeNs[i] >= WINDOW_NS) {
        late = (late + CAPACITY - 1) % CAPACITY;
      }
      boolean below = sumN[i] < aboveN;
      if (timeNs[late] - timeNs[i] >= WINDOW_NS || (below && Double.isNaN(steepest))) {
        double rise = (sumN[late] - sumN[i]) / ((timeNs[late] - timeNs[i]) * 1e-9);
        steepest = Double.isNaN(steepest) ? rise : Math.max(steepest, rise);
      }
      if (below) {
        return steepest;
      }
    }
    return steepest;
  }

  /// Sum of both sides.
  double sumN() {
    return leftN + rightN;
  }

  /// Whether a side is known to carry less than this now; false where there are no cells.
  boolean isLighterThan(long nowNs, double sideN) {
    return (leftN < sideN && nowNs - leftNs < STALE_NS) || (rightN < sideN && nowNs - rightNs < STALE_NS);
  }

  /// Left less right.
  double differenceN() {
    return leftN - rightN;
  }
}
