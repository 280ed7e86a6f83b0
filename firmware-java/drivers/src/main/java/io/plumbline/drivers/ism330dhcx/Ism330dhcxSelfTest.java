package io.plumbline.drivers.ism330dhcx;

import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.polled.AxisMeans;
import java.util.Locale;

/// Looks at a chip that lies still: gravity and quiet. The facts name no bits for forces of its own, so this is all that can be told; the limits
/// are ours.
final class Ism330dhcxSelfTest {
  private static final int SAMPLES = 100;
  private static final double G_MPS2 = 9.80665;
  private static final double GRAVITY_OFF_MPS2 = 0.6;
  private static final double MOST_TURN_DPS = 5;

  private final AxisMeans means = new AxisMeans(2 * Decoder.AXES);
  private final double accelPerCountMps2;
  private final double gyroPerCountRadps;

  Ism330dhcxSelfTest(Ism330dhcxConfig config) {
    accelPerCountMps2 = config.accelPerCountMps2();
    gyroPerCountRadps = config.gyroPerCountRadps();
  }

  void begin() {
    means.clear();
  }

  /// Adds the registers of gyro and accelerometer.
  boolean add(byte[] bytes) {
    for (int i = 0; i < 2 * Decoder.AXES; i++) {
      means.add(i, Decoder.int16(bytes, 2 * i) * (i < Decoder.AXES ? gyroPerCountRadps : accelPerCountMps2));
    }
    means.endSample();
    return means.size() == SAMPLES;
  }

  SelfTestResult result() {
    double gravity = Math.sqrt(square(3) + square(4) + square(5));
    double turnDps = Math.toDegrees(Math.sqrt(square(0) + square(1) + square(2)));
    return new SelfTestResult(Math.abs(gravity - G_MPS2) <= GRAVITY_OFF_MPS2 && turnDps <= MOST_TURN_DPS, String.format(
        Locale.ROOT,
        "lying still it reads %.2f m/s² (ours: 9.81 within %.1f) and %.2f °/s (ours: within %.0f); no forces of its own are known",
        gravity, GRAVITY_OFF_MPS2, turnDps, MOST_TURN_DPS));
  }

  private double square(int channel) {
    return means.mean(channel) * means.mean(channel);
  }
}
