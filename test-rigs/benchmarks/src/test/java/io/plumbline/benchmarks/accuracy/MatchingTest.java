package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.simulator.run.RepTruth;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final double NO = Double.NaN;

  private static Truth truth(String outcome, double liftOffS, double topS) {
    return new Truth(new RepTruth(1, 1, outcome, 100, 40, 40, liftOffS - 1, liftOffS, 0, topS, topS + 1, topS + 2,
        topS + 3, 0.5, 0.5, 0.5, 0.8, NO, NO, 0.02, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO),
        NO);
  }

  private static MeasuredRep rep(Outcome outcome, double startS, double endS) {
    return new MeasuredRep(startS, endS, outcome, 0.5, 0.01, 0.8, 0.01, 0.5, 0.005, 0.03, NO, NO, 0.01, 100, 0.5, 40,
        40, 0.5, NO);
  }

  @Test
  void shouldPairByTimeWhenAllAreThere() {
    Matching matching = Matching.of(List.of(truth("completed", 10, 11), truth("hitched", 15, 18)),
        List.of(rep(Outcome.COMPLETED, 10.1, 11), rep(Outcome.HITCHED, 14.9, 18)));
    assertTrue(matching.isExact());
    assertEquals(2, matching.pairs().size());
    assertEquals(0.1, Figure.LIFT_OFF.error(matching.pairs().getFirst()), 1e-9);
    assertEquals(-0.1, Figure.LIFT_OFF.error(matching.pairs().getLast()), 1e-9);
    assertEquals(0.01, Figure.DRIFT_AT_TOP.error(matching.pairs().getFirst()), 1e-9);
    assertEquals("", matching.oddities());
  }

  @Test
  void shouldNotBeExactWhenOneIsMissedAndAnotherInvented() {
    Matching matching = Matching.of(List.of(truth("completed", 10, 11)), List.of(rep(Outcome.COMPLETED, 30, 31)));
    assertEquals(matching.expected(), matching.found());
    assertFalse(matching.isExact());
    assertEquals("rep 1 at 10.0 s missed; none at 30.0 s, found one of 0.50 m", matching.oddities());
  }

  @Test
  void shouldLeaveFailedAttemptsOutWhenTheyAreNamed() {
    Matching matching = Matching.of(List.of(truth("completed", 10, 11), truth("failed", 15, 16)),
        List.of(rep(Outcome.COMPLETED, 10, 11), rep(Outcome.FAILED, 15, 16)));
    assertTrue(matching.isExact());
    assertEquals(1, matching.expected());
  }

  @Test
  void shouldSayWhatItWasTakenForWhenAFailedAttemptIsCounted() {
    Matching matching = Matching.of(List.of(truth("failed", 15, 16)), List.of(rep(Outcome.COMPLETED, 15, 16)));
    assertFalse(matching.isExact());
    assertEquals("rep 1 failed, taken for completed", matching.oddities());
  }
}
