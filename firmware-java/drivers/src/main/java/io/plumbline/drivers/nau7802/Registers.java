package io.plumbline.drivers.nau7802;

/// Addresses and values; sections are those of `facts/nau7802.md` (data sheet revision 2.1).
final class Registers {
  /// Section 3.
  static final int PU_CTRL = 0x00;
  static final int PU_RESET = 0x01;
  static final int PU_DIGITAL = 0x02;
  static final int PU_ANALOG = 0x04;
  static final int PU_READY = 0x08;
  static final int PU_START = 0x10;
  static final int PU_CONVERTED = 0x20;
  static final int PU_LDO = 0x80;
  /// Own regulator, both parts on, converting.
  static final int PU_RUNNING = PU_LDO | PU_START | PU_ANALOG | PU_DIGITAL;
  static final int PU_WRITABLE = 0xFF & ~(PU_READY | PU_CONVERTED);
  static final int CTRL1 = 0x01;
  static final int CTRL2 = 0x02;
  static final int CAL_ERROR = 0x08;
  static final int CAL_START = 0x04;
  static final int I2C_CTRL = 0x11;
  static final int SHORT_INPUTS = 0x08;
  static final int BURN_OUT = 0x04;
  static final int RESULT = 0x12;
  static final int RESULT_BYTES = 3;
  static final int ADC = 0x15;
  static final int CHOPPER = 0x30;
  static final int PGA = 0x1B;
  static final int PGA_LDO_MODE = 0x40;
  static final int POWER = 0x1C;
  static final int POWER_CAPACITOR = 0x80;
  static final int REVISION = 0x1F;
  static final int REVISION_VALUE = 0x0F;

  /// Section 4.
  static final long POWER_UP_NS = 10_000_000;
  static final long ANALOG_NS = 100_000_000;
  static final long CALIBRATION_NS = 1_000_000_000;
  static final int UNSETTLED = 6;

  private Registers() {}

  /// Code of a rate, section 3; others are not defined.
  static int rateCode(int rateHz) {
    return switch (rateHz) {
      case 10 -> 0;
      case 20 -> 1;
      case 40 -> 2;
      case 80 -> 3;
      case 320 -> 7;
      default -> throw new IllegalArgumentException(
          "the NAU7802 has no rate of " + rateHz + " Hz: take 10, 20, 40, 80 or 320");
    };
  }

  /// Code of the regulator's voltage, section 3, in tenths of a volt.
  static int regulatorCode(double volts) {
    int code = (int) Math.round((4.5 - volts) / 0.3);
    if (code < 0 || code > 7 || Math.abs(4.5 - 0.3 * code - volts) > 0.01) {
      throw new IllegalArgumentException(
          "the NAU7802's regulator does not make " + volts + " V: take 2.4, 2.7, 3.0, 3.3, 3.6, 3.9, 4.2 or 4.5");
    }
    return code;
  }

  /// Code of a gain, section 3.
  static int gainCode(int gain) {
    if (gain < 1 || gain > 128 || Integer.bitCount(gain) != 1) {
      throw new IllegalArgumentException("the NAU7802 has no gain of " + gain + ": take 1, 2, 4, 8, 16, 32, 64 or 128");
    }
    return Integer.numberOfTrailingZeros(gain);
  }
}
