package io.plumbline.virtualchips.chip;

import io.plumbline.pi4j.edge.EdgeBatch;

/// Edges that nobody has taken yet, with their numbers, as the kernel's queue keeps them: at most 1024, then the oldest is lost.
public final class EdgeRing {
  private static final int CAPACITY = 1024;

  private final long[] timesNs = new long[CAPACITY];
  private int oldest;
  private int size;
  /// Number of the last edge, from 1.
  private int sequence;
  private long lastNs = Long.MIN_VALUE / 2;

  /// An edge happens.
  public void push(long timeNs) {
    if (size == CAPACITY) {
      oldest = (oldest + 1) % CAPACITY;
      size--;
    }
    timesNs[(oldest + size) % CAPACITY] = timeNs;
    size++;
    sequence++;
    lastNs = timeNs;
  }

  /// Moves as many as fit into the batch.
  ///
  /// @return how many
  public int drain(EdgeBatch batch) {
    int moved = Math.min(size, batch.room());
    for (int i = 0; i < moved; i++) {
      batch.add(timesNs[oldest], sequence - size + 1);
      oldest = (oldest + 1) % CAPACITY;
      size--;
    }
    return moved;
  }

  /// Whether none waits.
  public boolean isEmpty() {
    return size == 0;
  }

  /// When the oldest that waits was, ns; only where there is one.
  public long firstNs() {
    return timesNs[oldest];
  }

  /// When the last edge was, whether taken or not, ns; long ago where there was none.
  public long lastNs() {
    return lastNs;
  }
}
