package io.plumbline.daemon.export;

import java.io.ByteArrayOutputStream;

/// Bytes in a row, numbers with the lowest byte first.
final class Bytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Bytes put(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  Bytes int32(int value) {
    return littleEndian(value, Integer.BYTES);
  }

  Bytes int64(long value) {
    return littleEndian(value, Long.BYTES);
  }

  private Bytes littleEndian(long value, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  /// Unsigned, seven bits a byte (LEB128).
  Bytes varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
