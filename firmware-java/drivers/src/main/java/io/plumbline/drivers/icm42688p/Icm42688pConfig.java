package io.plumbline.drivers.icm42688p;

/// How an ICM-42688-P is set up.
///
/// @param hires             20-bit packets: ±16 g and ±2000 °/s whatever the ranges say; else 16 bits in the ranges
/// @param rateHz            samples a second: 50, 100, 200, 500, 1000, 2000, 4000 or 8000
/// @param accelRangeG       2, 4, 8 or 16; with 20 bits only of use for the self-test
/// @param gyroRangeDps      125, 250, 500, 1000 or 2000 °/s; with 20 bits only of use for the self-test
/// @param antiAliasHz       3 dB frequency of the anti-alias filters, below half the rate
/// @param filterCode        bandwidth code of the last filter, 0 to 15 (facts, section 6): 1 is a quarter of the rate
/// @param adaptiveScaleOff  writes the undocumented bits that switch the adaptive full scale off
/// @param packetsAtOnce     the most packets moved in one poll; bounds the time a poll takes
public record Icm42688pConfig(boolean hires, int rateHz, int accelRangeG, int gyroRangeDps, int antiAliasHz,
    int filterCode, boolean adaptiveScaleOff, int packetsAtOnce) {
  /// 1 kHz, 20 bits, 258 Hz anti-alias, 231 Hz last filter.
  public static final Icm42688pConfig DEFAULT = new Icm42688pConfig(true, 1000, 16, 2000, 258, 1, false, 40);

  private static final double G_MPS2 = 9.80665;

  public Icm42688pConfig {
    Registers.rateCode(rateHz);
    Registers.accelRangeCode(accelRangeG);
    Registers.gyroRangeCode(gyroRangeDps);
    Registers.antiAliasDelta(antiAliasHz);
    if (filterCode < 0 || filterCode > 15) {
      throw new IllegalArgumentException("the filter code of an ICM-42688-P is 0 to 15, but is " + filterCode);
    }
    if (packetsAtOnce < 1 || packetsAtOnce > 100) {
      throw new IllegalArgumentException("packets at once must be 1 to 100, but are " + packetsAtOnce);
    }
  }

  /// The same with 16-bit packets in these ranges.
  public Icm42688pConfig with16Bits(int accelG, int gyroDps) {
    return new Icm42688pConfig(false, rateHz, accelG, gyroDps, antiAliasHz, filterCode, adaptiveScaleOff,
        packetsAtOnce);
  }

  /// Accelerometer, m/s² a count.
  double accelPerCountMps2() {
    return G_MPS2 * (hires ? 1 / 8192.0 : accelRangeG / 32768.0);
  }

  /// Gyro, rad/s a count: the data sheet rounds its counts per °/s, and these are what the part is trimmed to.
  double gyroPerCountRadps() {
    return Math.toRadians(1 / (hires ? 131.0 : countsPerDps()));
  }

  /// Section 4 of the facts.
  private double countsPerDps() {
    return switch (gyroRangeDps) {
      case 1000 -> 32.8;
      case 500 -> 65.5;
      case 250 -> 131;
      case 125 -> 262;
      default -> 16.4;
    };
  }

  /// Gyro in the registers, rad/s a count: always by range.
  double registerGyroPerCountRadps() {
    return Math.toRadians(1 / countsPerDps());
  }

  /// Accelerometer in the registers, m/s² a count: always by range.
  double registerAccelPerCountMps2() {
    return G_MPS2 * accelRangeG / 32768.0;
  }
}
