package io.plumbline.blackbox;

import static io.plumbline.blackbox.BlockFormat.HEAD_BYTES;
import static io.plumbline.blackbox.BlockFormat.MAX_STREAMS;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import java.nio.ByteBuffer;
import java.util.List;

/// Packs rows into the payload of a sample block. Allocates nothing.
final class SampleEncoder {
  /// Head, stream number, width, time, sequence, flags, counts.
  static final int MAX_ROW_BYTES = 1 + 1 + 1 + 10 + 10 + 5 + 5 * RawBatch.WIDTH;

  private final ByteBuffer block;
  private final int endOfRows;
  private final long spanNs;
  /// Counts that a row of the stream has; grows where a row has more than its stream declares, so that nothing is lost.
  private final int[] widths = new int[MAX_STREAMS];
  private final StreamState state = new StreamState();
  private int rows;
  private long baseTimeNs;

  /// @param block  where blocks are built; its payload may be filled up to the end, less the CRC
  /// @param spanNs time that a block may span
  SampleEncoder(ByteBuffer block, long spanNs, List<RawStream> streams) {
    this.block = block;
    this.endOfRows = block.capacity() - BlockFormat.CRC_BYTES;
    this.spanNs = spanNs;
    for (RawStream stream : streams) {
      widths[stream.number()] = stream.channels().size();
    }
    start();
  }

  /// Begins an empty block.
  void start() {
    block.clear().position(HEAD_BYTES + BlockFormat.SAMPLES_HEAD_BYTES);
    state.reset();
    rows = 0;
  }

  /// Rows in the block.
  int rows() {
    return rows;
  }

  /// Whether the row belongs into this block; an empty block takes every row.
  boolean fits(RawBatch batch, int row) {
    int stream = batch.stream(row);
    int width = widthOf(batch, row, widths[stream]);
    if (rows == 0) {
      widths[stream] = width;
      return true;
    }
    long aheadNs = batch.timeNs(row) - baseTimeNs;
    if (endOfRows - block.position() < MAX_ROW_BYTES || aheadNs >= spanNs || aheadNs < -spanNs) {
      return false;
    }
    if (width > widths[stream]) {
      if (state.known(stream)) {
        return false;
      }
      widths[stream] = width;
    }
    return true;
  }

  private static int widthOf(RawBatch batch, int row, int least) {
    for (int channel = RawBatch.WIDTH - 1; channel >= least; channel--) {
      if (batch.count(row, channel) != 0) {
        return channel + 1;
      }
    }
    return least;
  }

  /// Adds a row that [#fits].
  void put(RawBatch batch, int row) {
    int stream = batch.stream(row);
    int width = widths[stream];
    long timeNs = batch.timeNs(row);
    if (rows++ == 0) {
      baseTimeNs = timeNs;
    }
    boolean first = !state.known(stream);
    if (first) {
      state.begin(stream, baseTimeNs, width);
    }
    long timeChange = state.timeChange(stream, timeNs);
    long sequenceChange = batch.sequence(row) - state.sequence(stream) - 1;
    int flagChange = batch.flags(row) ^ state.flags(stream);
    int head = Math.min(stream, RowHead.STREAM_FOLLOWS) | (timeChange == 0 ? 0 : RowHead.TIME)
        | (sequenceChange == 0 ? 0 : RowHead.SEQUENCE) | (flagChange == 0 ? 0 : RowHead.FLAGS)
        | (sameCounts(batch, row, stream, width) ? 0 : RowHead.COUNTS);
    block.put((byte) head);
    if (stream >= RowHead.STREAM_FOLLOWS) {
      block.put((byte) stream);
    }
    if (first) {
      block.put((byte) width);
    }
    if (timeChange != 0) {
      putVarint(zigzag(timeChange));
    }
    if (sequenceChange != 0) {
      putVarint(zigzag(sequenceChange));
    }
    if (flagChange != 0) {
      putVarint(Integer.toUnsignedLong(flagChange));
    }
    if ((head & RowHead.COUNTS) != 0) {
      putCounts(batch, row, stream, width);
    }
    state.took(stream, timeNs, batch.sequence(row), batch.flags(row), first);
  }

  private boolean sameCounts(RawBatch batch, int row, int stream, int width) {
    for (int channel = 0; channel < width; channel++) {
      if (batch.count(row, channel) != state.count(stream, channel)) {
        return false;
      }
    }
    return true;
  }

  private void putCounts(RawBatch batch, int row, int stream, int width) {
    for (int channel = 0; channel < width; channel++) {
      int count = batch.count(row, channel);
      int change = count - state.count(stream, channel);
      putVarint(Integer.toUnsignedLong((change << 1) ^ (change >> 31)));
      state.setCount(stream, channel, count);
    }
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private void putVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      block.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    block.put((byte) rest);
  }

  /// Completes the payload; the buffer's position stays at its end.
  ///
  /// @param dropped rows that were given up since the block before
  void finish(long dropped) {
    block.putInt(HEAD_BYTES, rows);
    block.putInt(HEAD_BYTES + 4, (int) Math.min(dropped, 0xFFFF_FFFFL));
    block.putLong(HEAD_BYTES + 8, baseTimeNs);
  }
}
