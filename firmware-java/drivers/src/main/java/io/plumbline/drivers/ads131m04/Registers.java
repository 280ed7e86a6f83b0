package io.plumbline.drivers.ads131m04;

/// Addresses, commands and bits; sections are those of `facts/ads131m04.md` (data sheet SBAS890D).
final class Registers {
  /// Section 3: six words of three bytes.
  static final int FRAME_BYTES = 18;
  static final int WORD_BYTES = 3;
  static final int CRC_AT = 15;

  /// Section 3: commands.
  static final int NULL = 0x0000;
  static final int RESET = 0x0011;
  /// The answer to a reset is 0xFF24; the low digit tells the channels, which are the identity's business.
  static final int RESET_DONE_FIXED = 0xFF20;
  static final int READ = 0xA000;
  static final int WRITE = 0x6000;
  static final int WRITTEN = 0x4000;

  /// Section 5.
  static final int ID = 0x00;
  static final int ID_HIGH = 0x24;
  static final int STATUS = 0x01;
  static final int MODE = 0x02;
  static final int CLOCK = 0x03;
  static final int GAIN = 0x04;
  static final int CFG = 0x06;
  static final int CFG_RESET = 0x0600;
  static final int CHANNEL_CFG = 0x09;
  static final int CHANNEL_STEP = 5;
  static final int GAIN_CAL_RESET = 0x8000;

  static final int STATUS_RESYNC = 0x4000;
  static final int STATUS_REGISTERS = 0x2000;
  static final int STATUS_CRC = 0x1000;
  static final int STATUS_RESET = 0x0400;
  static final int STATUS_WORD = 0x0300;
  static final int STATUS_WORD_24 = 0x0100;

  /// New data, a bit a channel.
  static final int FRESH_BITS = 0x000F;

  /// RESET flag cleared, 24 bits, time-out, level.
  static final int MODE_PLAIN = 0x0110;
  static final int MODE_RX_CRC = 0x1000;
  static final int MODE_REGISTER_CRC = 0x2000;
  /// High resolution.
  static final int CLOCK_POWER = 0x0002;

  static final int MUX_PINS = 0;
  static final int MUX_SHORTED = 1;
  static final int MUX_POSITIVE = 2;
  static final int MUX_NEGATIVE = 3;

  /// Section 6: 0.5 ms to the first data.
  static final long RESET_NS = 1_000_000;
  /// Section 6: results to drop after a start or a change.
  static final int UNSETTLED = 3;

  private Registers() {}

  /// Code of a rate at 8.192 MHz, section 2.
  static int rateCode(int rateHz) {
    return switch (rateHz) {
      case 4000 -> 3;
      case 2000 -> 4;
      case 1000 -> 5;
      case 500 -> 6;
      case 250 -> 7;
      default -> throw new IllegalArgumentException(
          "the ADS131M04 has no rate of " + rateHz + " Hz here: take 250, 500, 1000, 2000 or 4000");
    };
  }

  /// Code of a gain, section 5.
  static int gainCode(int gain) {
    if (gain < 1 || gain > 128 || Integer.bitCount(gain) != 1) {
      throw new IllegalArgumentException(
          "the ADS131M04 has no gain of " + gain + ": take 1, 2, 4, 8, 16, 32, 64 or 128");
    }
    return Integer.numberOfTrailingZeros(gain);
  }

  /// Noise at gain 32 and above, V rms, section 2.
  static double noiseV(int rateHz) {
    return switch (rateHz) {
      case 4000 -> 1.20e-6;
      case 2000 -> 1.00e-6;
      case 500 -> 0.57e-6;
      case 250 -> 0.42e-6;
      default -> 0.77e-6;
    };
  }
}
