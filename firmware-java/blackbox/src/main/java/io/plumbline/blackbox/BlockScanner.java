package io.plumbline.blackbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Finds the blocks of a file, one after the other, past whatever is between them. Needs a buffer of two of the
/// largest blocks at most, whatever the file says.
final class BlockScanner {
  private static final int FIRST_MARKER_BYTE = 0x89;

  /// Enough for some blocks of usual size; a larger block gets a larger buffer.
  private static final int USUAL_BYTES = 64 * 1024;
  /// Disks fail by pages of this size.
  private static final int SECTOR_BYTES = 4096;

  private final FileChannel channel;
  private final CRC32C crc = new CRC32C();
  private byte[] bytes = new byte[USUAL_BYTES];
  private ByteBuffer buffer = wrap(bytes);
  /// Place of the buffer in the file, and bytes in it.
  private long bufferAt;
  private int filled;
  /// Where to go on.
  private long at;
  private long skippedFrom;
  private int blockStart;
  private boolean atEnd;
  private boolean tailBegun;

  BlockScanner(FileChannel channel, long from) {
    this.channel = channel;
    this.bufferAt = from;
    this.at = from;
    this.skippedFrom = from;
  }

  /// Looks again from a place on.
  void restart(long from) {
    at = from;
    atEnd = true;
  }

  /// What a place of the file holds.
  private enum Found {
    BLOCK,
    NOTHING,
    BEGINNING
  }

  /// Goes to the next whole block. Where there is none, a later call looks again, as the file may have grown.
  ///
  /// @return false at the end of the file
  boolean next() throws IOException {
    skippedFrom = at;
    if (atEnd) {
      // The bytes that were read before may have been cut off and written anew since.
      bufferAt = at;
      filled = 0;
      atEnd = false;
    }
    long begun = -1;
    for (long place = at;; place++) {
      int index = find(place);
      if (index < 0) {
        break;
      }
      place = bufferAt + index;
      Found found = look(place);
      if (found == Found.BLOCK) {
        blockStart = (int) (place - bufferAt);
        at = place + BlockFormat.HEAD_BYTES + payloadLength() + BlockFormat.CRC_BYTES;
        return true;
      }
      if (found == Found.BEGINNING && begun < 0) {
        begun = place;
      }
    }
    atEnd = true;
    tailBegun = begun == at;
    return false;
  }

  /// Whether the bytes behind the last block are the beginning of one more.
  boolean hasIncompleteTail() {
    return tailBegun;
  }

  /// Index in the buffer of the next byte that may begin a marker; −1 at the end of the file.
  private int find(long from) throws IOException {
    long place = from;
    while (true) {
      if (available(place, 1) < 1) {
        return -1;
      }
      int index = (int) (place - bufferAt);
      while (index < filled && (buffer.get(index) & 0xFF) != FIRST_MARKER_BYTE) {
        index++;
      }
      if (index < filled) {
        return index;
      }
      place = bufferAt + filled;
    }
  }

  private Found look(long place) throws IOException {
    int there = available(place, BlockFormat.HEAD_BYTES);
    int index = (int) (place - bufferAt);
    for (int i = 0; i < Math.min(there, BlockFormat.MARKER_BYTES); i++) {
      if (buffer.get(index + i) != (byte) (BlockFormat.MARKER >>> (8 * i))) {
        return Found.NOTHING;
      }
    }
    if (there < BlockFormat.HEAD_BYTES) {
      return Found.BEGINNING;
    }
    int length = buffer.getInt(index + BlockFormat.LENGTH_AT);
    if (length < 0 || length > BlockFormat.MAX_PAYLOAD_BYTES
        || headCrc(index) != buffer.getInt(index + BlockFormat.HEAD_CRC_AT)) {
      return Found.NOTHING;
    }
    int whole = BlockFormat.HEAD_BYTES + length + BlockFormat.CRC_BYTES;
    if (available(place, whole) < whole) {
      return Found.BEGINNING;
    }
    index = (int) (place - bufferAt);
    return wholeCrc(index, length) == buffer.getInt(index + BlockFormat.HEAD_BYTES + length)
        ? Found.BLOCK
        : Found.NOTHING;
  }

