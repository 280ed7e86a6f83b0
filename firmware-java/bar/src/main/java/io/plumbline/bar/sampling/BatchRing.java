package io.plumbline.bar.sampling;

import io.plumbline.core.raw.RawBatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.queues.SpscArrayQueue;
import org.jspecify.annotations.Nullable;

/// A bounded way for rows from one thread to one other, without locks and without allocation: full batches go there, empty ones come back.
/// When all are full, rows are dropped and counted: the reader of the chips never waits for anybody.
public final class BatchRing {
  private final SpscArrayQueue<RawBatch> empty;
  private final SpscArrayQueue<RawBatch> full;
  private final AtomicLong droppedRows = new AtomicLong();

  /// @param batches  how many, so many loops may the consumer be late
  /// @param capacity rows in each
  public BatchRing(int batches, int capacity) {
    empty = new SpscArrayQueue<>(batches);
    full = new SpscArrayQueue<>(batches);
    for (int i = 0; i < batches; i++) {
      empty.offer(new RawBatch(capacity));
    }
  }

  /// Copies rows in; the producer's side.
  public void write(RawBatch rows) {
    int row = 0;
    while (row < rows.size()) {
      RawBatch batch = empty.relaxedPoll();
      if (batch == null) {
        droppedRows.addAndGet(rows.size() - row);
        return;
      }
      batch.clear();
      while (row < rows.size() && !batch.isFull()) {
        batch.addCopy(rows, row++);
      }
      full.relaxedOffer(batch);
    }
  }

  /// The next rows, null where there are none; the consumer's side. To be given back with [#release].
  public @Nullable RawBatch take() {
    return full.relaxedPoll();
  }

  /// Gives a batch back; the consumer's side.
  public void release(RawBatch batch) {
    empty.relaxedOffer(batch);
  }

  /// Rows that found no room.
  public long droppedRows() {
    return droppedRows.get();
  }
}
