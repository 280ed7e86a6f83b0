package io.plumbline.drivers.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.bench.Rig;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Polling allocates nothing once everything is compiled: exactly 0 bytes in the last of several rounds.
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 30;
  private static final int POLLS = 20_000;

  @ParameterizedTest
  @EnumSource
  void shouldAllocateNothingWhenItRuns(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.polling().untilSamples(1);
      RawBatch batch = new RawBatch(64);
      long rows = 0;
      long bytes = -1;
      int round = 0;
      // The compiler's own change of mind costs some bytes now and then: rounds go on until one has none, but not for ever.
      for (; round < MOST_ROUNDS && (round < LEAST_ROUNDS || bytes != 0); round++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < POLLS; i++) {
          batch.clear();
          rows += rig.driver().poll(batch, rig.bench().nowNs());
          rig.driver().pollEnded(rig.bench().nowNs());
          rig.bench().clock().advanceNs(1_000_000);
        }
        bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      }
      assertTrue(rows > round * POLLS / 5, kind + ": " + rows + " rows");
      assertEquals(0, bytes, kind + ": bytes in the last round of " + POLLS + " polls");
    }
  }
}
