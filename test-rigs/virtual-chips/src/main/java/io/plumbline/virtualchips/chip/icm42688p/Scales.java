package io.plumbline.virtualchips.chip.icm42688p;

/// From what is felt to counts (sections 4 and 5).
final class Scales {
  static final double G_MPS2 = 9.80665;
  private static final double[] GYRO_LSB_PER_DPS = {16.4, 32.8, 65.5, 131, 262, 524.3, 1048.6, 2097.2};
  private static final double[] ACCEL_LSB_PER_G = {2048, 4096, 8192, 16384};
  private static final double[] ODR_HZ = {0, 32_000, 16_000, 8000, 4000, 2000, 1000, 200, 100, 50, 25, 12.5, 6.25,
      3.125, 1.5625, 500};
  // Section 4 and its test vectors: the 20-bit fields always have this scale, ±16 g and ±2000 °/s.
  private static final double ACCEL20_LSB_PER_G = 8192;
  private static final double GYRO20_LSB_PER_DPS = 131;
  private static final int ACCEL20_END = (int) (16 * ACCEL20_LSB_PER_G) - 4;
  private static final int GYRO20_END = (int) (2000 * GYRO20_LSB_PER_DPS) - 2;
  private static final int END16 = 32767;

  private Scales() {}

  /// Hz of an ODR code; 0 where it is reserved for the gyroscope or for both.
  static double odrHz(int code, boolean gyro) {
    return gyro && code >= 12 && code <= 14 ? 0 : ODR_HZ[code];
  }

  static int accel16(double mps2, int range) {
    return round(mps2 / G_MPS2 * ACCEL_LSB_PER_G[range & 3], END16);
  }

  static int gyro16(double radps, int range) {
    return round(Math.toDegrees(radps) * GYRO_LSB_PER_DPS[range], END16);
  }

  /// 18 real bits: the lowest two are 0.
  static int accel20(double mps2) {
    return 4 * round(mps2 / G_MPS2 * ACCEL20_LSB_PER_G / 4, ACCEL20_END / 4);
  }

  /// 19 real bits: the lowest is 0.
  static int gyro20(double radps) {
    return 2 * round(Math.toDegrees(radps) * GYRO20_LSB_PER_DPS / 2, GYRO20_END / 2);
  }

  static int temperature16(double celsius) {
    return round((celsius - 25) * 132.48, END16);
  }

  static int temperature8(double celsius) {
    return round((celsius - 25) * 2.07, 127);
  }

  private static int round(double counts, int end) {
    return (int) Math.max(-end, Math.min(end, Math.rint(counts)));
  }
}
