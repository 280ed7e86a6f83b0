package io.plumbline.drivers.polled;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipCounters;
import io.plumbline.drivers.clock.ClockFit;

/// Numbers and times of a chip's samples, and the rows that they become.
final class Numbering {
  private final RawStream stream;
  private final ChipCounters counters;
  private final ClockFit fit;
  private boolean restarted = true;
  private long number = -1;

  Numbering(RawStream stream, ChipCounters counters) {
    this.stream = stream;
    this.counters = counters;
    fit = new ClockFit(stream.nominalRateHz());
  }

  ClockFit fit() {
    return fit;
  }

  /// Nothing is known of how many samples come between the last and the next.
  void restart() {
    restarted = true;
    fit.restart();
  }

  boolean isFirst() {
    return restarted;
  }

  long advance(long by) {
    if (by > 1 && !restarted) {
      counters.add(ChipCounter.LOST, by - 1);
    }
    number += by;
    return number;
  }

  long number() {
    return number;
  }

  int row(RawBatch batch, long sampleNumber, boolean gapBefore, int more) {
    int flags = more;
    if (restarted) {
      flags |= RawBatch.RESTARTED;
      restarted = false;
    } else if (gapBefore) {
      flags |= RawBatch.GAP_BEFORE;
    }
    if (!fit.isSettled()) {
      flags |= RawBatch.TIME_COARSE;
    }
    counters.add(ChipCounter.SAMPLES);
    return batch.add(stream.number(), fit.timeNs(sampleNumber), sampleNumber, flags);
  }
}
