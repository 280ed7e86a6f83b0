package io.plumbline.drivers.ads131m04;

/// Frames to words and counts, and their checksum (facts, sections 3 and 4). Pure.
final class Decoder {
  private static final int CRC_START = 0xFFFF;
  /// CCITT, the polynomial after reset.
  static final int CCITT = 0x1021;

  private Decoder() {}

  /// The 16 bits of a command, register or checksum.
  static int word(byte[] frame, int index) {
    int at = index * Registers.WORD_BYTES;
    return ((frame[at] & 0xFF) << 8) | (frame[at + 1] & 0xFF);
  }

  /// Signed 24 bits of a channel.
  static int channel(byte[] frame, int channel) {
    int at = (1 + channel) * Registers.WORD_BYTES;
    return (frame[at] << 16) | ((frame[at + 1] & 0xFF) << 8) | (frame[at + 2] & 0xFF);
  }

  /// Checksum of the first bytes, most significant bit first, not reflected.
  static int crc(byte[] bytes, int count, int polynomial) {
    int crc = CRC_START;
    for (int i = 0; i < count; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ polynomial : crc << 1;
      }
      crc &= 0xFFFF;
    }
    return crc;
  }

  /// Whether a frame's checksum is right.
  static boolean isSound(byte[] frame) {
    return crc(frame, Registers.CRC_AT, CCITT) == word(frame, Registers.CRC_AT / Registers.WORD_BYTES);
  }

  /// Whether all bytes are alike: an open data line.
  static boolean isUniform(byte[] frame) {
    for (int i = 1; i < frame.length; i++) {
      if (frame[i] != frame[0]) {
        return false;
      }
    }
    return frame[0] == 0 || frame[0] == (byte) 0xFF;
  }

  /// Fills a word of a frame to be sent.
  static void put(byte[] frame, int index, int word) {
    int at = index * Registers.WORD_BYTES;
    frame[at] = (byte) (word >> 8);
    frame[at + 1] = (byte) word;
    frame[at + 2] = 0;
  }
}
