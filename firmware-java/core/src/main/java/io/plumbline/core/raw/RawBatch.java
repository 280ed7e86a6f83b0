package io.plumbline.core.raw;

/// Rows of raw samples of any streams, in the order in which they were read. Preallocated and reused; adding a row allocates nothing.
///
/// A row is one sample of one stream: all its channels at one instant. Not thread-safe: it belongs to whoever holds it.
public final class RawBatch {
  /// The most channels that a stream can have.
  public static final int WIDTH = 8;
  /// At least one channel is at the end of its range.
  public static final int CLIPPED = 1;
  /// Samples of this stream are missing directly before this one; the sequence number says how many.
  public static final int GAP_BEFORE = 2;
  /// First sample after the chip was set up: nothing is known of the time between this sample and the one before.
  public static final int RESTARTED = 4;
  /// The time is that of reading, not yet fitted to the chip's clock: late by up to the time between two reads.
  public static final int TIME_COARSE = 8;

  private final int[] streams;
  private final long[] timesNs;
  private final long[] sequences;
  private final int[] flags;
  private final int[] counts;
  private int size;

  /// @param capacity rows that it can hold
  public RawBatch(int capacity) {
    streams = new int[capacity];
    timesNs = new long[capacity];
    sequences = new long[capacity];
    flags = new int[capacity];
    counts = new int[capacity * WIDTH];
  }

  /// Takes all rows out.
  public void clear() {
    size = 0;
  }

  /// Rows that are in it.
  public int size() {
    return size;
  }

  /// Whether no row fits any more.
  public boolean isFull() {
    return size == streams.length;
  }

  /// Rows that still fit.
  public int room() {
    return streams.length - size;
  }

  /// Adds a row with all counts 0.
  ///
  /// @param stream   number of the stream, see [RawStream#number()]
  /// @param timeNs   data-ready time on the monotonic clock
  /// @param sequence number of the sample by the chip's clock; lost samples have numbers too
  /// @param rowFlags bits of this class
  /// @return the row's index, for [#setCount]
  /// @throws IllegalStateException where it [#isFull()]
  public int add(int stream, long timeNs, long sequence, int rowFlags) {
    if (isFull()) {
      throw new IllegalStateException("the batch is full");
    }
    int row = size++;
    streams[row] = stream;
    timesNs[row] = timeNs;
    sequences[row] = sequence;
    flags[row] = rowFlags;
    int first = row * WIDTH;
    for (int i = first; i < first + WIDTH; i++) {
      counts[i] = 0;
    }
    return row;
  }

  /// Adds a copy of another batch's row.
  public void addCopy(RawBatch other, int otherRow) {
    int row = add(other.streams[otherRow], other.timesNs[otherRow], other.sequences[otherRow], other.flags[otherRow]);
    System.arraycopy(other.counts, otherRow * WIDTH, counts, row * WIDTH, WIDTH);
  }

  /// Sets a channel of a row.
  public void setCount(int row, int channel, int count) {
    counts[row * WIDTH + channel] = count;
  }

  /// Sets further flags of a row.
  public void addFlags(int row, int more) {
    flags[row] |= more;
  }

  /// Number of the row's stream.
  public int stream(int row) {
    return streams[row];
  }

  /// Data-ready time on the monotonic clock.
  public long timeNs(int row) {
    return timesNs[row];
  }

  /// Number of the sample by the chip's clock.
  public long sequence(int row) {
    return sequences[row];
  }

  /// Bits of this class.
  public int flags(int row) {
    return flags[row];
  }

  /// Raw count of a channel.
  public int count(int row, int channel) {
    return counts[row * WIDTH + channel];
  }
}
