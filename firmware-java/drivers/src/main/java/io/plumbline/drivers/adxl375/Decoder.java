package io.plumbline.drivers.adxl375;

/// Six bytes to counts (facts, section 2). Pure.
final class Decoder {
  static final int AXES = 3;
  /// m/s² a count: 49 mg.
  static final double PER_COUNT_MPS2 = 0.049 * 9.80665;

  private Decoder() {}

  /// Two's complement, low byte first.
  static int axis(byte[] bytes, int axis) {
    return (bytes[2 * axis + 1] << 8) | (bytes[2 * axis] & 0xFF);
  }
}
