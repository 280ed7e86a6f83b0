package io.plumbline.pi4j.linux;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Measures what the calling thread allocates.
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /// Runs rounds until one allocates nothing, as it is to be once the JIT compiler is done.
  ///
  /// @return bytes of the last round
  static long ofLastRound(int mostRounds, Runnable round) {
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < mostRounds && bytes != 0; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      round.run();
      bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    return bytes;
  }
}
