package io.plumbline.blackbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Frame of a block, as `FORMAT.md` describes it. All numbers are little-endian.
final class BlockFormat {
  /// `89 50 4C 42 42 0D 0A 1A`, read as a little-endian number. Not ASCII, and a transfer that changes line ends breaks it.
  static final long MARKER = 0x1A0A0D42424C5089L;
  static final int MARKER_BYTES = 8;
  /// The version of the blocks that are written.
  static final int VERSION = 3;
  /// The first version in which the second CRC leaves out the first. A CRC that runs over data and over that data's own CRC
  /// comes to the same whatever the data are, so any right head passed with any payload of its length.
  static final int BOUND_VERSION = 3;
  private static final int OLDEST_VERSION = 1;

  static final int VERSION_AT = 8;
  static final int KIND_AT = 9;
  static final int RESERVED_AT = 10;
  static final int LENGTH_AT = 12;
  static final int SEQUENCE_AT = 16;
  static final int TAG_AT = 24;
  static final int HEAD_CRC_AT = 28;
  /// Bytes before the payload.
  static final int HEAD_BYTES = 32;
  /// CRC behind the payload.
  static final int CRC_BYTES = 4;
  /// Longest payload. A longer one is damage, whatever its CRC says.
  static final int MAX_PAYLOAD_BYTES = 256 * 1024;
  static final int MAX_BLOCK_BYTES = HEAD_BYTES + MAX_PAYLOAD_BYTES + CRC_BYTES;

  static final int KIND_HEADER = 1;
  static final int KIND_SAMPLES = 2;
  static final int KIND_EVENT = 3;
  static final int KIND_END = 4;
  static final int KIND_CHANGE = 5;

  /// Payload of samples: number of rows, rows that the recorder had to drop before this block, time of the first row.
  static final int SAMPLES_HEAD_BYTES = 16;
  /// Streams have numbers below this.
  static final int MAX_STREAMS = 64;

  private BlockFormat() {}

  /// A buffer for blocks with so long a payload.
  static ByteBuffer buffer(int payloadBytes) {
    return ByteBuffer.allocateDirect(HEAD_BYTES + payloadBytes + CRC_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Writes head and CRC around the payload that ends at the buffer's position, and makes the block ready to be read from the buffer.
  static void seal(ByteBuffer block, int kind, long sequence, int tag, CRC32C crc) {
    int payloadEnd = block.position();
    block.putLong(0, MARKER);
    block.put(VERSION_AT, (byte) VERSION);
    block.put(KIND_AT, (byte) kind);
    block.putShort(RESERVED_AT, (short) 0);
    block.putInt(LENGTH_AT, payloadEnd - HEAD_BYTES);
    block.putLong(SEQUENCE_AT, sequence);
    block.putInt(TAG_AT, tag);
    crc.reset();
    update(block, 0, HEAD_CRC_AT, crc);
    block.putInt(HEAD_CRC_AT, (int) crc.getValue());
    update(block, HEAD_BYTES, payloadEnd, crc);
    block.putInt(payloadEnd, (int) crc.getValue());
    block.limit(payloadEnd + CRC_BYTES).position(0);
  }

  /// Whether this build reads blocks of a version.
  static boolean isKnown(int version) {
    return version >= OLDEST_VERSION && version <= VERSION;
  }

  /// Takes the bytes in `[from, to)` into a CRC. Leaves the buffer at another position and limit.
  private static void update(ByteBuffer bytes, int from, int to, CRC32C crc) {
    bytes.limit(bytes.capacity()).position(from).limit(to);
    crc.update(bytes);
    bytes.limit(bytes.capacity());
  }

  /// What all blocks of a file carry, so that blocks of another file are known as such.
  static int tag(String journalId, long fileNumber) {
    CRC32C crc = new CRC32C();
    crc.update((journalId + '#' + fileNumber).getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }
}
