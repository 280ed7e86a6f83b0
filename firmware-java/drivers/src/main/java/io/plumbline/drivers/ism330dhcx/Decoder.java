package io.plumbline.drivers.ism330dhcx;

/// FIFO words to counts (facts, section 3). Pure.
final class Decoder {
  static final int AXES = 3;

  private Decoder() {}

  static int tag(byte[] bytes, int at) {
    return bytes[at] >> 3 & 0x1F;
  }

  /// Number of the time slot, two bits.
  static int slot(byte[] bytes, int at) {
    return bytes[at] >> 1 & 3;
  }

  /// Two's complement, low byte first.
  static int int16(byte[] bytes, int at) {
    return (bytes[at + 1] << 8) | (bytes[at] & 0xFF);
  }

  /// Axis of a word.
  static int axis(byte[] bytes, int at, int axis) {
    return int16(bytes, at + 1 + 2 * axis);
  }

  /// 32 bits of a timestamp word.
  static int timestamp(byte[] bytes, int at) {
    return (int16(bytes, at + 1) & 0xFFFF) | (int16(bytes, at + 3) << 16);
  }
}
