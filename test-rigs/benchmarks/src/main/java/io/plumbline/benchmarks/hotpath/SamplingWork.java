package io.plumbline.benchmarks.hotpath;

import io.plumbline.bar.sampling.BatchRing;
import io.plumbline.bar.sampling.LoopStatistics;
import io.plumbline.bar.sampling.SamplingAgent;
import io.plumbline.core.raw.RawBatch;
import java.util.List;

/// The sampling agent: drivers read virtual chips through Pi4J and fill the rings of pipeline and recorder. The chips' own work is part of it.
final class SamplingWork implements HotAgent {
  private static final int BATCHES = 512;
  private static final int ROWS = 64;

  private final VirtualRack chips = VirtualRack.counting();
  private final List<BatchRing> rings = List.of(new BatchRing(BATCHES, ROWS), new BatchRing(BATCHES, ROWS));
  private final SamplingAgent agent = chips.agent(rings);
  private final LoopStatistics statistics = new LoopStatistics(chips.config().loop().periodNs());

  @Override
  public int pass() {
    chips.nextPassNs();
    int rows = agent.doWork();
    // A clock that waits for its reader is never late.
    statistics.onWake(0, 0);
    statistics.onDone(0);
    for (int i = 0; i < rings.size(); i++) {
      BatchRing ring = rings.get(i);
      RawBatch batch = ring.take();
      while (batch != null) {
        ring.release(batch);
        batch = ring.take();
      }
    }
    return rows;
  }

  /// What the drivers did that no data sheet allows.
  List<String> misuses() {
    return chips.bar().misuses();
  }

  @Override
  public void close() {
    chips.close();
  }
}
