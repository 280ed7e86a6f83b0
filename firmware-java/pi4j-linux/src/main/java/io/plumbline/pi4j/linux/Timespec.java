package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A `struct timespec` of a 64-bit system, for one thread.
final class Timespec {
  private static final long NS_PER_S = 1_000_000_000L;

  private final MemorySegment memory;
  private final long address;

  Timespec(Arena arena) {
    memory = arena.allocate(16, 8);
    address = memory.address();
  }

  long address() {
    return address;
  }

  void set(long timeNs) {
    memory.set(JAVA_LONG, 0, Math.floorDiv(timeNs, NS_PER_S));
    memory.set(JAVA_LONG, 8, Math.floorMod(timeNs, NS_PER_S));
  }

  long timeNs() {
    return memory.get(JAVA_LONG, 0) * NS_PER_S + memory.get(JAVA_LONG, 8);
  }
}
