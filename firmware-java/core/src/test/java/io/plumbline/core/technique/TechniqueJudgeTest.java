package io.plumbline.core.technique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.core.technique.TechniqueJudge.RepVerdict;
import io.plumbline.core.technique.TechniqueJudge.SetVerdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TechniqueJudgeTest {
  private static final long SEED = 11;

  private final TechniqueJudge judge = new TechniqueJudge(Limits.FLOOR_LIFT, new Baseline());

  private RepVerdict at(double meanMps, double forwardM) {
    return judge.judge(Reps.with(rep -> {
      rep.meanConcentricMps = meanMps;
      rep.forwardMaxM = forwardM;
    }));
  }

  @Test
  void shouldEndTheSetWhenVelocityIsLostBeyondTheLimitAndItsNoise() {
    assertFalse(at(0.55, 0.017).endsSet());
    assertFalse(at(0.56, 0.017).endsSet());
    assertFalse(at(0.50, 0.017).endsSet(), "0.06 m/s may be 0.05 and noise");
    RepVerdict last = at(0.487, 0.017);
    assertTrue(last.endsSet());
    assertEquals("This rep was 0.07 m/s slower than the set's best one, 0.56 m/s.", last.findings().getFirst().text());
    SetVerdict set = judge.endSet();
    assertEquals(List.of("velocity-loss"), Reps.rules(set.findings()));
    assertTrue(set.findings().getFirst().text().startsWith("Your last rep was"));
    MeasureChange velocity = set.changes().getFirst();
    assertEquals(Measure.MEAN_VELOCITY, velocity.measure());
    assertEquals(0.555, velocity.first(), 1e-12);
    assertEquals(0.4935, velocity.last(), 1e-12);
    assertEquals(-0.0615, velocity.change(), 1e-12);
  }

  @Test
  void shouldUseAShareOfVelocityWhenTheLiftIsAnother() {
    TechniqueJudge squat = new TechniqueJudge(Limits.OTHER, new Baseline());
    assertFalse(squat.judge(Reps.with(rep -> rep.meanConcentricMps = 1)).endsSet());
    assertFalse(squat.judge(Reps.with(rep -> rep.meanConcentricMps = 0.81)).endsSet());
    assertTrue(squat.judge(Reps.with(rep -> rep.meanConcentricMps = 0.78)).endsSet());
  }

  @Test
  void shouldTellWhatChangedWhenTheBarDriftsFartherThanInTheFirstReps() {
    at(0.5, 0.010);
    at(0.5, 0.012);
    assertEquals(List.of(), at(0.5, 0.025).findings());
    RepVerdict drifted = at(0.5, 0.045);
    assertEquals(List.of("forward-drift", "changed-forward-drift"), Reps.rules(drifted.findings()));
    assertEquals("Your bar travelled 3.4 cm further forward than in the set's first reps.",
        drifted.findings().getLast().text());
    assertTrue(drifted.endsSet());
  }

  @Test
  void shouldCompareNothingWhenOtherPlatesAreOn() {
    at(0.8, 0.01);
    assertFalse(weighed(142.6, 0.15, 0.5).endsSet(), "2.5 kg more");
    assertTrue(weighed(142.8, 0.15, 0.4).endsSet(), "the same plates");
    assertFalse(weighed(180, 0.15, 0.3).endsSet());
    assertTrue(weighed(182.5, 2, 0.2).endsSet(), "cells that do not know 2.5 kg");
  }

  private RepVerdict weighed(double loadKg, double sdKg, double meanMps) {
    return judge.judge(Reps.with(rep -> {
      rep.loadTotalKg = loadKg;
      rep.loadTotalSdKg = sdKg;
      rep.meanConcentricMps = meanMps;
    }));
  }

  @Test
  void shouldForgetTheSetWhenItHasEnded() {
    at(0.6, 0.01);
    judge.endSet();
    assertFalse(at(0.45, 0.01).endsSet());
    assertEquals(List.of(), judge.endSet().changes(), "one rep has nothing to compare with");
  }

  @Test
  void shouldNameTheWorstRepWhenMostRepsTouchARule() {
    at(0.5, 0.017);
    at(0.5, 0.047);
    at(0.5, 0.055);
    at(0.5, 0.052);
    TechniqueFinding drift = judge.endSet().findings().stream().filter(f -> f.rule().equals("forward-drift"))
        .findFirst().orElseThrow();
    assertEquals(
        "In 3 of 4 reps, most of all in rep 3: your bar travelled 5.5 cm forward, 2.5 cm more than the limit of"
            + " 3.0 cm.",
        drift.text());
    assertEquals(0.055, drift.value());
  }

  @Test
  void shouldTellABounceFromTouchAndGoWhenThePlatesCameFast() {
    judge.judge(Reps.with(rep -> rep.touchDownMps = 0.5));
    List<TechniqueFinding> soft = judge.judge(Reps.with(rep -> {
      rep.touchAndGo = true;
      rep.touchDownMps = 0.75;
    })).findings();
    assertEquals(List.of("touch-and-go"), Reps.rules(soft));
    List<TechniqueFinding> hard = judge.judge(Reps.with(rep -> rep.touchAndGo = true)).findings();
    assertEquals(List.of("bounced"), Reps.rules(hard));
    assertEquals("This rep came out of the bounce: the plates had met the floor at 0.75 m/s.", hard.getFirst().text());
  }

  @Test
  void shouldNotBlameTheWayDownWhenTheRepFailed() {
    RepMeasures failed = Reps.with(rep -> {
      rep.outcome = Outcome.FAILED;
      rep.eccentricS = 0.2;
      rep.touchDownMps = 3;
    });
    RepVerdict verdict = judge.judge(failed);
    assertEquals(List.of(), verdict.findings());
    assertEquals(List.of(), verdict.positives());
  }

  @Test
  void shouldLearnFromGoodRepsOnlyWhenSomeAreNot() {
    judge.judge(Reps.calm());
    judge.judge(Reps.with(rep -> rep.outcome = Outcome.HITCHED));
    judge.judge(Reps.with(rep -> rep.gap = true));
    judge.judge(Reps.with(rep -> rep.peakLoadingPctps = 800));
    judge.judge(Reps.with(rep -> rep.peakTiltRad = Math.toRadians(-7)));
    assertEquals(1, judge.baseline().count(Measure.TENSION_TIME));
    judge.judge(Reps.with(rep -> rep.forwardMaxM = 0.045));
    assertEquals(2, judge.baseline().count(Measure.TENSION_TIME), "beyond the usual limit, but a possible habit");
  }

  @Test
  void shouldNameGoodSignsWhenARepShowsThem() {
    assertEquals(List.of("You pushed the ground away after a calm slack pull: 0.42 m/s through the first 10 cm.",
        "Your bar rose in a plumb line, never more than 1.7 cm off.",
        "You stood tall at the top: the bar went 0.6 cm back."),
        judge.judge(Reps.calm()).positives().stream().map(TechniqueFinding::text).toList());
    assertEquals(List.of("calm-start"), Reps.rules(judge.judge(Reps.with(rep -> {
      rep.firstTenCentimetresMps = 0.2;
      rep.forwardMaxM = 0.028;
      rep.leanBackM = Double.NaN;
    })).positives()));
  }

  @Test
  void shouldTellNothingWhenCalmSetsAreMeasuredWithTheirNoise() {
    Random random = new Random(SEED);
    for (int set = 0; set < 200; set++) {
      for (int rep = 0; rep < 8; rep++) {
        RepVerdict verdict = judge.judge(Reps.measuredAgain(Reps.calm(), random));
        assertEquals(List.of(), verdict.findings(), "seed " + SEED + ", set " + set + ", rep " + rep);
      }
      assertEquals(List.of(), judge.endSet().findings());
    }
  }
}
