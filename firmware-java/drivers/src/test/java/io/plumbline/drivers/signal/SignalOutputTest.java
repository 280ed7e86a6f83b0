package io.plumbline.drivers.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.exception.Pi4JException;
import com.sun.management.ThreadMXBean;
import io.plumbline.drivers.bench.Bench;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Patterns on an output of the board.
class SignalOutputTest {
  private static final long MILLISECOND = 1_000_000;

  @Test
  void shouldSwitchAtTheTimesOfThePatternWhenItIsPolled() {
    try (Bench bench = new Bench()) {
      List<String> seen = new ArrayList<>();
      SignalOutput output = new SignalOutput(bench.output((high, timeNs) -> seen
          .add((high ? "on " : "off ") + (timeNs - Bench.START_NS) / MILLISECOND)));
      output.poll(bench.nowNs());
      output.play(SignalPattern.of(2, 30, 20, 10, 40), bench.nowNs());
      for (int i = 0; i < 300; i++) {
        output.poll(bench.nowNs());
        bench.clock().advanceNs(MILLISECOND);
      }
      assertEquals(List.of("off 0", "on 0", "off 30", "on 50", "off 60", "on 100", "off 130", "on 150", "off 160"),
          seen.subList(seen.size() - 9, seen.size()));
      assertFalse(output.isPlaying());
      assertEquals(0, output.failures());
    }
  }

  @Test
  void shouldBeOffWhenStoppedOrReplaced() {
    try (Bench bench = new Bench()) {
      boolean[] level = new boolean[1];
      SignalOutput output = new SignalOutput(bench.output((high, timeNs) -> level[0] = high));
      output.play(SignalPattern.of(1, 1000), bench.nowNs());
      assertTrue(level[0]);
      output.stop(bench.nowNs());
      assertFalse(level[0]);
      output.play(SignalPattern.of(1, 1000), bench.nowNs());
      bench.clock().advanceNs(500 * MILLISECOND);
      output.play(SignalPattern.of(1, 10), bench.nowNs());
      bench.clock().advanceNs(10 * MILLISECOND);
      output.poll(bench.nowNs());
      assertFalse(level[0]);
    }
  }

  @Test
  void shouldCountAndTryAgainWhenTheOutputFails() {
    try (Bench bench = new Bench()) {
      boolean[] broken = {true};
      boolean[] level = new boolean[1];
      SignalOutput output = new SignalOutput(bench.output((high, timeNs) -> {
        if (broken[0]) {
          throw new Pi4JException("gone");
        }
        level[0] = high;
      }));
      output.play(SignalPattern.of(1, 1000), bench.nowNs());
      output.poll(bench.nowNs());
      assertEquals(2, output.failures());
      broken[0] = false;
      output.poll(bench.nowNs());
      assertTrue(level[0]);
    }
  }

  @Test
  void shouldAllocateNothingWhenItPlays() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Bench bench = new Bench()) {
      SignalOutput output = new SignalOutput(bench.output((high, timeNs) -> {}));
      SignalPattern pattern = SignalPattern.of(1000, 3000, 2000);
      output.play(pattern, bench.nowNs());
      long bytes = -1;
      for (int round = 0; round < 30 && bytes != 0; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 2000; i++) {
          output.poll(bench.nowNs() + i);
        }
        bytes = threads.getCurrentThreadAllocatedBytes() - before;
      }
      assertEquals(0, bytes);
    }
  }

  @Test
  void shouldRefuseWhenAPatternMakesNoSense() {
    assertThrows(IllegalArgumentException.class, () -> SignalPattern.of(0, 10));
    assertThrows(IllegalArgumentException.class, () -> SignalPattern.of(1));
    assertThrows(IllegalArgumentException.class, () -> SignalPattern.of(1, 10, 0));
    assertThrows(IllegalArgumentException.class, () -> SignalPattern.of(1, new int[SignalPattern.MOST_STEPS + 1]));
  }
}
