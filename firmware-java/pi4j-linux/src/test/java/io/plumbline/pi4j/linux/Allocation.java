package io.plumbline.pi4j.linux;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Measures what the calling thread allocates.
final class Allocation {
  /// For a JIT compiler that has to share its processor.
  private static final long PATIENCE_NS = 60_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /// Runs rounds until one allocates nothing, as it is to be once the JIT compiler is done.
  ///
  /// @return bytes of the last round
  static long ofLastRound(Runnable round) {
    long bytes = Long.MAX_VALUE;
    long endNs = System.nanoTime() + PATIENCE_NS;
    while (bytes != 0 && System.nanoTime() < endNs) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      round.run();
      bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    return bytes;
  }
}
