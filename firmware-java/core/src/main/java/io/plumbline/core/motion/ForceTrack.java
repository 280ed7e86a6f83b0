package io.plumbline.core.motion;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;

/// The force on both sides of the shaft, kept as its integral over time in steps of at least 3 ms: the mean over any window is the difference
/// of two entries, so that no sample is lost, whatever the rate of the converter. Allocates nothing after construction. Not thread-safe.
///
/// Two-axis cells give y and z in the bar frame; a cell with one axis gives a magnitude, which is kept as z of a shaft that does not roll,
/// downward ([#isMagnitude]).
public final class ForceTrack {
  private static final int CAPACITY = PodHistory.CAPACITY;
  private static final long STEP_NS = 3_000_000;
  /// A force older than this is not known any more; the slowest load-cell converters give ten a second.
  private static final long STALE_NS = 500_000_000;
  private static final int LEFT = 0;
  private static final int RIGHT = 1;

  private final Side[] sides = {new Side(Channel.LEFT_FY, Channel.LEFT_FZ, Channel.LEFT_F),
      new Side(Channel.RIGHT_FY, Channel.RIGHT_FZ, Channel.RIGHT_F)};

  /// One cell: its samples joined by straight lines and integrated.
  private static final class Side {
    private final SampleClock clock = new SampleClock();
    private final Channel yChannel;
    private final Channel zChannel;
    private final Channel alone;
    private final long[] timeNs = new long[CAPACITY];
    private final double[] impulseY = new double[CAPACITY];
    private final double[] impulseZ = new double[CAPACITY];
    private int size;
    private boolean magnitude;
    private long lastNs = Long.MIN_VALUE;
    private double lastY;
    private double lastZ;
    private double sumY;
    private double sumZ;

    Side(Channel y, Channel z, Channel alone) {
      this.yChannel = y;
      this.zChannel = z;
      this.alone = alone;
    }

    void add(SensorFrame frame) {
      if (frame.has(yChannel) && frame.has(zChannel)) {
        magnitude = false;
        add(frame.timeNs(), frame.get(yChannel), frame.get(zChannel));
      } else if (frame.has(alone)) {
        magnitude = true;
        add(frame.timeNs(), 0, -Math.abs(frame.get(alone)));
      }
    }

    private void add(long stampNs, double y, double z) {
      if (lastNs != Long.MIN_VALUE && stampNs - lastNs > STALE_NS) {
        clock.restart();
      }
      long ns = clock.correct(stampNs);
      boolean joins = lastNs != Long.MIN_VALUE && ns - lastNs <= STALE_NS;
      if (joins) {
        double halfS = 0.5e-9 * (ns - lastNs);
        sumY += halfS * (lastY + y);
        sumZ += halfS * (lastZ + z);
      } else {
        size = 0;
        sumY = 0;
        sumZ = 0;
      }
      lastNs = ns;
      lastY = y;
      lastZ = z;
      if (size > 0 && ns - timeNs[size - 1] < STEP_NS) {
        return;
      }
      if (size == CAPACITY) {
        drop(CAPACITY / 2);
      }
      timeNs[size] = ns;
      impulseY[size] = sumY;
      impulseZ[size] = sumZ;
      size++;
    }

    void drop(int count) {
      System.arraycopy(timeNs, count, timeNs, 0, size - count);
      System.arraycopy(impulseY, count, impulseY, 0, size - count);
      System.arraycopy(impulseZ, count, impulseZ, 0, size - count);
      size -= count;
    }

    /// The last entry at or before a time, looked for by halving.
    private int before(long ns) {
      int low = 0;
      int high = size - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (timeNs[middle] <= ns) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }

    private static double at(long[] times, double[] values, int i, long ns) {
      double u = (double) (ns - times[i]) / (times[i + 1] - times[i]);
      return values[i] + u * (values[i + 1] - values[i]);
    }

    double mean(long fromNs, long toNs, double ofY, double ofZ) {
      if (size < 2 || toNs <= fromNs || fromNs < timeNs[0] || toNs > timeNs[size - 1]) {
        return Double.NaN;
      }
      int a = Math.min(before(fromNs), size - 2);
      int b = Math.min(before(toNs), size - 2);
      double y = at(timeNs, impulseY, b, toNs) - at(timeNs, impulseY, a, fromNs);
      double z = at(timeNs, impulseZ, b, toNs) - at(timeNs, impulseZ, a, fromNs);
      return (ofY * y + ofZ * z) / ((toNs - fromNs) * 1e-9);
    }

    double latest(long nowNs) {
      return lastNs == Long.MIN_VALUE || nowNs - lastNs > STALE_NS
          ? Double.NaN
          : Math.sqrt(lastY * lastY + lastZ * lastZ);
    }
  }

  /// Takes what the frame holds of force.
  public void add(SensorFrame frame) {
    sides[LEFT].add(frame);
    sides[RIGHT].add(frame);
  }

  /// Mean over a window of the part of a side's force that points along a direction in the bar frame's y–z plane, NaN where it is not known.
  ///
  /// @param side 0 left, 1 right
  public double meanN(int side, long fromNs, long toNs, double ofY, double ofZ) {
    return sides[side].mean(fromNs, toNs, ofY, ofZ);
  }

  /// Whether a side's cell gives a magnitude only.
  public boolean isMagnitude(int side) {
    return sides[side].magnitude;
  }

  /// Latest magnitude of the force on the left side, NaN where there is none or it is stale.
  public double latestLeftN(long nowNs) {
    return sides[LEFT].latest(nowNs);
  }

  /// Latest magnitude of the force on the right side, NaN where there is none or it is stale.
  public double latestRightN(long nowNs) {
    return sides[RIGHT].latest(nowNs);
  }
}
