package io.plumbline.pi4j.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsoluteTimerTest {
  private static final long MS = 1_000_000;

  @ParameterizedTest
  @ValueSource(longs = {0, 20_000, AbsoluteTimer.MOST_SPIN_NS})
  void shouldNeverReturnBeforeTheDeadlineWhateverItSpins(long spinNs) {
    AbsoluteTimer timer = new AbsoluteTimer(spinNs);
    long deadlineNs = System.nanoTime();
    for (int i = 0; i < 40; i++) {
      deadlineNs += MS / 2;
      long lateNs = timer.sleepUntil(deadlineNs);
      assertTrue(lateNs >= 0);
      assertTrue(System.nanoTime() - deadlineNs >= lateNs, "it says how late it is");
    }
  }

  @Test
  void shouldReturnAtOnceWhenTheDeadlineHasPassed() {
    AbsoluteTimer timer = new AbsoluteTimer(50_000);
    assertTrue(timer.sleepUntil(System.nanoTime() - 5 * MS) >= 5 * MS);
    assertTrue(timer.sleepUntil(-1) > 0);
  }

  @Test
  void shouldSleepAndNotSpinWhenTheDeadlineIsFar() {
    AbsoluteTimer timer = new AbsoluteTimer(AbsoluteTimer.MOST_SPIN_NS);
    long startNs = System.nanoTime();
    long cpuNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 1; i <= 20; i++) {
      timer.sleepUntil(startNs + 10 * MS * i);
    }
    cpuNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuNs;
    assertTrue(cpuNs < (System.nanoTime() - startNs) / 2, cpuNs + " ns of processor time");
  }

  @Test
  void shouldAllocateNothingWhenItIsWarm() {
    AbsoluteTimer timer = new AbsoluteTimer(1_000);
    assertEquals(0, Allocation.ofLastRound(() -> {
      for (int i = 0; i < 1_000; i++) {
        timer.sleepUntil(System.nanoTime() + 3_000);
      }
    }));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, AbsoluteTimer.MOST_SPIN_NS + 1})
  void shouldRefuseASpinWhenItIsOutOfRange(long spinNs) {
    String message = assertThrows(IllegalArgumentException.class, () -> new AbsoluteTimer(spinNs)).getMessage();
    assertEquals("a spin of " + spinNs + " ns: 0 to 100000 are possible", message);
  }
}
