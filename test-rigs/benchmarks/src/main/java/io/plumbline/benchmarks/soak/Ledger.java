package io.plumbline.benchmarks.soak;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.virtualchips.feed.CountingPattern;

/// Goes through one stream's rows, whose counts are the numbers of their samples: what is missing, doubled, damaged or told wrongly.
final class Ledger {
  private final String name;
  private final CountingPattern pattern;
  private final int[] counts = new int[RawBatch.WIDTH];
  private boolean begun;
  private long lastNumber;
  private long lastSequence;
  private long samples;
  private long missing;
  private long unmarked;
  private long wrong;

  Ledger(String name, CountingPattern pattern) {
    this.name = name;
    this.pattern = pattern;
  }

  void add(RawBatch batch, int row) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = batch.count(row, i);
    }
    long number = pattern.number(counts, 0);
    samples++;
    if (number == CountingPattern.DAMAGED) {
      wrong++;
      return;
    }
    boolean restarted = (batch.flags(row) & RawBatch.RESTARTED) != 0;
    if (begun) {
      long step = Math.floorMod(number - lastNumber, pattern.period());
      long told = batch.sequence(row) - lastSequence;
      if (step == 0 || step > pattern.period() / 2) {
        wrong++;
      } else if (step > 1) {
        missing += step - 1;
        boolean marked = (batch.flags(row) & RawBatch.GAP_BEFORE) != 0 || restarted;
        unmarked += marked && (restarted || told == step) ? 0 : step - 1;
      }
    }
    begun = true;
    lastNumber = number;
    lastSequence = batch.sequence(row);
  }

  String name() {
    return name;
  }

  long samples() {
    return samples;
  }

  /// Samples that the chip took and that never came, after the first that came.
  long missing() {
    return missing;
  }

  /// Missing ones that the rows did not tell of, or told another number of.
  long unmarked() {
    return unmarked;
  }

  /// Rows that are no sample of the chip, or one that had come before.
  long wrong() {
    return wrong;
  }
}
