package io.plumbline.drivers.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A clock of samples whose truth is known, observed too late by scripted amounts.
class ClockFitTest {
  private static final double NOMINAL_HZ = 1000;
  private static final long EPOCH_NS = 77_000_000_000L;
  private static final double SECOND = 1e9;
  // Between asking for the time and the chip's answer.
  private static final double REALISTIC_NS = 60_000;

  /// The truth and what is seen of it.
  private static final class Script {
    private final ClockFit fit = new ClockFit(NOMINAL_HZ);
    private final double periodNs;
    private final Random random;
    private final double edgeNoiseNs;
    private long number = 100;
    private double pauseNs;
    private double worstNs;
    private double widestNs;
    private double narrowestNs = Double.MAX_VALUE;
    private long lastNs = Long.MIN_VALUE;

    private Script(double rateError, long seed, double edgeNoiseNs) {
      periodNs = SECOND / (NOMINAL_HZ * (1 + rateError));
      random = new Random(seed);
      this.edgeNoiseNs = edgeNoiseNs;
    }

    private double trueNs(long n) {
      return EPOCH_NS + n * periodNs;
    }

    /// Polls that are late by up to 2 ms, and stamps that are late by a part of that.
    private void poll(double seconds, double stampLateNs) {
      double dueNs = trueNs(number);
      double endNs = dueNs + seconds * SECOND;
      double nowNs = dueNs;
      while (dueNs < endNs) {
        dueNs += 1_000_000;
        nowNs = Math.max(nowNs, dueNs + random.nextDouble() * 2_000_000 + pauseNs);
        pauseNs = 0;
        long newest = (long) Math.floor((nowNs - EPOCH_NS) / periodNs);
        fit.observe(newest, Math.round(nowNs + random.nextDouble() * stampLateNs));
        give(newest);
      }
    }

    private void edges(double seconds) {
      double endNs = trueNs(number) + seconds * SECOND;
      while (trueNs(number + 1) < endNs) {
        long newest = number + 1;
        double lateNs = random.nextInt(50) == 0 ? random.nextDouble() * 300_000 : random.nextDouble() * edgeNoiseNs;
        fit.observe(newest, Math.round(trueNs(newest) + lateNs));
        give(newest);
      }
    }

    private void give(long newest) {
      while (number < newest) {
        number++;
        long givenNs = fit.timeNs(number);
        assertTrue(givenNs > lastNs, "time runs backwards at " + number);
        lastNs = givenNs;
        double errorNs = givenNs - trueNs(number);
        worstNs = Math.max(worstNs, Math.abs(errorNs));
        widestNs = Math.max(widestNs, errorNs);
        narrowestNs = Math.min(narrowestNs, errorNs);
      }
    }

    private void forget() {
      worstNs = 0;
      widestNs = -Double.MAX_VALUE;
      narrowestNs = Double.MAX_VALUE;
    }

    private double rateHz() {
      return SECOND / periodNs;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.03, -0.011, 0, 0.00002, 0.017, 0.03})
  void shouldBeWithin100MicrosecondsAfter2SecondsWhenPolled(double rateError) {
    for (long seed = 1; seed <= 20; seed++) {
      Script script = new Script(rateError, seed, 0);
      script.poll(1, REALISTIC_NS);
      script.pauseNs = 50_000_000;
      script.poll(1, REALISTIC_NS);
      assertTrue(script.fit.isSettled());
      script.forget();
      script.poll(8, REALISTIC_NS);
      String where = "rate off by " + rateError + ", seed " + seed;
      assertTrue(script.worstNs <= 100_000, where + ": " + script.worstNs);
      assertEquals(script.rateHz(), script.fit.rateHz(), 20e-6 * NOMINAL_HZ, where);
      assertTrue(Math.abs(script.fit.rateHz() - script.rateHz()) <= 2 * script.fit.rateUncertaintyHz(), where + ": ± "
          + script.fit.rateUncertaintyHz());
      assertTrue(script.fit.rateUncertaintyHz() < 0.2, where);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.03, -0.011, 0, 0.00002, 0.017, 0.03})
  void shouldStillBeWithin250MicrosecondsWhenStampsThemselvesAreLateByUpTo2Milliseconds(double rateError) {
    for (long seed = 1; seed <= 20; seed++) {
      Script script = new Script(rateError, seed, 0);
      script.poll(2, 2_000_000);
      script.forget();
      script.poll(8, 2_000_000);
      assertTrue(script.worstNs <= 250_000, "rate off by " + rateError + ", seed " + seed + ": " + script.worstNs);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.03, 0, 0.017, 0.03})
  void shouldBeWithin20MicrosecondsAfter2SecondsWhenEdgesAreSeen(double rateError) {
    for (long seed = 1; seed <= 20; seed++) {
      Script script = new Script(rateError, seed, 15_000);
      script.edges(2);
      script.forget();
      script.edges(8);
      String where = "rate off by " + rateError + ", seed " + seed;
      assertTrue(script.worstNs <= 20_000, where + ": " + script.worstNs);
      assertTrue(script.widestNs - script.narrowestNs <= 20_000, where);
      assertEquals(script.rateHz(), script.fit.rateHz(), 5e-6 * NOMINAL_HZ, where);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.45, 0.55, 0.7, 0.9})
  void shouldNotBeSettledOnAWrongLineWhenTheBeginningIsLate(double lateSeconds) {
    ClockFit fit = new ClockFit(NOMINAL_HZ);
    double truePeriodNs = SECOND / NOMINAL_HZ;
    for (int n = 0; n < 5 * NOMINAL_HZ; n++) {
      double lateNs = n < lateSeconds * NOMINAL_HZ ? 8_000_000 : 10_000;
      double trueNs = EPOCH_NS + n * truePeriodNs;
      fit.observe(n, Math.round(trueNs + lateNs));
      if (fit.isSettled()) {
        assertEquals(n, fit.numberAt(Math.round(trueNs)), 0.5, "at " + n);
      }
    }
    assertTrue(fit.isSettled());
  }

