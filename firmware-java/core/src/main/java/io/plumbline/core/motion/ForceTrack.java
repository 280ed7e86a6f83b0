package io.plumbline.core.motion;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;

/// The force on both sides of the shaft, kept in steps as the motion is. Allocates nothing after construction. Not thread-safe.
public final class ForceTrack {
  private static final int CAPACITY = PodHistory.CAPACITY;
  private static final long STEP_NS = 3_000_000;
  /// A force older than this is not known any more; the slowest load-cell converters give ten a second.
  private static final long STALE_NS = 500_000_000;

  private final long[] timeNs = new long[CAPACITY];
  private final double[] leftN = new double[CAPACITY];
  private final double[] rightN = new double[CAPACITY];
  private int size;
  private long leftNs = Long.MIN_VALUE;
  private long rightNs = Long.MIN_VALUE;
  private double latestLeftN = Double.NaN;
  private double latestRightN = Double.NaN;

  /// Takes what the frame holds of force; two axes are joined to a magnitude, which survives the roll of the shaft.
  public void add(SensorFrame frame) {
    double left = magnitude(frame, Channel.LEFT_FY, Channel.LEFT_FZ, Channel.LEFT_F);
    double right = magnitude(frame, Channel.RIGHT_FY, Channel.RIGHT_FZ, Channel.RIGHT_F);
    if (Double.isNaN(left) && Double.isNaN(right)) {
      return;
    }
    if (!Double.isNaN(left)) {
      latestLeftN = left;
      leftNs = frame.timeNs();
    }
    if (!Double.isNaN(right)) {
      latestRightN = right;
      rightNs = frame.timeNs();
    }
    if (size > 0 && frame.timeNs() - timeNs[size - 1] < STEP_NS) {
      return;
    }
    if (size == CAPACITY) {
      drop(CAPACITY / 2);
    }
    timeNs[size] = frame.timeNs();
    leftN[size] = latestLeftN(frame.timeNs());
    rightN[size] = latestRightN(frame.timeNs());
    size++;
  }

  private static double magnitude(SensorFrame frame, Channel y, Channel z, Channel alone) {
    if (frame.has(y) && frame.has(z)) {
      return Math.sqrt(frame.get(y) * frame.get(y) + frame.get(z) * frame.get(z));
    }
    return frame.has(alone) ? Math.abs(frame.get(alone)) : Double.NaN;
  }

  /// Forgets everything but the last step.
  public void rebase() {
    if (size > 1) {
      drop(size - 1);
    }
  }

  private void drop(int count) {
    System.arraycopy(timeNs, count, timeNs, 0, size - count);
    System.arraycopy(leftN, count, leftN, 0, size - count);
    System.arraycopy(rightN, count, rightN, 0, size - count);
    size -= count;
  }

  /// Index of the last step at or before a time, −1 where there is none that is not stale; `from` is where to begin looking.
  public int indexAt(long ns, int from) {
    int i = Math.max(from, 0);
    if (size == 0 || timeNs[0] > ns) {
      return -1;
    }
    while (i + 1 < size && timeNs[i + 1] <= ns) {
      i++;
    }
    i = Math.min(i, size - 1);
    return ns - timeNs[i] > STALE_NS ? -1 : i;
  }

  /// Force on the left side at a step, NaN where there is no such cell.
  public double leftN(int i) {
    return leftN[i];
  }

  /// Force on the right side at a step, NaN where there is no such cell.
  public double rightN(int i) {
    return rightN[i];
  }

  /// Latest force on the left side, NaN where there is none or it is stale.
  public double latestLeftN(long nowNs) {
    return leftNs == Long.MIN_VALUE || nowNs - leftNs > STALE_NS ? Double.NaN : latestLeftN;
  }

  /// Latest force on the right side, NaN where there is none or it is stale.
  public double latestRightN(long nowNs) {
    return rightNs == Long.MIN_VALUE || nowNs - rightNs > STALE_NS ? Double.NaN : latestRightN;
  }
}
