package io.plumbline.bar.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.plumbline.core.raw.RawBatch;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchRingTest {
  private static RawBatch rows(int count, long first) {
    RawBatch rows = new RawBatch(Math.max(1, count));
    for (int i = 0; i < count; i++) {
      int row = rows.add(i % 3, 1000 + i, first + i, 0);
      rows.setCount(row, 7, (int) (first + i));
    }
    return rows;
  }

  @Test
  void shouldSpreadRowsOverBatchesWhenOneIsTooSmall() {
    BatchRing ring = new BatchRing(4, 10);
    ring.write(rows(25, 0));
    long next = 0;
    for (int expected : new int[]{10, 10, 5}) {
      RawBatch batch = ring.take();
      assertNotNull(batch);
      assertEquals(expected, batch.size());
      for (int row = 0; row < batch.size(); row++) {
        assertEquals(next, batch.sequence(row));
        assertEquals(next, batch.count(row, 7));
        next++;
      }
      ring.release(batch);
    }
    assertNull(ring.take());
    assertEquals(0, ring.droppedRows());
  }

  @Test
  void shouldDropAndCountWhenNobodyTakes() {
    BatchRing ring = new BatchRing(2, 10);
    ring.write(rows(15, 0));
    ring.write(rows(8, 15));
    ring.write(rows(3, 23));
    // The second batch was sent half full: it is the consumer's.
    assertEquals(11, ring.droppedRows());
    RawBatch first = ring.take();
    assertNotNull(first);
    ring.release(first);
    ring.write(rows(8, 26));
    assertEquals(11, ring.droppedRows());
  }

  @Test
  void shouldKeepEveryRowInOrderWhenTwoThreadsWork() {
    BatchRing ring = new BatchRing(64, 16);
    int total = 200_000;
    CompletableFuture<Void> producer = CompletableFuture.runAsync(() -> {
      RawBatch row = new RawBatch(1);
      for (int i = 0; i < total; i++) {
        row.clear();
        row.add(0, i, i, 0);
        long droppedBefore = ring.droppedRows();
        ring.write(row);
        if (ring.droppedRows() > droppedBefore) {
          // No room: this one has to come again.
          i--;
          Thread.onSpinWait();
        }
      }
    });
    long next = 0;
    while (next < total) {
      RawBatch batch = ring.take();
      if (batch == null) {
        Thread.onSpinWait();
        continue;
      }
      for (int row = 0; row < batch.size(); row++) {
        assertEquals(next++, batch.sequence(row));
      }
      ring.release(batch);
    }
    producer.join();
    assertNull(ring.take());
  }
}
