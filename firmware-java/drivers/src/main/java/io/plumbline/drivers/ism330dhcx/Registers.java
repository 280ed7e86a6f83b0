package io.plumbline.drivers.ism330dhcx;

/// Addresses and values; sections are those of `facts/ism330dhcx.md`.
final class Registers {
  /// Section 2.
  static final int FIFO_CTRL1 = 0x07;
  static final int FIFO_CTRL2 = 0x08;
  static final int FIFO_CTRL3 = 0x09;
  static final int FIFO_CTRL4 = 0x0A;
  /// A timestamp each slot, stream.
  static final int FIFO_STREAM = 0x46;
  static final int COUNTER_BDR1 = 0x0B;
  static final int PULSED = 0x80;
  static final int INT1_CTRL = 0x0D;
  static final int INT1_ACCEL_READY = 0x01;
  static final int WHO_AM_I = 0x0F;
  static final int WHO_AM_I_VALUE = 0x6B;
  static final int CTRL1_XL = 0x10;
  static final int CTRL2_G = 0x11;
  static final int CTRL3_C = 0x12;
  static final int SW_RESET = 0x01;
  /// Block update, address counts up.
  static final int CTRL3_VALUE = 0x44;
  static final int CTRL4_C = 0x13;
  static final int MASK_UNSETTLED = 0x08;
  static final int I2C_OFF = 0x04;
  static final int CTRL9_XL = 0x18;
  static final int DEVICE_CONF = 0x02;
  static final int CTRL10_C = 0x19;
  static final int TIMESTAMP_ON = 0x20;
  static final int OUT_TEMP = 0x20;
  static final int OUT_GYRO = 0x22;
  static final int FIFO_STATUS1 = 0x3A;
  static final int STATUS_WORDS_HIGH = 0x03;
  static final int STATUS_OVERRUN = 0x48;
  static final int FIFO_TAG = 0x78;

  /// Section 3.
  static final int WORD_BYTES = 7;
  static final int FIFO_WORDS = 512;
  static final int TAG_GYRO = 0x01;
  static final int TAG_ACCEL = 0x02;
  static final int TAG_TIMESTAMP = 0x04;
  /// Section 2: nominal.
  static final double TIMESTAMP_S = 25e-6;
  /// Section 4.
  static final long DROPPED_NS = 100_000_000;

  private Registers() {}

  /// Code of a rate, section 2.
  static int rateCode(int rateHz) {
    return switch (rateHz) {
      case 104 -> 4;
      case 208 -> 5;
      case 416 -> 6;
      case 833 -> 7;
      case 1666 -> 8;
      default -> throw new IllegalArgumentException(
          "the ISM330DHCX has no rate of " + rateHz + " Hz: take 104, 208, 416, 833 or 1666");
    };
  }

  /// Code of an accelerometer range, section 2: not in order.
  static int accelRangeCode(int rangeG) {
    return switch (rangeG) {
      case 2 -> 0;
      case 16 -> 1;
      case 4 -> 2;
      case 8 -> 3;
      default ->
        throw new IllegalArgumentException("the ISM330DHCX has no range of " + rangeG + " g: take 2, 4, 8 or 16");
    };
  }

  /// Code of a gyro range, section 2.
  static int gyroRangeCode(int rangeDps) {
    return switch (rangeDps) {
      case 250 -> 0;
      case 125 -> 2;
      case 500 -> 4;
      case 1000 -> 8;
      case 2000 -> 12;
      case 4000 -> 1;
      default -> throw new IllegalArgumentException(
          "the ISM330DHCX has no range of " + rangeDps + " °/s: take 125, 250, 500, 1000, 2000 or 4000");
    };
  }
}
