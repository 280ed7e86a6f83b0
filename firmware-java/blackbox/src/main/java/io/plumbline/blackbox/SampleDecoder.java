package io.plumbline.blackbox;

import static io.plumbline.blackbox.BlockFormat.MAX_STREAMS;
import static io.plumbline.blackbox.BlockFormat.SAMPLES_HEAD_BYTES;

import io.plumbline.core.raw.RawBatch;
import java.nio.ByteBuffer;

/// Takes the payload of a sample block apart. Believes nothing: a payload that is not right from end to end gives no row at all.
final class SampleDecoder {
  private static final int MAX_VARINT_SHIFT = 63;

  private final StreamState state = new StreamState();
  private final RawBatch scratch = new RawBatch(1);
  private ByteBuffer payload = ByteBuffer.allocate(0);
  private int at;
  private int end;
  private boolean broken;
  private int rowsLeft;
  private long dropped;
  private long baseTimeNs;

  /// Takes a payload, which must stay as it is until [#rowsLeft()] is 0.
  ///
  /// @return whether it is right
  boolean start(ByteBuffer block, int from, int to) {
    payload = block;
    rowsLeft = 0;
    if (to - from < SAMPLES_HEAD_BYTES) {
      return false;
    }
    int rows = block.getInt(from);
    dropped = Integer.toUnsignedLong(block.getInt(from + 4));
    baseTimeNs = block.getLong(from + 8);
    end = to;
    // Each row takes at least a byte.
    if (rows < 0 || rows > to - from - SAMPLES_HEAD_BYTES) {
      return false;
    }
    rewind(from, rows);
    while (rowsLeft > 0) {
      scratch.clear();
      row(scratch);
      if (broken) {
        rowsLeft = 0;
        return false;
      }
    }
    if (at != end) {
      return false;
    }
    rewind(from, rows);
    return true;
  }

  private void rewind(int from, int rows) {
    at = from + SAMPLES_HEAD_BYTES;
    broken = false;
    rowsLeft = rows;
    state.reset();
  }

  /// Rows that are still to be taken.
  int rowsLeft() {
    return rowsLeft;
  }

  /// Rows that the recorder had to drop before this block.
  long dropped() {
    return dropped;
  }

  /// Adds rows until none is left or the batch is full.
  void fill(RawBatch batch) {
    while (rowsLeft > 0 && !batch.isFull()) {
      row(batch);
    }
  }

  private void row(RawBatch batch) {
    rowsLeft--;
    int head = next();
    int stream = head & RowHead.STREAM_MASK;
    if (stream == RowHead.STREAM_FOLLOWS) {
      stream = next();
    }
    if (stream >= MAX_STREAMS) {
      broken = true;
      return;
    }
    boolean first = !state.known(stream);
    if (first) {
      int width = next();
      if (width > RawBatch.WIDTH) {
        broken = true;
        return;
      }
      state.begin(stream, baseTimeNs, width);
    }
    long timeNs = state.timeNs(stream, (head & RowHead.TIME) == 0 ? 0 : signed(varint()));
    long sequence = state.sequence(stream) + 1 + ((head & RowHead.SEQUENCE) == 0 ? 0 : signed(varint()));
    int flags = state.flags(stream) ^ ((head & RowHead.FLAGS) == 0 ? 0 : (int) varint());
    int row = batch.add(stream, timeNs, sequence, flags);
    boolean changed = (head & RowHead.COUNTS) != 0;
    for (int channel = 0; channel < state.width(stream); channel++) {
      int count = state.count(stream, channel) + (changed ? (int) signed(varint()) : 0);
      state.setCount(stream, channel, count);
      batch.setCount(row, channel, count);
    }
    state.took(stream, timeNs, sequence, flags, first);
  }

  /// The next byte; 0 behind the end, which is remembered.
  private int next() {
    if (at >= end) {
      broken = true;
      return 0;
    }
    return payload.get(at++) & 0xFF;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift <= MAX_VARINT_SHIFT; shift += 7) {
      int next = next();
      value |= (next & 0x7FL) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    broken = true;
    return 0;
  }

  private static long signed(long zigzag) {
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }
}
