package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.core.sample.LiftStart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepJudgeTest {
  private static final long STEP_NS = 3_000_000;

  private final RepJudge judge = new RepJudge(RepJudge.Params.DEFAULT);
  private final List<Double> heights = new ArrayList<>();
  private final MotionCurve curve = new MotionCurve();
  private final StrokeFinder strokes = new StrokeFinder();
  private final RepMeasures rep = new RepMeasures();

  private RepJudgeTest hold(double seconds) {
    double height = heights.isEmpty() ? 0 : heights.getLast();
    for (int i = 0; i < seconds * 1e9 / STEP_NS; i++) {
      heights.add(height);
    }
    return this;
  }

  /// Moves by minimum jerk.
  private RepJudgeTest moveTo(double heightM, double seconds) {
    double from = heights.getLast();
    int n = (int) (seconds * 1e9 / STEP_NS);
    for (int i = 1; i <= n; i++) {
      double u = (double) i / n;
      heights.add(from + (heightM - from) * u * u * u * (10 + u * (6 * u - 15)));
    }
    return this;
  }

  private void find() {
    int n = heights.size();
    long[] times = new long[n];
    double[] height = new double[n];
    double[] velocity = new double[n];
    for (int i = 0; i < n; i++) {
      times[i] = 1_000_000_000L + i * STEP_NS;
      height[i] = heights.get(i);
      velocity[i] = i == 0 ? 0 : (heights.get(i) - heights.get(i - 1)) / (STEP_NS * 1e-9);
    }
    curve.load(times, height, velocity, n);
    strokes.find(curve);
  }

  /// Outcomes of all upward strokes, null where one is no rep.
  private List<String> outcomes(boolean topStart) {
    find();
    List<String> told = new ArrayList<>();
    for (int k = 0; k < strokes.count(); k++) {
      if (strokes.up(k)) {
        int other = topStart ? k - 1 : k + 1;
        boolean down = other >= 0 && other < strokes.count() && !strokes.up(other);
        rep.peakConcentricMps = IntStream.rangeClosed(strokes.first(k), strokes.last(k))
            .mapToDouble(curve::velocityMps).max().orElseThrow();
        rep.meanConcentricMps = (curve.heightM(strokes.last(k)) - curve.heightM(strokes.first(k)))
            / curve.secondsBetween(strokes.first(k), strokes.last(k));
        boolean isRep = judge.judge(curve, strokes, k, down ? other : -1, topStart, true, rep);
        told.add(isRep ? rep.outcome.name() : "none");
      }
    }
    return told;
  }

  @Test
  void shouldNameAFailedAttemptWhenItEndsBelowTheRepsBefore() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.5, 0.9).hold(1).moveTo(0, 1).hold(1).moveTo(0.44, 1.2).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED", "FAILED"), outcomes(false));
  }

  @Test
  void shouldNameAFailedAttemptWhenTheFirstLiftFromTheFloorStopsAtTheKnee() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.22, 0.9).hold(1).moveTo(0, 1).hold(1);
    assertEquals(List.of("FAILED"), outcomes(false));
  }

  @Test
  void shouldNameAHitchWhenTheBarStandsOnItsWayUp() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.35, 0.9).hold(0.3).moveTo(0.5, 0.6).hold(1).moveTo(0, 1).hold(1);
    assertEquals(List.of("HITCHED"), outcomes(false));
  }

  @Test
  void shouldCountNoRepWhenTheBarIsOnlyPickedUpBeforeLiftsThatGoDownFirst() {
    judge.begin(LiftStart.HANG);
    hold(1).moveTo(0.6, 1).hold(1).moveTo(0.2, 1).moveTo(0.6, 0.8).hold(1).moveTo(0.2, 1).moveTo(0.6, 0.8).hold(1);
    assertEquals(List.of("none", "COMPLETED", "COMPLETED"), outcomes(true));
  }

  @Test
  void shouldNameOneFailedAttemptWhenTheLifterIsHelpedUpAfterIt() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.5, 1).moveTo(0, 0.8).hold(1).moveTo(-0.5, 1).moveTo(-0.3, 0.8).moveTo(-0.5, 0.8).moveTo(0, 2)
        .hold(1);
    assertEquals(List.of("COMPLETED", "FAILED", "none"), outcomes(true));
  }

  @Test
  void shouldJudgeNothingWhenTheLiftIsUnknown() {
    hold(1).moveTo(0.5, 0.9).hold(1).moveTo(0, 1).hold(1).moveTo(0.25, 1).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED"), outcomes(false));
  }

  @Test
  void shouldForgetHeightsOfBeforeWhenTheExerciseChanges() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.6, 0.9).hold(1).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED"), outcomes(false));
    judge.begin(LiftStart.FLOOR);
    heights.clear();
    hold(1).moveTo(0.4, 0.9).hold(1).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED"), outcomes(false));
    assertTrue(judge.start().mayStandOnFloor());
    assertFalse(judge.start().isTopStart());
    assertEquals(Outcome.COMPLETED, rep.outcome);
  }

  @Test
  void shouldFailAFirstAttemptWhenTheBarSinksWhileItIsHeld() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.48, 1.6).hold(0.1).moveTo(0.468, 1.2).hold(0.1).moveTo(0, 1).hold(1);
    hold(1).moveTo(0.55, 1.2).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("FAILED", "COMPLETED"), outcomes(false));
  }

  /// The height it begins at may be off by a hand's breadth where the bar was kicked before and did not come to rest.
  @Test
  void shouldCountTheFirstRowWhenItIsTooFastForABarThatIsPickedUp() {
    judge.begin(LiftStart.HANG_LOW);
    hold(1).moveTo(0.4, 0.4).hold(0.3).moveTo(0, 0.8).hold(0.5).moveTo(0.4, 0.4).hold(0.3).moveTo(0, 0.8).hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED"), outcomes(false));
    heights.clear();
    judge.begin(LiftStart.HANG_LOW);
    hold(1).moveTo(0.4, 1).hold(1).moveTo(0, 0.8).hold(0.5).moveTo(0.4, 0.8).hold(0.3).moveTo(0, 0.8).hold(1);
    assertEquals("none", outcomes(false).getFirst());
  }

  @Test
  void shouldFailAnAttemptWhenItEndsALittleShortAndSinks() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.59, 1.2).hold(1).moveTo(0, 1).hold(1);
    moveTo(0.565, 1.4).hold(0.1).moveTo(0.562, 1.2).hold(0.1).moveTo(0, 1).hold(1);
    moveTo(0.565, 1.4).hold(1).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED", "FAILED", "COMPLETED"), outcomes(false));
  }

  @Test
  void shouldNameAFailedAttemptWhenTheBarSinksAndIsBroughtUpTheLastOfItsWay() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.34, 1).moveTo(-0.04, 1).moveTo(-0.055, 1.5).moveTo(-0.028, 1).hold(1);
    assertEquals(List.of("FAILED"), outcomes(true));
  }

  @Test
  void shouldCountALifterWhoseLockoutSinksWhenItComesToTheSameHeightAgain() {
    judge.begin(LiftStart.FLOOR);
    for (int i = 0; i < 3; i++) {
      hold(1).moveTo(0.5, 1.6).hold(0.1).moveTo(0.488, 1.2).hold(0.1).moveTo(0, 1).hold(1);
    }
    assertEquals(List.of("FAILED", "COMPLETED", "COMPLETED"), outcomes(false));
  }

  @Test
  void shouldCountALiftWhenALighterOneWasThrownBeyondTheLockoutBefore() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.6, 0.5).moveTo(0.54, 0.25).hold(0.6).moveTo(0, 1).hold(1);
    hold(1).moveTo(0.54, 0.8).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED"), outcomes(false));
  }

  @Test
  void shouldCompleteAFirstLiftWhenTheShaftWhipsInTheLockout() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.5, 0.9).hold(0.3);
    for (int i = 0; i < 200; i++) {
      heights.add(0.5 + 0.006 * Math.exp(-i * 0.003 / 0.3) * Math.cos(2 * Math.PI * 3 * i * 0.003));
    }
    moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED"), outcomes(false));
  }

  @Test
  void shouldCompleteAFirstLiftWhenItSettlesFromFarBeyondTheLockout() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.52, 0.9).moveTo(0.5, 0.35).moveTo(0.493, 0.4).hold(0.2).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED"), outcomes(false));
  }

  @Test
  void shouldFailARepThatGoesDownFirstWhenItStandsJustAboveTheBottomBeforeItIsHelped() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.6, 1).moveTo(0, 0.8).hold(1).moveTo(-0.6, 1).moveTo(-0.54, 0.2).hold(1).moveTo(0, 1.5).hold(1);
    assertEquals(List.of("COMPLETED", "FAILED"), outcomes(true));
  }

  @Test
  void shouldCountASquatWhenTheBarPausesAtTheBottom() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.6, 1).hold(1.5).moveTo(0, 0.8).hold(1).moveTo(-0.6, 1).moveTo(-0.58, 0.2).hold(1.5).moveTo(0, 1)
        .hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED"), outcomes(true));
  }

  @Test
  void shouldCountAPressWhenTheBarCameDownOnTheHooksOnlyAndWentUpAllTheWay() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.35, 1).moveTo(0, 0.6).hold(0.8).moveTo(-0.05, 0.4).hold(1).moveTo(0.3, 0.6).hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED"), outcomes(true));
  }

  @Test
  void shouldCountNothingWhenTheBarRisesLessThanARepOffTheHooks() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.35, 1).moveTo(0, 0.6).hold(0.8).moveTo(-0.05, 0.4).hold(1).moveTo(0.2, 0.6).hold(1);
    assertEquals(List.of("COMPLETED", "none"), outcomes(true));
  }

  @Test
  void shouldFailARepThatGoesDownFirstWhenItStandsHalfwayUpBeforeItIsHelped() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.5, 1).moveTo(0, 0.8).hold(1).moveTo(-0.5, 1).moveTo(-0.25, 0.8).hold(0.7).moveTo(0, 1.5).hold(1);
    assertEquals(List.of("COMPLETED", "FAILED"), outcomes(true));
  }

  @Test
  void shouldFailARepThatGoesDownFirstWhenItIsHelpedOverTheLastOfItsWay() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.5, 1).moveTo(0, 0.8).hold(1).moveTo(-0.5, 1).moveTo(-0.06, 0.9).hold(1.4).moveTo(0, 1.2).hold(1);
    assertEquals(List.of("COMPLETED", "FAILED"), outcomes(true));
  }

  @Test
  void shouldFailAnAttemptThatEndsBelowWhereTheOneBeforeWasStuck() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.48, 1.6).hold(0.1).moveTo(0.468, 1.2).hold(0.1).moveTo(0, 1).hold(1);
    hold(1).moveTo(0.4, 1.2).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("FAILED", "FAILED"), outcomes(false));
  }

  @Test
  void shouldCountARepThatGoesDownFirstWhenAWholeOneFollowsFromWhereItEnded() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.5, 1).moveTo(0, 0.8).hold(0.5).moveTo(-0.5, 1).moveTo(-0.09, 0.8).hold(0.5).moveTo(-0.59, 1)
        .moveTo(-0.09, 0.8).hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED", "COMPLETED"), outcomes(true));
  }

  @Test
  void shouldCountTheFirstRowWhenTheBarHungLowBeforeIt() {
    judge.begin(LiftStart.HANG_LOW);
    hold(1).moveTo(0.045, 1).hold(1).moveTo(0.5, 0.6).hold(0.4).moveTo(0.045, 1).hold(1);
    assertEquals(List.of("COMPLETED"), outcomes(false));
  }

  @Test
  void shouldCountNoRowWhenTheBarIsPickedUpFromTheFloor() {
    judge.begin(LiftStart.HANG_LOW);
    hold(1).moveTo(0.3, 1).hold(2.5).moveTo(0.7, 0.6).hold(0.4).moveTo(0.3, 1).hold(1);
    assertEquals(List.of("none", "COMPLETED"), outcomes(false));
  }

  @Test
  void shouldCountARowWhenTheBarWasPutNowhereSinceTheOneBefore() {
    judge.begin(LiftStart.HANG_LOW);
    hold(1).moveTo(0.045, 1).hold(1).moveTo(0.5, 0.6).hold(0.4).moveTo(0.045, 1).hold(1);
    assertEquals(List.of("COMPLETED"), outcomes(false));
    heights.clear();
    hold(1).moveTo(0.455, 0.6).hold(0.4).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED"), outcomes(false));
  }

  /// It never stands, since it swings on whoever's arms hold it.
  @Test
  void shouldFailARepThatGoesDownFirstWhenItSwingsWhereItIsHeldBeforeItIsHelped() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.5, 1).moveTo(0, 0.8).hold(1).moveTo(-0.5, 1).moveTo(-0.37, 0.35).moveTo(-0.4, 0.15)
        .moveTo(-0.385, 0.15).moveTo(-0.4, 0.15).moveTo(-0.39, 0.15).moveTo(0, 1.5).hold(1);
    assertEquals(List.of("COMPLETED", "FAILED"), outcomes(true));
  }

  @Test
  void shouldCountASquatWhenTheBarComesBackALittleOnItsWayUp() {
    judge.begin(LiftStart.RACK);
    hold(1).moveTo(-0.5, 1).moveTo(0, 0.8).hold(1).moveTo(-0.5, 1).moveTo(-0.3, 0.5).moveTo(-0.308, 0.15).moveTo(0, 0.9)
        .hold(1);
    assertEquals(List.of("COMPLETED", "HITCHED"), outcomes(true));
  }

  @Test
  void shouldCountALiftWhenTheOneBeforeWasThrownALittleHigher() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.556, 0.6).hold(0.8).moveTo(0, 1).hold(1).moveTo(0.516, 0.6).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED"), outcomes(false));
    heights.clear();
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.556, 1.2).hold(0.8).moveTo(0, 1).hold(1).moveTo(0.516, 1.2).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED", "FAILED"), outcomes(false));
  }

  /// Where nobody holds it up there, its height tells next to nothing of the lockout.
  @Test
  void shouldCountALiftWhenALighterOneWasThrownAndLetDownAtOnce() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.42, 0.5).moveTo(0, 1.3).hold(1).moveTo(0.355, 0.6).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED"), outcomes(false));
  }

  @Test
  void shouldForgetALowLockoutWhenOneFarAboveItFollows() {
    judge.begin(LiftStart.FLOOR);
    hold(1).moveTo(0.4, 1.2).hold(0.8).moveTo(0, 1).hold(1).moveTo(0.5, 1.2).hold(0.8).moveTo(0, 1).hold(1);
    moveTo(0.44, 1.4).hold(0.8).moveTo(0, 1).hold(1);
    assertEquals(List.of("COMPLETED", "COMPLETED", "FAILED"), outcomes(false));
  }
}
