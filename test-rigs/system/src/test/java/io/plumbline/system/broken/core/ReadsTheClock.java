package io.plumbline.system.broken.core;

/// Reads a clock.
public final class ReadsTheClock {
  static int calls;

  private ReadsTheClock() {}

  static long now() {
    calls++;
    return System.nanoTime();
  }
}
