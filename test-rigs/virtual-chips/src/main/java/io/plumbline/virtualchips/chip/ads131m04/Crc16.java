package io.plumbline.virtualchips.chip.ads131m04;

/// The checksum of section 4: 16 bits from all ones, most significant bit first, nothing inverted at the end.
final class Crc16 {
  private static final int CCITT = 0x1021;
  private static final int ANSI = 0x8005;

  private Crc16() {}

  /// @param ansi the other polynomial
  static int of(byte[] bytes, int from, int count, boolean ansi) {
    int polynomial = ansi ? ANSI : CCITT;
    int crc = 0xFFFF;
    for (int i = from; i < from + count; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ polynomial : crc << 1;
      }
      crc &= 0xFFFF;
    }
    return crc;
  }
}