  private int headCrc(int index) {
    crc.reset();
    crc.update(bytes, index, BlockFormat.HEAD_CRC_AT);
    return (int) crc.getValue();
  }

  private int wholeCrc(int index, int length) {
    boolean bound = (bytes[index + BlockFormat.VERSION_AT] & 0xFF) >= BlockFormat.BOUND_VERSION;
    crc.reset();
    crc.update(bytes, index, bound ? BlockFormat.HEAD_CRC_AT : BlockFormat.HEAD_BYTES);
    crc.update(bytes, index + BlockFormat.HEAD_BYTES, length);
    return (int) crc.getValue();
  }

  private static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Reads on until so many bytes from a place are in the buffer, or as many as the file has.
  private int available(long place, int wanted) throws IOException {
    if (place < bufferAt || place > bufferAt + filled) {
      bufferAt = place;
      filled = 0;
    }
    if (wanted > buffer.capacity()) {
      bytes = Arrays.copyOf(bytes, 2 * BlockFormat.MAX_BLOCK_BYTES);
      buffer = wrap(bytes);
    }
    if (place + wanted > bufferAt + buffer.capacity()) {
      int from = (int) (place - bufferAt);
      System.arraycopy(bytes, from, bytes, 0, filled - from);
      filled -= from;
      bufferAt = place;
    }
    while (bufferAt + filled < place + wanted) {
      int read = read();
      if (read <= 0) {
        break;
      }
      filled += read;
    }
    return (int) Math.min(wanted, bufferAt + filled - place);
  }

  /// Reads on behind what is in the buffer. What the disk cannot read counts as zeros, as no block survives them.
  private int read() throws IOException {
    try {
      return read(buffer.capacity());
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      long place = bufferAt + filled;
      int rest = (int) Math.min(SECTOR_BYTES - place % SECTOR_BYTES, buffer.capacity() - filled);
      try {
        return read(filled + rest);
      } catch (IOException again) {
        int zeros = (int) Math.min(rest, channel.size() - place);
        Arrays.fill(bytes, filled, filled + zeros, (byte) 0);
        return zeros;
      }
    } finally {
      buffer.clear();
    }
  }

  private int read(int limit) throws IOException {
    buffer.limit(limit).position(filled);
    return channel.read(buffer, bufferAt + filled);
  }

  /// Where the bytes begin that were skipped before the block; the block's beginning where there are none.
  long skippedFrom() {
    return skippedFrom;
  }

  /// First byte of the block in the file.
  long blockFrom() {
    return bufferAt + blockStart;
  }

  /// Behind the last byte of the block in the file.
  long blockTo() {
    return at;
  }

  int version() {
    return buffer.get(blockStart + BlockFormat.VERSION_AT) & 0xFF;
  }

  int kind() {
    return buffer.get(blockStart + BlockFormat.KIND_AT) & 0xFF;
  }

  long sequence() {
    return buffer.getLong(blockStart + BlockFormat.SEQUENCE_AT);
  }

  int tag() {
    return buffer.getInt(blockStart + BlockFormat.TAG_AT);
  }

  private int payloadLength() {
    return buffer.getInt(blockStart + BlockFormat.LENGTH_AT);
  }

  /// The bytes that hold the block's payload, valid until [#next].
  ByteBuffer buffer() {
    return buffer;
  }

  /// First byte of the payload in the buffer.
  int payloadFrom() {
    return blockStart + BlockFormat.HEAD_BYTES;
  }

  /// Behind the last byte of the payload in the buffer.
  int payloadTo() {
    return payloadFrom() + payloadLength();
  }
}
