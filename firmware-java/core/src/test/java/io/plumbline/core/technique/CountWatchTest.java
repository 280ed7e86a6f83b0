package io.plumbline.core.technique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.core.sample.LiftStart;
import org.junit.jupiter.api.Test;

/// Heights that are written down, a hundred a second: what is counted, and when.
class CountWatchTest {
  private static final double ROM_M = 0.55;

  private final CountWatch watch = new CountWatch();
  private final LiveEstimate live = new LiveEstimate();
  private long nowMs = 1000;
  private int counted;
  private long countedMs;

  private void sample(Phase phase, double heightM, double velocityMps) {
    live.phase = phase;
    live.heightM = heightM;
    live.velocityMps = velocityMps;
    if (watch.follow(nowMs * 1_000_000, live, Double.NaN)) {
      counted++;
      countedMs = nowMs;
    }
    nowMs += 10;
  }

  /// @return when it ended, ms
  private long move(Phase phase, double fromM, double toM, double seconds) {
    int samples = (int) Math.round(seconds * 100);
    for (int i = 1; i <= samples; i++) {
      sample(phase, fromM + (toM - fromM) * i / samples, (toM - fromM) / seconds);
    }
    return nowMs;
  }

  private long pull(double toM) {
    move(Phase.REST, 0, 0, 0.5);
    return move(Phase.ASCENT, 0, toM, 1);
  }

  private void putDown(double fromM) {
    move(Phase.DESCENT, fromM, 0, 1);
    move(Phase.REST, 0, 0, 0.5);
  }

  private void holdFrom(double heightM, double seconds, double sinksM) {
    move(Phase.LOCKOUT, heightM, heightM - sinksM, seconds);
  }

  private boolean measured(long fromMs, long topMs, Outcome outcome) {
    return watch.measured(Reps.with(rep -> {
      rep.concentricStartNs = fromMs * 1_000_000;
      rep.concentricEndNs = topMs * 1_000_000;
      rep.outcome = outcome;
    }));
  }

  @Test
  void shouldCountTheFirstLiftFromTheFloorWhenItHasBeenHeld() {
    live.start = LiftStart.FLOOR;
    long topMs = pull(ROM_M);
    assertEquals(0, counted, "not before it is held");
    holdFrom(ROM_M, 1, 0.001);
    assertEquals(1, counted);
    assertTrue(countedMs - topMs >= 300 && countedMs - topMs <= 320, () -> countedMs - topMs + " ms");
    putDown(ROM_M);
    assertTrue(measured(topMs - 1000, topMs, Outcome.COMPLETED), "the summary has nothing to tell");
  }

  @Test
  void shouldCountWithTheFirstSampleOfTheTopWhenOneWasLiftedBefore() {
    live.start = LiftStart.FLOOR;
    long firstMs = pull(ROM_M);
    holdFrom(ROM_M, 1, 0.001);
    putDown(ROM_M);
    measured(firstMs - 1000, firstMs, Outcome.COMPLETED);
    long topMs = pull(0.53);
    holdFrom(0.53, 1, 0);
    assertEquals(2, counted);
    assertEquals(topMs, countedMs);
    putDown(0.53);
    pull(0.49);
    holdFrom(0.49, 1, 0);
    putDown(0.49);
    assertEquals(2, counted, "a tenth less is no lockout");
  }

  @Test
  void shouldCountFromWhereTheBarStoodWhenItsRiseIsNoticedLate() {
    live.start = LiftStart.FLOOR;
    pull(ROM_M);
    holdFrom(ROM_M, 1, 0.001);
    for (int rep = 0; rep < 2; rep++) {
      move(Phase.DESCENT, ROM_M, 0, 1);
      move(Phase.ASCENT, 0, ROM_M, 1);
      holdFrom(ROM_M, 0.1, 0);
    }
    assertEquals(3, counted);
    putDown(ROM_M);
    move(Phase.REST, 0, 0.05, 0.1);
    move(Phase.ASCENT, 0.05, ROM_M, 1);
    holdFrom(ROM_M, 0.1, 0);
    assertEquals(4, counted);
  }

