package io.plumbline.drivers.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bench.Polling;
import io.plumbline.drivers.bench.Rig;
import io.plumbline.drivers.bench.Truth;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole program stands still at any place: between two polls, between asking for the time and a transfer, within a transfer and after it.
class PauseTest {
  private static final int RUNS = 6;

  @ParameterizedTest
  @EnumSource
  void shouldNumberEverySampleRightWhenPausesFallAnywhere(Rig.Kind kind) {
    for (double longestMs : new double[]{1.5, 4, 12, 80}) {
      for (int seed = 0; seed < RUNS; seed++) {
        Random random = new Random(seed);
        try (Rig rig = new Rig(kind, 0.04 * random.nextDouble() - 0.02)) {
          rig.polling().untilSamples(1);
          rig.polling().during(2);
          rig.wire().around(() -> pause(rig, random, longestMs, 1500));
          for (int poll = 0; poll < 12_000; poll++) {
            rig.polling().poll();
            pause(rig, random, longestMs, 400);
          }
          rig.wire().mend();
          rig.polling().during(1);
          Truth.assertHonest(rig);
          assertEquals(ChipState.RUNNING, rig.driver().state(), kind + ", seed " + seed);
          int restarts = 0;
          for (Polling.Row row : rig.polling().rows()) {
            restarts += row.has(RawBatch.RESTARTED) ? 1 : 0;
          }
          // Once at the start; a clock that is known keeps the numbers through a pause.
          assertEquals(1, restarts, kind + ", seed " + seed + ", pauses up to " + longestMs + " ms");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldNumberEverySampleRightOrBeginAnewWhenPausesFallBeforeTheClockIsKnown(Rig.Kind kind) {
    for (int seed = 0; seed < 40 * RUNS; seed++) {
      Random random = new Random(seed);
      try (Rig rig = new Rig(kind, 0.04 * random.nextDouble() - 0.02)) {
        double longestMs = 1 + 30 * random.nextDouble();
        rig.wire().around(() -> pause(rig, random, longestMs, 120));
        for (int poll = 0; poll < 1500; poll++) {
          rig.polling().poll();
          pause(rig, random, longestMs, 60);
        }
        Truth.assertHonest(rig);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldNumberEverySampleRightOrBeginAnewWhenItIsStoppedShortlyAgainAndAgain(Rig.Kind kind) {
    for (int seed = 0; seed < 40 * RUNS; seed++) {
      Random random = new Random(seed);
      try (Rig rig = new Rig(kind, 0.04 * random.nextDouble() - 0.02)) {
        double longestMs = 0.3 + 2 * random.nextDouble();
        int every = 3 + random.nextInt(12);
        rig.wire().around(() -> pause(rig, random, longestMs, every));
        for (int poll = 0; poll < 1500; poll++) {
          rig.polling().poll();
        }
        Truth.assertHonest(rig);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ADS_EDGES, 3", "ADS_POLLED, 3", "NAU, 2", "ADXL_I2C, 2", "ADXL_SPI, 2"})
  void shouldLoseLittleMoreThanThePauseWhenItIsShort(Rig.Kind kind, int more) {
    for (int i = 0; i < 200; i++) {
      try (Rig rig = new Rig(kind, 0.01)) {
        rig.polling().during(1.5 + i * 0.000_037);
        long before = rig.polling().rows().getLast().sequence();
        rig.bench().clock().advanceNs(5_000_000);
        rig.polling().forget();
        rig.polling().during(0.1);
        Truth.assertHonest(rig);
        Polling.Row first = rig.polling().rows().getFirst();
        double missed = 0.005 * rig.driver().rateHz() + more;
        assertTrue(first.sequence() - before <= missed + 1,
            kind + ": " + (first.sequence() - before - 1) + " lost, at most " + missed);
      }
    }
  }

  private static void pause(Rig rig, Random random, double longestMs, int every) {
    if (random.nextInt(every) == 0) {
      rig.bench().clock().advanceNs((long) (random.nextDouble() * longestMs * 1e6));
    }
  }
}
