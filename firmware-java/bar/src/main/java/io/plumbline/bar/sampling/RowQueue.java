package io.plumbline.bar.sampling;

import io.plumbline.core.raw.RawBatch;

/// Rows of one stream that wait for their turn: a ring of copies. Not thread-safe.
final class RowQueue {
  private static final int CAPACITY = 512;

  private final RawBatch[] rows = new RawBatch[CAPACITY];
  private int head;
  private int size;

  RowQueue() {
    for (int i = 0; i < CAPACITY; i++) {
      rows[i] = new RawBatch(1);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  /// Adds a copy; there must be room.
  void add(RawBatch batch, int row) {
    RawBatch place = rows[(head + size) % CAPACITY];
    place.clear();
    place.addCopy(batch, row);
    size++;
  }

  /// The oldest row, as a batch of one; valid until the next [#add].
  RawBatch first() {
    return rows[head];
  }

  void removeFirst() {
    head = (head + 1) % CAPACITY;
    size--;
  }
}
