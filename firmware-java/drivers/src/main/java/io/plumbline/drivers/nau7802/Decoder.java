package io.plumbline.drivers.nau7802;

/// Three bytes to a count (facts, section 4). Pure.
final class Decoder {
  private Decoder() {}

  /// Two's complement, most significant byte first.
  static int count(byte[] bytes, int at) {
    return (bytes[at] << 16) | ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
  }
}
