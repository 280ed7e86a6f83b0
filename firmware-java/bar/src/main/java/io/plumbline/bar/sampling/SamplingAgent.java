package io.plumbline.bar.sampling;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipDriver;
import java.util.List;

/// Reads all chips once and hands on what they gave. Bounded work, no waiting, no allocation; one thread owns it.
public final class SamplingAgent {
  /// More than all chips can hold together after a pause: two inertial units of 104 samples, two high-g ones of 32, converters of a few.
  private static final int ROWS = 1024;

  private final ChipDriver[] drivers;
  private final BatchRing[] rings;
  private final RawBatch rows = new RawBatch(ROWS);

  /// @param drivers in the order in which they are read: what holds the fewest samples first
  /// @param rings   each gets every row
  public SamplingAgent(List<ChipDriver> drivers, List<BatchRing> rings) {
    this.drivers = drivers.toArray(ChipDriver[]::new);
    this.rings = rings.toArray(BatchRing[]::new);
  }

  /// One pass.
  ///
  /// @param nowNs monotonic clock, now
  /// @return rows that were read
  public int doWork(long nowNs) {
    rows.clear();
    for (ChipDriver driver : drivers) {
      driver.poll(rows, nowNs);
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
