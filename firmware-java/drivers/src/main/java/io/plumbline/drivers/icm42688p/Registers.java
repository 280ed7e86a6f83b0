package io.plumbline.drivers.icm42688p;

/// Addresses and values; sections are those of data sheet DS-000347 revision 1.5 as kept in `facts/icm-42688-p.md`.
final class Registers {
  /// Section 3, bank 0.
  static final int DEVICE_CONFIG = 0x11;
  static final int SOFT_RESET = 0x01;
  static final int DRIVE_CONFIG = 0x13;
  static final int INT_CONFIG = 0x14;
  static final int FIFO_CONFIG = 0x16;
  static final int FIFO_STREAM = 0x40;
  static final int ACCEL_DATA = 0x1F;
  static final int INT_STATUS = 0x2D;
  static final int INT_RESET_DONE = 0x10;
  static final int INT_FIFO_FULL = 0x02;
  static final int FIFO_DATA = 0x30;
  static final int SIGNAL_PATH_RESET = 0x4B;
  static final int FIFO_FLUSH = 0x02;
  static final int INTF_CONFIG0 = 0x4C;
  /// Count in records, both big-endian.
  static final int INTF_RECORDS = 0x70;
  static final int INTF_I2C_OFF = 0x03;
  static final int INTF_CONFIG1 = 0x4D;
  /// Section 10, not in the data sheet: reset value with the adaptive full scale off.
  static final int INTF1_NO_ADAPTIVE_SCALE = 0x51;
  static final int PWR_MGMT0 = 0x4E;
  static final int PWR_BOTH_LOW_NOISE = 0x0F;
  static final int GYRO_CONFIG0 = 0x4F;
  static final int ACCEL_CONFIG0 = 0x50;
  static final int GYRO_CONFIG1 = 0x51;
  static final int GYRO_ACCEL_CONFIG0 = 0x52;
  static final int ACCEL_CONFIG1 = 0x53;
  static final int TMST_CONFIG = 0x54;
  /// Absolute time, fine ticks.
  static final int TMST_ABSOLUTE = 0x21;
  static final int FIFO_CONFIG1 = 0x5F;
  /// Resume partial reads, temperature, gyro, accelerometer.
  static final int FIFO_ALL = 0x47;
  static final int FIFO_HIRES = 0x10;
  static final int FIFO_CONFIG2 = 0x60;
  static final int FIFO_CONFIG3 = 0x61;
  static final int INT_CONFIG1 = 0x64;
  static final int INT_SOURCE0 = 0x65;
  static final int INT1_DATA_READY = 0x08;
  static final int FIFO_LOST_PKT = 0x6C;
  static final int SELF_TEST_CONFIG = 0x70;
  /// Power of the accelerometer's self-test and all six axes.
  static final int SELF_TEST_ALL = 0x7F;
  static final int WHO_AM_I = 0x75;
  static final int WHO_AM_I_VALUE = 0x47;
  static final int BANK_SELECT = 0x76;

  /// Section 3, bank 1: gyro anti-alias filter.
  static final int GYRO_STATIC3 = 0x0C;
  static final int GYRO_STATIC4 = 0x0D;
  static final int GYRO_STATIC5 = 0x0E;
  /// Section 3, bank 2: accelerometer anti-alias filter.
  static final int ACCEL_STATIC2 = 0x03;
  static final int ACCEL_STATIC3 = 0x04;
  static final int ACCEL_STATIC4 = 0x05;

  /// Section 1: 1 ms after a soft reset; here with margin.
  static final long RESET_NS = 2_000_000;
  /// Section 10: 45 ms after the gyro is switched on.
  static final long GYRO_START_NS = 50_000_000;
  /// Section 1: no writes for 200 µs after power mode.
  static final long POWER_NS = 300_000;
  /// Section 8: a tick is 32/30 µs.
  static final double TICK_NS = 1000.0 * 32 / 30;
  /// Section 7: 2048 bytes.
  static final int FIFO_BYTES = 2048;

  private Registers() {}

  /// Code of an output rate, section 5.
  static int rateCode(int rateHz) {
    return switch (rateHz) {
      case 8000 -> 3;
      case 4000 -> 4;
      case 2000 -> 5;
      case 1000 -> 6;
      case 500 -> 15;
      case 200 -> 7;
      case 100 -> 8;
      case 50 -> 9;
      default -> throw new IllegalArgumentException(
          "the ICM-42688-P has no rate of " + rateHz + " Hz: take 50, 100, 200, 500, 1000, 2000, 4000 or 8000");
    };
  }

  /// Code of an accelerometer range, section 4.
  static int accelRangeCode(int rangeG) {
    return switch (rangeG) {
      case 16 -> 0;
      case 8 -> 1;
      case 4 -> 2;
      case 2 -> 3;
      default ->
        throw new IllegalArgumentException("the ICM-42688-P has no range of " + rangeG + " g: take 2, 4, 8 or 16");
    };
  }

  /// Code of a gyro range, section 4.
  static int gyroRangeCode(int rangeDps) {
    return switch (rangeDps) {
      case 2000 -> 0;
      case 1000 -> 1;
      case 500 -> 2;
      case 250 -> 3;
      case 125 -> 4;
      default -> throw new IllegalArgumentException(
          "the ICM-42688-P has no range of " + rangeDps + " °/s: take 125, 250, 500, 1000 or 2000");
    };
  }

  /// Delta of an anti-alias filter by its 3 dB frequency, section 6; its square and shift follow.
  static int antiAliasDelta(int frequencyHz) {
    return switch (frequencyHz) {
      case 42 -> 1;
      case 84 -> 2;
      case 126 -> 3;
      case 170 -> 4;
      case 213 -> 5;
      case 258 -> 6;
      case 303 -> 7;
      case 348 -> 8;
      case 394 -> 9;
      case 488 -> 11;
      case 536 -> 12;
      case 585 -> 13;
      default -> throw new IllegalArgumentException("the ICM-42688-P has no anti-alias filter of " + frequencyHz
          + " Hz: take 42, 84, 126, 170, 213, 258, 303, 348, 394, 488, 536 or 585");
    };
  }

  /// Square of a delta as the table of section 6 gives it.
  static int antiAliasSquare(int delta) {
    return switch (delta) {
      case 11 -> 122;
      case 13 -> 170;
      default -> delta * delta;
    };
  }

  /// Shift that belongs to a delta, section 6.
  static int antiAliasShift(int delta) {
    return switch (delta) {
      case 1 -> 15;
      case 2 -> 13;
      case 3 -> 12;
      case 4 -> 11;
      case 5, 6 -> 10;
      case 7, 8, 9 -> 9;
      default -> 8;
    };
  }
}