  @Test
  void shouldLeaveItToTheSummaryWhenAFirstAttemptSinksWhileItIsHeld() {
    live.start = LiftStart.FLOOR;
    long topMs = pull(0.45);
    holdFrom(0.45, 1, 0.02);
    putDown(0.43);
    assertEquals(0, counted);
    assertFalse(measured(topMs - 1000, topMs, Outcome.FAILED));
  }

  @Test
  void shouldForgetAHeightWhenTheSummarySaysThatItFailed() {
    live.start = LiftStart.FLOOR;
    long topMs = pull(0.40);
    holdFrom(0.40, 1, 0);
    putDown(0.40);
    assertEquals(1, counted, "at the top nothing told it from a short lift");
    measured(topMs - 1000, topMs, Outcome.FAILED);
    pull(0.39);
    holdFrom(0.39, 0.2, 0);
    assertEquals(1, counted, "it is not what the next one is compared with");
  }

  @Test
  void shouldKnowTheHeightWhenTheSummaryWasFirstToCount() {
    live.start = LiftStart.FLOOR;
    long topMs = pull(ROM_M);
    holdFrom(ROM_M, 0.8, 0.02);
    putDown(ROM_M);
    assertEquals(0, counted);
    assertFalse(measured(topMs - 1000, topMs, Outcome.COMPLETED), "the summary has it to tell");
    pull(ROM_M);
    sample(Phase.LOCKOUT, ROM_M, 0);
    assertEquals(1, counted);
  }

  @Test
  void shouldCountWhenTheBarIsLoweredAtOnce() {
    live.start = LiftStart.FLOOR;
    pull(ROM_M);
    holdFrom(ROM_M, 0.2, 0);
    putDown(ROM_M);
    assertEquals(1, counted);
  }

  @Test
  void shouldCountASquatWhenItComesUpAsFarAsItWentDown() {
    live.start = LiftStart.RACK;
    move(Phase.REST, 0, 0, 0.5);
    move(Phase.ASCENT, 0, 0.05, 0.2);
    holdFrom(0.05, 2, 0);
    for (int rep = 0; rep < 3; rep++) {
      move(Phase.DESCENT, 0.05, -0.5, 1.5);
      long topMs = move(Phase.ASCENT, -0.5, 0.04, 1);
      holdFrom(0.04, 1, 0);
      assertEquals(rep + 1, counted, "taking it out of the rack is none");
      assertEquals(topMs, countedMs);
    }
    move(Phase.DESCENT, 0.05, -0.5, 1.5);
    move(Phase.ASCENT, -0.5, -0.2, 1);
    holdFrom(-0.2, 1, 0);
    move(Phase.ASCENT, -0.2, 0.04, 1);
    holdFrom(0.04, 1, 0);
    assertEquals(3, counted, "who stood half way up was helped");
  }

  @Test
  void shouldCountNothingWhenTheBarIsPickedUpForRows() {
    live.start = LiftStart.HANG_LOW;
    pull(0.3);
    holdFrom(0.3, 1, 0);
    assertEquals(0, counted);
    move(Phase.ASCENT, 0.3, 0.7, 0.6);
    holdFrom(0.7, 0.2, 0);
    move(Phase.DESCENT, 0.7, 0.3, 1);
    assertEquals(1, counted, "the first row");
    move(Phase.ASCENT, 0.3, 0.69, 0.6);
    sample(Phase.LOCKOUT, 0.69, 0);
    assertEquals(2, counted);
  }

  @Test
  void shouldLeaveEverythingToTheSummaryWhenNobodyKnowsWhereRepsBegin() {
    pull(ROM_M);
    holdFrom(ROM_M, 1, 0);
    putDown(ROM_M);
    assertEquals(0, counted);
  }
}