  @Test
  void shouldStayTrueWhenOneReadingIs50MillisecondsLateOrEarly() {
    Script script = new Script(0.012, 5, 0);
    script.poll(3, REALISTIC_NS);
    double before = script.fit.rateHz();
    script.fit.observe(script.number, Math.round(script.trueNs(script.number) + 50e6));
    script.fit.observe(script.number, Math.round(script.trueNs(script.number) - 50e6));
    assertEquals(before, script.fit.rateHz(), 1e-9);
    script.forget();
    script.poll(3, REALISTIC_NS);
    assertTrue(script.worstNs <= 100_000, "worst " + script.worstNs);
  }

  @Test
  void shouldFindTheTruthAgainWhenSamplesWereLostUnnoticed() {
    Script script = new Script(0.012, 6, 15_000);
    script.edges(3);
    for (int i = 0; i < 3000; i++) {
      // From here on each number is 7 too small.
      script.fit.observe(script.number + i - 7, Math.round(script.trueNs(script.number + i)));
    }
    double ahead = script.fit.numberAt(Math.round(script.trueNs(script.number + 2999))) - (script.number + 2999 - 7);
    assertEquals(0, ahead, 0.05);
  }

  @Test
  void shouldFindTheTruthAgainWhenSamplesWereCountedTwice() {
    Script script = new Script(0.012, 7, 15_000);
    script.edges(3);
    for (int i = 0; i < 3000; i++) {
      script.fit.observe(script.number + i + 4, Math.round(script.trueNs(script.number + i)));
    }
    double ahead = script.fit.numberAt(Math.round(script.trueNs(script.number + 2999))) - (script.number + 2999 + 4);
    assertEquals(0, ahead, 0.05);
  }

  @Test
  void shouldKeepTheRateAndForgetThePhaseWhenRestarted() {
    Script script = new Script(-0.025, 8, 15_000);
    script.edges(3);
    double period = script.fit.periodNs();
    script.fit.restart();
    assertFalse(script.fit.isSettled());
    assertTrue(Double.isNaN(script.fit.rateHz()));
    assertEquals(period, script.fit.periodNs(), 0);
    script.fit.observe(9_000_000, EPOCH_NS + 60_000_000_000L);
    assertEquals(EPOCH_NS + 60_000_000_000L, script.fit.timeNs(9_000_000));
  }

  @Test
  void shouldFollowWhenTheChipsClockDriftsWithTemperature() {
    ClockFit fit = new ClockFit(NOMINAL_HZ);
    double trueNs = EPOCH_NS;
    double worstNs = 0;
    for (int n = 0; n < 60_000; n++) {
      // 30 ppm a minute.
      trueNs += 1e6 * (1 + 0.01 + 30e-6 * n / 60_000);
      fit.observe(n, Math.round(trueNs));
      double errorNs = fit.timeNs(n) - trueNs;
      worstNs = n < 5000 ? 0 : Math.max(worstNs, Math.abs(errorNs));
    }
    assertTrue(worstNs < 20_000, "worst " + worstNs);
  }

  @Test
  void shouldConvergeWhenSamplesAreSlow() {
    ClockFit fit = new ClockFit(10);
    for (int n = 0; n < 60; n++) {
      fit.observe(n, EPOCH_NS + n * 97_000_000L + n * 37 % 5 * 200_000L);
    }
    assertTrue(fit.isSettled());
    assertEquals(1e9 / 97_000_000, fit.rateHz(), 0.01);
  }
}
