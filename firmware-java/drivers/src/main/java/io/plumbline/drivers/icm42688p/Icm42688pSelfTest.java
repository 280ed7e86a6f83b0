package io.plumbline.drivers.icm42688p;

import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.polled.AxisMeans;
import java.util.Locale;

/// Compares the axes with and without the forces of the chip's own test. The facts give the bits (section 3, register 0x70) but no limits; those
/// here are ours and only say that something moved and nothing broke.
final class Icm42688pSelfTest {
  static final long SETTLE_NS = 60_000_000;

  private static final int SAMPLES = 50;
  private static final double LEAST_ACCEL_MPS2 = 0.2;
  private static final double MOST_ACCEL_MPS2 = 40;
  private static final double LEAST_GYRO_RADPS = Math.toRadians(5);
  private static final double MOST_GYRO_RADPS = Math.toRadians(1900);

  private final AxisMeans without = new AxisMeans(Decoder.AXES);
  private final AxisMeans with = new AxisMeans(Decoder.AXES);
  private final double accelPerCountMps2;
  private final double gyroPerCountRadps;
  private AxisMeans current = without;

  Icm42688pSelfTest(Icm42688pConfig config) {
    accelPerCountMps2 = config.registerAccelPerCountMps2();
    gyroPerCountRadps = config.registerGyroPerCountRadps();
  }

  void begin(boolean forced) {
    current = forced ? with : without;
    current.clear();
  }

  /// Adds the six registers of a sample.
  ///
  /// @return whether these are enough
  boolean add(byte[] bytes) {
    for (int i = 0; i < Decoder.AXES; i++) {
      current.add(i, Decoder.int16(bytes, 2 * i) * (i < 3 ? accelPerCountMps2 : gyroPerCountRadps));
    }
    current.endSample();
    return current.size() == SAMPLES;
  }

  private double change(int axis) {
    return Math.abs(with.mean(axis) - without.mean(axis));
  }

  SelfTestResult result() {
    boolean passed = true;
    for (int i = 0; i < 3; i++) {
      passed &= change(i) >= LEAST_ACCEL_MPS2 && change(i) <= MOST_ACCEL_MPS2;
      passed &= change(i + 3) >= LEAST_GYRO_RADPS && change(i + 3) <= MOST_GYRO_RADPS;
    }
    return new SelfTestResult(passed, String.format(Locale.ROOT,
        "own forces move the accelerometer by %.2f %.2f %.2f m/s² (ours: %.1f to %.0f) and the gyro by %.0f %.0f %.0f °/s (ours: %.0f to %.0f)",
        change(0), change(1), change(2), LEAST_ACCEL_MPS2, MOST_ACCEL_MPS2, Math.toDegrees(change(3)),
        Math.toDegrees(change(4)), Math.toDegrees(change(5)), Math.toDegrees(LEAST_GYRO_RADPS),
        Math.toDegrees(MOST_GYRO_RADPS)));
  }
}
