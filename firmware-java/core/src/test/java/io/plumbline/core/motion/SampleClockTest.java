package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleClockTest {
  private static final double PERIOD_NS = 1e6 * 1.013;

  private final SampleClock clock = new SampleClock();
  private long sample;

  private long trueNs(long number) {
    return 7_000_000_000L + Math.round(number * PERIOD_NS);
  }

  /// Samples whose stamps are right.
  private void run(int samples) {
    for (int i = 0; i < samples; i++) {
      clock.correct(trueNs(sample));
      sample++;
    }
  }

  @Test
  void shouldHalveTheErrorOfStampsWhenTheyJitter() {
    Random random = new Random(5);
    double stampSquares = 0;
    double squares = 0;
    for (int i = 0; i < 20_000; i++) {
      long stampNs = trueNs(i) + Math.round(80_000 * random.nextGaussian());
      double error = (double) (clock.correct(stampNs) - trueNs(i));
      if (i >= 5000) {
        stampSquares += Math.pow((double) (stampNs - trueNs(i)), 2);
        squares += error * error;
      }
    }
    assertTrue(squares < 0.25 * stampSquares, Math.sqrt(squares / stampSquares) + " of the stamps' error is left");
  }

  @Test
  void shouldNotBelieveALateStampNorThoseThatCrowdBehindItWhenTheyComeAlone() {
    run(2000);
    long lateNs = trueNs(sample) + 8_000_000;
    for (int i = 0; i < 30; i++) {
      long stampNs = Math.max(trueNs(sample), lateNs + i * 2000L);
      assertEquals(0.0, (double) (clock.correct(stampNs) - trueNs(sample)), 0.1 * PERIOD_NS,
          "sample " + i + " after the late one");
      sample++;
    }
  }

  @Test
  void shouldBelieveAGapWhenTheStampsAfterItKeepTheirDistance() {
    run(2000);
    sample += 12;
    clock.correct(trueNs(sample++));
    clock.correct(trueNs(sample++));
    for (int i = 0; i < 100; i++) {
      assertEquals(0.0, (double) (clock.correct(trueNs(sample)) - trueNs(sample)), 0.1 * PERIOD_NS,
          "sample " + i + " after the gap");
      sample++;
    }
  }

  @Test
  void shouldTakeTheLeastLateStampWhenOneComesLateAfterALostSample() {
    run(2000);
    sample++;
    clock.correct(trueNs(sample++));
    clock.correct(trueNs(sample++));
    long lateNs = trueNs(sample) + 7_000_000;
    for (int i = 0; i < 20; i++) {
      long stampNs = Math.max(trueNs(sample), lateNs + i * 2000L);
      assertEquals(0.0, (double) (clock.correct(stampNs) - trueNs(sample)), 0.1 * PERIOD_NS,
          "sample " + i + " from the late one on");
      sample++;
    }
  }

  @Test
  void shouldTellWhereAndForHowLongSamplesWereLostWhenItIsSure() {
    run(2000);
    assertFalse(clock.isFirstLate());
    sample += 2;
    clock.correct(trueNs(sample++));
    assertTrue(clock.isFirstLate());
    assertEquals(0, clock.lostS());
    clock.correct(trueNs(sample++));
    assertFalse(clock.isFirstLate());
    clock.correct(trueNs(sample++));
    assertEquals(2 * PERIOD_NS * 1e-9, clock.lostS(), 0.05 * PERIOD_NS * 1e-9);
    clock.correct(trueNs(sample++));
    assertEquals(0, clock.lostS());
  }

  @Test
  void shouldNeverRunBackwardsWhenStampsDo() {
    run(200);
    Random random = new Random(9);
    long lastNs = Long.MIN_VALUE;
    for (int i = 0; i < 5000; i++) {
      long ns = clock.correct(trueNs(sample++) + Math.round(3e6 * random.nextGaussian()));
      assertTrue(ns > lastNs, "at sample " + i);
      lastNs = ns;
    }
  }
}
