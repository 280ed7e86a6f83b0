package io.plumbline.virtualchips.chip.icm42688p;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.wire.EdgeLine;
import java.util.function.LongSupplier;

/// The pin INT1.
final class Int1 implements EdgeLine {
  // Section 3, register 0x64.
  private static final long PULSE_NS = 100_000;
  private static final long SHORT_PULSE_NS = 8000;

  private final LongSupplier clock;
  private final Inside inside;

  Int1(LongSupplier clock, Inside inside) {
    this.clock = clock;
    this.inside = inside;
  }

  @Override
  public boolean isHigh() {
    long nowNs = clock.getAsLong();
    inside.catchUp(nowNs);
    Banks banks = inside.banks;
    boolean latched = (banks.get(0, 0x14) & 4) != 0 && (inside.status & banks.get(0, 0x65)) != 0;
    long pulseNs = (banks.get(0, 0x64) & 0x40) != 0 ? SHORT_PULSE_NS : PULSE_NS;
    boolean active = latched || nowNs - inside.edges.lastNs() < pulseNs;
    return active == ((banks.get(0, 0x14) & 1) != 0);
  }

  @Override
  public int drain(EdgeBatch batch) {
    inside.catchUp(clock.getAsLong());
    return inside.edges.drain(batch);
  }

  @Override
  public long nextEdgeNs() {
    inside.catchUp(clock.getAsLong());
    if (!inside.edges.isEmpty()) {
      return inside.edges.firstNs();
    }
    Banks banks = inside.banks;
    int sources = banks.get(0, 0x65);
    if ((banks.get(0, 0x64) & 0x10) != 0) {
      return Long.MAX_VALUE;
    }
    if ((sources & Inside.DATA_READY) != 0) {
      return inside.sampler.instantNs(1);
    }
    if ((sources & Inside.THRESHOLD) == 0 || banks.get(0, 0x16) >> 6 == 0) {
      return Long.MAX_VALUE;
    }
    int size = inside.countsRecords() ? 1 : inside.packetBytes();
    int missing = (inside.watermark() - inside.filled() + size - 1) / size;
    boolean again = (banks.get(0, 0x5F) & 0x20) != 0;
    return missing > 0 || inside.wasBelow || again
        ? inside.sampler.instantNs(Math.max(1, missing))
        : Long.MAX_VALUE;
  }
}
