package io.plumbline.drivers.ism330dhcx;

/// How an ISM330DHCX is set up.
///
/// @param rateHz       104, 208, 416, 833 or 1666; there is no 1 kHz
/// @param accelRangeG  2, 4, 8 or 16
/// @param gyroRangeDps 125, 250, 500, 1000, 2000 or 4000 °/s
/// @param slotsAtOnce  the most samples moved in one poll; bounds the time a poll takes
public record Ism330dhcxConfig(int rateHz, int accelRangeG, int gyroRangeDps, int slotsAtOnce) {
  /// 833 Hz, 16 g, 2000 °/s.
  public static final Ism330dhcxConfig DEFAULT = new Ism330dhcxConfig(833, 16, 2000, 40);

  private static final double G_MPS2 = 9.80665;

  public Ism330dhcxConfig {
    Registers.rateCode(rateHz);
    Registers.accelRangeCode(accelRangeG);
    Registers.gyroRangeCode(gyroRangeDps);
    if (slotsAtOnce < 1 || slotsAtOnce > 170) {
      throw new IllegalArgumentException("samples at once must be 1 to 170, but are " + slotsAtOnce);
    }
  }

  /// Section 2: 0.061 mg a count at 2 g, and so on.
  double accelPerCountMps2() {
    return 0.061e-3 * G_MPS2 * accelRangeG / 2;
  }

  /// Section 2: 4.375 m°/s a count at 125 °/s, and so on.
  double gyroPerCountRadps() {
    return Math.toRadians(4.375e-3 * gyroRangeDps / 125);
  }
}
