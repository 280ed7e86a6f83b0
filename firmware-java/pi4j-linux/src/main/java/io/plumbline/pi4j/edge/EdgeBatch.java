package io.plumbline.pi4j.edge;

/// Edges with their times and numbers; preallocated, reused. Not thread-safe.
public final class EdgeBatch {
  private final long[] timesNs;
  private final int[] sequences;
  private int size;

  /// @param capacity edges that it can hold
  public EdgeBatch(int capacity) {
    timesNs = new long[capacity];
    sequences = new int[capacity];
  }

  /// Takes all edges out.
  public void clear() {
    size = 0;
  }

  /// Edges that are in it.
  public int size() {
    return size;
  }

  /// Edges that still fit.
  public int room() {
    return timesNs.length - size;
  }

  /// Adds an edge.
  ///
  /// @param timeNs   on the monotonic clock, taken in the interrupt
  /// @param sequence its number on this line; a jump means lost edges
  /// @throws IllegalStateException where there is no [#room()]
  public void add(long timeNs, int sequence) {
    if (size == timesNs.length) {
      throw new IllegalStateException("the batch is full");
    }
    timesNs[size] = timeNs;
    sequences[size] = sequence;
    size++;
  }

  /// When the edge was, ns on the monotonic clock.
  public long timeNs(int index) {
    return timesNs[index];
  }

  /// Its number on this line, from 1; wraps as an unsigned 32-bit number.
  public int sequence(int index) {
    return sequences[index];
  }
}
