package io.plumbline.drivers.icm42688p;

/// FIFO packets to counts (facts, section 7). Pure.
final class Decoder {
  /// Bytes of a packet with 16-bit fields.
  static final int SHORT_PACKET = 16;
  /// Bytes of a packet with 20-bit fields.
  static final int LONG_PACKET = 20;
  /// Header bit of an empty FIFO.
  static final int EMPTY = 0x80;
  /// Counts of a packet: ax ay az gx gy gz.
  static final int AXES = 6;
  static final int INVALID_16 = -32768;
  static final int INVALID_20 = -524288;

  // Header: what must be set, the FSYNC bit and the two bits of a changed rate aside.
  private static final int HEADER_FIXED = 0xF8;
  private static final int HEADER_LONG = 0x78;
  private static final int HEADER_SHORT = 0x68;

  private final boolean hires;

  Decoder(boolean hires) {
    this.hires = hires;
  }

  int packetBytes() {
    return hires ? LONG_PACKET : SHORT_PACKET;
  }

  boolean isEmpty(byte[] bytes, int at) {
    return (bytes[at] & EMPTY) != 0;
  }

  /// Whether the header is that of the packets that were asked for.
  boolean isPacket(byte[] bytes, int at) {
    return (bytes[at] & HEADER_FIXED) == (hires ? HEADER_LONG : HEADER_SHORT);
  }

  /// Count of an axis: accelerometer 0 to 2, gyro 3 to 5.
  int axis(byte[] bytes, int at, int axis) {
    int high = int16(bytes, at + 1 + 2 * axis);
    if (!hires) {
      return high;
    }
    int low = bytes[at + 17 + axis % 3];
    return (high << 4) | (axis < 3 ? (low >> 4) & 0xF : low & 0xF);
  }

  /// Whether any axis carries the mark of no sample.
  boolean isInvalid(byte[] bytes, int at) {
    int mark = hires ? INVALID_20 : INVALID_16;
    for (int i = 0; i < AXES; i++) {
      if (axis(bytes, at, i) == mark) {
        return true;
      }
    }
    return false;
  }

  int temperature(byte[] bytes, int at) {
    return hires ? int16(bytes, at + 13) : bytes[at + 13];
  }

  int timestamp(byte[] bytes, int at) {
    return int16(bytes, at + packetOffsetOfTime()) & 0xFFFF;
  }

  private int packetOffsetOfTime() {
    return hires ? 15 : 14;
  }

  static int int16(byte[] bytes, int at) {
    return (bytes[at] << 8) | (bytes[at + 1] & 0xFF);
  }

  /// °C per count, section 4.
  double temperaturePerCountC() {
    return hires ? 1 / 132.48 : 1 / 2.07;
  }
}
