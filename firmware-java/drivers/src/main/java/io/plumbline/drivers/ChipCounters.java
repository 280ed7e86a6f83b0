package io.plumbline.drivers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Counts of one chip. One thread counts, any thread may look; counting allocates nothing.
public final class ChipCounters {
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] counts = new long[ChipCounter.values().length];

  /// Counts one.
  public void add(ChipCounter counter) {
    add(counter, 1);
  }

  /// Counts several.
  public void add(ChipCounter counter, long number) {
    int i = counter.ordinal();
    ELEMENT.setOpaque(counts, i, counts[i] + number);
  }

  /// How many so far.
  public long get(ChipCounter counter) {
    return (long) ELEMENT.getOpaque(counts, counter.ordinal());
  }
}
