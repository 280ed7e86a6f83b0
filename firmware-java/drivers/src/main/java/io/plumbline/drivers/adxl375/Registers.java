package io.plumbline.drivers.adxl375;

/// Addresses and values; sections are those of `facts/high-g.md`.
final class Registers {
  /// Section 2.
  static final int DEVICE_ID = 0x00;
  static final int DEVICE_ID_VALUE = 0xE5;
  static final int THRESH_SHOCK = 0x1D;
  static final int OFFSET_X = 0x1E;
  static final int OFFSET_Y = 0x1F;
  static final int OFFSET_Z = 0x20;
  static final int DURATION = 0x21;
  static final int SHOCK_AXES = 0x2A;
  static final int BW_RATE = 0x2C;
  static final int POWER_CTL = 0x2D;
  static final int POWER_STANDBY = 0x00;
  static final int POWER_MEASURE = 0x08;
  static final int INT_ENABLE = 0x2E;
  static final int INT_MAP = 0x2F;
  static final int INT_SOURCE = 0x30;
  static final int INT_OVERRUN = 0x01;
  static final int DATA_FORMAT = 0x31;
  static final int DATA_FORMAT_VALUE = 0x0B;
  static final int DATA_SELF_TEST = 0x80;
  static final int DATA = 0x32;
  static final int DATA_BYTES = 6;
  static final int FIFO_CTL = 0x38;
  /// Stream, watermark 16.
  static final int FIFO_STREAM = 0x90;
  static final int FIFO_STATUS = 0x39;
  static final int FIFO_ENTRIES = 0x3F;
  static final int FIFO_DEPTH = 32;

  private Registers() {}

  /// Code of a rate, section 2. The faster ones lose a bit in a way that descriptions disagree about.
  static int rateCode(int rateHz) {
    return switch (rateHz) {
      case 100 -> 0x0A;
      case 200 -> 0x0B;
      case 400 -> 0x0C;
      case 800 -> 0x0D;
      default -> throw new IllegalArgumentException(
          "the ADXL375 has no clean rate of " + rateHz + " Hz: take 100, 200, 400 or 800");
    };
  }
}
