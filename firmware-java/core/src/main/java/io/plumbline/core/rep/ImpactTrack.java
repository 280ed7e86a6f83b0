package io.plumbline.core.rep;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.Arrays;

/// The hardest jolts of the last minute: of each short slot of time the largest acceleration that a sensor by a collar felt, the high-g part
/// where it is fitted, else the inertial unit, whose range may cut it off. Allocates nothing after construction. Not thread-safe.
public final class ImpactTrack {
  private static final long SLOT_NS = 5_000_000;
  /// 82 s of slots.
  private static final int CAPACITY = 1 << 14;
  private static final Channel[][] SENSORS = {{Channel.LEFT_HX, Channel.LEFT_HY, Channel.LEFT_HZ},
      {Channel.RIGHT_HX, Channel.RIGHT_HY, Channel.RIGHT_HZ}, {Channel.LEFT_AX, Channel.LEFT_AY, Channel.LEFT_AZ},
      {Channel.RIGHT_AX, Channel.RIGHT_AY, Channel.RIGHT_AZ},
      {Channel.CENTRE_AX, Channel.CENTRE_AY, Channel.CENTRE_AZ}};

  private final double gravityMps2;
  private final long[] slot = new long[CAPACITY];
  private final double[] peakMps2 = new double[CAPACITY];

  /// @param gravityMps2 what a sensor at rest feels
  public ImpactTrack(double gravityMps2) {
    this.gravityMps2 = gravityMps2;
    Arrays.fill(slot, Long.MIN_VALUE);
  }

  /// Takes what the frame holds.
  public void add(SensorFrame frame) {
    for (Channel[] sensor : SENSORS) {
      if (frame.has(sensor[0]) && frame.has(sensor[1]) && frame.has(sensor[2])) {
        double x = frame.get(sensor[0]);
        double y = frame.get(sensor[1]);
        double z = frame.get(sensor[2]);
        put(frame.timeNs() / SLOT_NS, Math.sqrt(x * x + y * y + z * z) - gravityMps2);
      }
    }
  }

  private void put(long number, double mps2) {
    int i = (int) Math.floorMod(number, (long) CAPACITY);
    peakMps2[i] = slot[i] == number ? Math.max(peakMps2[i], mps2) : mps2;
    slot[i] = number;
  }

  /// Largest acceleration between two times, m/s², NaN where nothing was felt or it was too long ago.
  public double peakMps2(long fromNs, long toNs) {
    double most = Double.NaN;
    long last = Math.min(toNs / SLOT_NS, fromNs / SLOT_NS + CAPACITY - 1);
    for (long number = fromNs / SLOT_NS; number <= last; number++) {
      int i = (int) Math.floorMod(number, (long) CAPACITY);
      if (slot[i] == number && !(peakMps2[i] <= most)) {
        most = peakMps2[i];
      }
    }
    return most;
  }
}
