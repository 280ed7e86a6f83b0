package io.plumbline.virtualchips.kernel;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.wire.EdgeLine;
import java.util.concurrent.atomic.AtomicInteger;

/// A line that gives edges as fast as they are taken, when told so.
final class BurstLine implements EdgeLine {
  private final AtomicInteger waiting = new AtomicInteger();
  private int given;

  void burst(int edges) {
    waiting.addAndGet(edges);
  }

  boolean isTaken() {
    return waiting.get() == 0;
  }

  @Override
  public boolean isHigh() {
    return waiting.get() > 0;
  }

  @Override
  public int drain(EdgeBatch batch) {
    int moved = Math.min(batch.room(), waiting.get());
    for (int i = 0; i < moved; i++) {
      given++;
      batch.add(System.nanoTime(), given);
    }
    waiting.addAndGet(-moved);
    return moved;
  }

  @Override
  public long nextEdgeNs() {
    return waiting.get() > 0 ? Long.MIN_VALUE : System.nanoTime() + 1_000_000;
  }
}
