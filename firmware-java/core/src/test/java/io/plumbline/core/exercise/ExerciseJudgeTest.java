package io.plumbline.core.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.LiftStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseJudgeTest {
  private static final int MANY = 200;

  private final ExerciseJudge judge = new ExerciseJudge();

  private static RepMeasures rep(LiftStart start, double riseM, double endM, double bowM, double walkedM) {
    RepMeasures rep = new RepMeasures();
    rep.outcome = RepMeasures.Outcome.COMPLETED;
    rep.start = start;
    rep.rangeOfMotionM = riseM;
    rep.rangeOfMotionSdM = 0.005;
    rep.forwardKnown = true;
    rep.forwardEndM = endM;
    rep.forwardKneeM = bowM + 0.5 * endM;
    rep.forwardSdM = 0.005;
    rep.walkedM = walkedM;
    return rep;
  }

  /// One lifter of each lift, by the numbers of domain literature; what a lifter without a name would be called is left out.
  @ParameterizedTest
  @CsvSource({"FLOOR, 0.55, -0.01, 0.02, 0, DEADLIFT", "FLOOR, 0.48, 0, 0.01, 0, DEADLIFT",
      "FLOOR, 0.37, -0.005, 0.01, 0, SUMO_DEADLIFT", "HANG, 0.5, 0, 0.02, 0, ROMANIAN_DEADLIFT",
      "RACK, 0.62, 0, 0.02, 0.5, SQUAT", "RACK, 0.62, 0, 0.02, 0, SQUAT",
      "RACK, 0.38, -0.06, -0.02, 0.1, BENCH_PRESS", "HANG_LOW, 0.38, -0.05, 0, 0, ROW",
      "RACK_LOW, 0.55, -0.05, 0.05, 0.5, OVERHEAD_PRESS", "RACK, 0.36, 0, 0.05, 0.5, GOOD_MORNING"})
  void shouldNameTheLiftWhenItsMeasuresAreThoseOfOne(LiftStart start, double riseM, double endM, double bowM,
      double walkedM, Lift lift) {
    judge.add(rep(start, riseM, endM, bowM, walkedM));
    assertEquals(lift, judge.suggestion());
  }

  @ParameterizedTest
  @CsvSource({"RACK, 0.46, 0, 0.03, 0.5", "RACK, 0.45, 0.3, 0.2, 2.5", "FLOOR, 1.4, 0.1, 0.15, 0.3",
      "HANG_LOW, 0.16, 0.25, -0.1, 0", "FLOOR, 0.2, 0.1, 0.1, 0.9"})
  void shouldNameNothingWhenItLooksLikeSeveralOrNone(LiftStart start, double riseM, double endM, double bowM,
      double walkedM) {
    judge.add(rep(start, riseM, endM, bowM, walkedM));
    assertNull(judge.suggestion());
  }

  @Test
  void shouldStayInDoubtWhenManyRepsAreAlike() {
    for (int i = 0; i < MANY; i++) {
      judge.add(rep(LiftStart.RACK, 0.46, 0, 0.03, 0.5));
    }
    assertNull(judge.suggestion());
    assertTrue(judge.probability(Lift.SQUAT) > 0.1 && judge.probability(Lift.GOOD_MORNING) > 0.1);
  }

  @Test
  void shouldCallAShortDeadliftADeadliftWhenItMayAsWellBeSumo() {
    judge.add(rep(LiftStart.FLOOR, 0.46, 0, 0.015, 0));
    assertEquals(Lift.DEADLIFT, judge.suggestion());
  }

  @Test
  void shouldSayNothingWhenNoRepWasCompleted() {
    assertNull(judge.suggestion());
    RepMeasures failed = rep(LiftStart.FLOOR, 0.3, 0, 0.02, 0);
    failed.outcome = RepMeasures.Outcome.FAILED;
    judge.add(failed);
    assertNull(judge.suggestion());
  }

  @Test
  void shouldForgetWhenASetBegins() {
    judge.add(rep(LiftStart.FLOOR, 0.55, 0, 0.02, 0));
    judge.beginSet();
    assertNull(judge.suggestion());
    judge.add(rep(LiftStart.RACK, 0.6, 0, 0.02, 0.5));
    assertEquals(Lift.SQUAT, judge.suggestion());
  }

  @Test
  void shouldNameABenchPressEitherWayWhenTheFacingIsNotKnown() {
    for (int sign = -1; sign <= 1; sign += 2) {
      RepMeasures rep = rep(LiftStart.RACK, 0.38, sign * -0.07, sign * -0.02, 0.1);
      rep.forwardKnown = false;
      judge.beginSet();
      judge.add(rep);
      assertEquals(Lift.BENCH_PRESS, judge.suggestion());
    }
  }

  @Test
  void shouldCountAPathLessWhenItIsHardlyKnown() {
    RepMeasures rep = rep(LiftStart.RACK, 0.6, -0.3, -0.1, 0.5);
    rep.forwardSdM = 0.2;
    judge.add(rep);
    assertEquals(Lift.SQUAT, judge.suggestion());
  }

  @Test
  void shouldJudgeByTheRestWhenNoPathIsKnown() {
    judge.add(rep(LiftStart.FLOOR, 0.55, Double.NaN, Double.NaN, Double.NaN));
    assertEquals(Lift.DEADLIFT, judge.suggestion());
  }
}
