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
  private static final int ROUNDS = 12;
  private static final int POLLS = 20_000;

  @ParameterizedTest
  @EnumSource
  void shouldAllocateNothingWhenItRuns(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      rig.polling().untilSamples(1);
      RawBatch batch = new RawBatch(64);
      long rows = 0;
      long bytes = -1;
      for (int round = 0; round < ROUNDS; round++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < POLLS; i++) {
          batch.clear();
          rows += rig.driver().poll(batch, rig.bench().nowNs());
          rig.bench().clock().advanceNs(1_000_000);
        }
        bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      }
      assertTrue(rows > ROUNDS * POLLS / 5, kind + ": " + rows + " rows");
      assertEquals(0, bytes, kind + ": bytes in the last round of " + POLLS + " polls");
    }
  }
}
