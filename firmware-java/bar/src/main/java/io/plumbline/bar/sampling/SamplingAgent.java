package io.plumbline.bar.sampling;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipDriver;
import java.util.List;
import java.util.function.LongSupplier;

/// Reads all chips once and hands on what they gave. Bounded work, no waiting, no allocation; one thread owns it.
public final class SamplingAgent {
  /// More than all chips can hold together after a pause: two inertial units of 104 samples, two high-g ones of 32, converters of a few.
  private static final int ROWS = 1024;

  private final ChipDriver[] drivers;
  private final BatchRing[] rings;
  private final LongSupplier nowNs;
  private final RawBatch rows = new RawBatch(ROWS);

  /// @param drivers in the order in which they are read: what holds the fewest samples first
  /// @param rings   each gets every row
  /// @param nowNs   monotonic clock, asked before each chip: a stale time would cost the samples' times their accuracy
  public SamplingAgent(List<ChipDriver> drivers, List<BatchRing> rings, LongSupplier nowNs) {
    this.nowNs = nowNs;
    this.drivers = drivers.toArray(ChipDriver[]::new);
    this.rings = rings.toArray(BatchRing[]::new);
  }

  /// One pass; returns how many rows were read.
  public int doWork() {
    rows.clear();
    long now = nowNs.getAsLong();
    for (ChipDriver driver : drivers) {
      driver.poll(rows, now);
      now = nowNs.getAsLong();
      driver.pollEnded(now);
    }
    int size = rows.size();
    if (size > 0) {
      for (BatchRing ring : rings) {
        ring.write(rows);
      }
    }
    return size;
  }
}
