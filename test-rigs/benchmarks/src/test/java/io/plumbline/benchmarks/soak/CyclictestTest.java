package io.plumbline.benchmarks.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What cyclictest 2.40 has printed for `cyclictest -q -m -t 1 -i 1000 -D 2 -a 0 -p 80 -h 100`.
class CyclictestTest {
  private static final int SLOTS_US = 60_000;

  private static List<String> printed() throws IOException {
    try (InputStream in = Objects.requireNonNull(CyclictestTest.class.getResourceAsStream("cyclictest.txt"));
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  @Test
  void shouldReadTheHistogramWhenItEndedWell() throws IOException {
    Latencies latencies = Cyclictest.parse(printed());
    assertEquals(2000, latencies.number(), "1993 in the histogram and 7 beyond it");
    // 918 wake-ups are earlier than 39 us, 1037 not later; 1979 and 1982 are not later than 55 and 56.
    assertEquals(39, latencies.p50Us());
    assertEquals(56, latencies.p99Us());
    assertEquals(380, latencies.maxUs());
    assertEquals(7, latencies.above100Us());
    assertTrue(Double.isNaN(latencies.cpuPercent()));
  }

  @Test
  void shouldCountWhatIsBeyondTheHistogramAsTheLatestWhenThereIsSuch() throws IOException {
    assertEquals(SLOTS_US, Cyclictest.parse(printed()).p999Us());
  }

  @Test
  void shouldSayWhatCameInsteadWhenThereIsNoHistogram() {
    IOException refused = assertThrows(IOException.class,
        () -> Cyclictest.parse(List.of("Unable to change scheduling policy!")));
    assertEquals("cyclictest gave no histogram: Unable to change scheduling policy!", refused.getMessage());
    assertThrows(IOException.class, () -> Cyclictest.parse(List.of()));
  }
}
