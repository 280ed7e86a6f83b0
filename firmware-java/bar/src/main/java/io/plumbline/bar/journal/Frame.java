package io.plumbline.bar.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// How a record stands in a file, big-endian: the word `PLJ1`, the kind (1 byte), 3 bytes 0, the sequence number (8), the length of the content (4),
/// CRC-32C over kind to length and the content (4), the content. Whoever meets damage goes on at the next word that begins a whole record.
final class Frame {
  static final int HEAD_BYTES = 24;
  /// Larger than any payload of the contract.
  static final int MOST_BYTES = 1 << 20;
  private static final int MAGIC = 0x504C4A31;
  private static final int KIND_AT = 4;
  private static final int SEQUENCE_AT = 8;
  private static final int LENGTH_AT = 16;
  private static final int CRC_AT = 20;

  private Frame() {}

  /// A record, head and all, ready to be read.
  ///
  /// @throws IllegalArgumentException where the content is larger than [#MOST_BYTES]
  static ByteBuffer of(Kind kind, long sequence, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new IllegalArgumentException("a record of " + content.length + " bytes is larger than any payload");
    }
    ByteBuffer frame = ByteBuffer.allocate(HEAD_BYTES + content.length);
    frame.putInt(MAGIC).put(kind.number()).put(new byte[SEQUENCE_AT - KIND_AT - 1]).putLong(sequence)
        .putInt(content.length).putInt(0).put(content).flip();
    return frame.putInt(CRC_AT, crc(frame, 0, content.length));
  }

  /// Whether a whole, undamaged record of a known kind begins there.
  static boolean beginsAt(ByteBuffer bytes, int at) {
    if (bytes.limit() - at < HEAD_BYTES || bytes.getInt(at) != MAGIC || Kind.of(bytes.get(at + KIND_AT)) == null) {
      return false;
    }
    int length = length(bytes, at);
    return length >= 0 && length <= MOST_BYTES && length <= bytes.limit() - at - HEAD_BYTES
        && bytes.getInt(at + CRC_AT) == crc(bytes, at, length);
  }

  static Kind kind(ByteBuffer bytes, int at) {
    Kind kind = Kind.of(bytes.get(at + KIND_AT));
    if (kind == null) {
      throw new IllegalArgumentException("no record begins at " + at);
    }
    return kind;
  }

  static long sequence(ByteBuffer bytes, int at) {
    return bytes.getLong(at + SEQUENCE_AT);
  }

  static int length(ByteBuffer bytes, int at) {
    return bytes.getInt(at + LENGTH_AT);
  }

  static byte[] content(ByteBuffer bytes, int at) {
    byte[] content = new byte[length(bytes, at)];
    bytes.get(at + HEAD_BYTES, content);
    return content;
  }

  private static int crc(ByteBuffer bytes, int at, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(at + KIND_AT, CRC_AT - KIND_AT));
    crc.update(bytes.slice(at + HEAD_BYTES, length));
    return (int) crc.getValue();
  }
}
