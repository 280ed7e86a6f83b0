package io.plumbline.drivers.adxl375;

import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.polled.AxisMeans;
import java.util.Locale;

/// Compares the axes with and without the chip's own force. The facts give the bit but no limits; those here are ours.
final class Adxl375SelfTest {
  static final long SETTLE_NS = 60_000_000;

  private static final int DROPPED = 34;
  private static final int SAMPLES = 32;
  private static final int LOOKS = 1000;
  private static final double LEAST_MPS2 = 5;
  private static final double MOST_MPS2 = 500;

  private final AxisMeans without = new AxisMeans(Decoder.AXES);
  private final AxisMeans with = new AxisMeans(Decoder.AXES);
  private AxisMeans current = without;
  private int dropped;
  private int looks;

  void begin(boolean forced) {
    current = forced ? with : without;
    current.clear();
    dropped = 0;
    looks = 0;
  }

  boolean isLate() {
    return ++looks > LOOKS;
  }

  /// Adds a sample; those that waited in the FIFO are dropped.
  boolean add(byte[] bytes) {
    if (dropped < DROPPED) {
      dropped++;
      return false;
    }
    for (int i = 0; i < Decoder.AXES; i++) {
      current.add(i, Decoder.axis(bytes, i) * Decoder.PER_COUNT_MPS2);
    }
    current.endSample();
    return current.size() == SAMPLES;
  }

  SelfTestResult result() {
    double x = Math.abs(with.mean(0) - without.mean(0));
    double y = Math.abs(with.mean(1) - without.mean(1));
    double z = Math.abs(with.mean(2) - without.mean(2));
    double most = Math.max(x, Math.max(y, z));
    return new SelfTestResult(most >= LEAST_MPS2 && most <= MOST_MPS2, String.format(Locale.ROOT,
        "its own force moves x, y, z by %.1f %.1f %.1f m/s² (ours: the most moved %.0f to %.0f)", x, y, z, LEAST_MPS2,
        MOST_MPS2));
  }
}
