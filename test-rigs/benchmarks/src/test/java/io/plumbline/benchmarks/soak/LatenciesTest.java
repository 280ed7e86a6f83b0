package io.plumbline.benchmarks.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  /// The histogram keeps three digits.
  private static final double DIGITS = 1e-3;

  private static Histogram histogram() {
    return new Histogram(60_000_000_000L, 3);
  }

  @Test
  void shouldTellTheErrorsInMicrosecondsWhenTheyAreGivenInNanoseconds() {
    Histogram ns = histogram();
    ns.recordValueWithCount(2_000, 989);
    ns.recordValueWithCount(150_000, 9);
    ns.recordValueWithCount(3_000_000, 2);
    Latencies latencies = Latencies.of("loop", ns, 12.5);
    assertEquals("loop", latencies.name());
    assertEquals(1000, latencies.number());
    assertEquals(2, latencies.p50Us(), 2 * DIGITS);
    assertEquals(150, latencies.p99Us(), 150 * DIGITS);
    assertEquals(3000, latencies.p999Us(), 3000 * DIGITS);
    assertEquals(3000, latencies.maxUs(), 3000 * DIGITS);
    assertEquals(11, latencies.above100Us());
    assertEquals(2, latencies.above1000Us());
    assertEquals(12.5, latencies.cpuPercent());
  }

  @Test
  void shouldCountNoneAboveWhenAllAreBelow() {
    Histogram ns = histogram();
    ns.recordValueWithCount(99_000, 5);
    Latencies latencies = Latencies.of("loop", ns, Double.NaN);
    assertEquals(0, latencies.above100Us());
    assertEquals(0, latencies.above1000Us());
    assertTrue(Double.isNaN(latencies.cpuPercent()));
  }
}
