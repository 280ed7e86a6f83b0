package io.plumbline.core.technique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.rep.RepMeasures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RepRulesTest {
  private static final long SEED = 20261121;

  private final RepRules fresh = new RepRules(Limits.FLOOR_LIFT, new Baseline());

  private static Arguments example(Consumer<RepMeasures> change, String rule, String text) {
    return Arguments.of(change, rule, text);
  }

  static Stream<Arguments> examples() {
    return Stream.of(
        example(rep -> rep.forwardMaxM = 0.047, "forward-drift",
            "Your bar travelled 4.7 cm forward, 1.7 cm more than the limit of 3.0 cm."),
        example(rep -> rep.forwardEndM = 0.04, "forward-at-lockout",
            "Your bar was 4.0 cm forward of its start at the top, 1.5 cm more than the limit of 2.5 cm."),
        example(rep -> rep.forwardMinM = -0.05, "backward-drift",
            "Your bar came 5.0 cm back towards you, as it does where it stands too far from mid-foot, 2.0 cm more than"
                + " the limit of 3.0 cm."),
        example(rep -> rep.peakLoadingPctps = 740, "jerked-start",
            "You loaded the bar at 740 %/s of its weight, 240 %/s more than the limit of 500 %/s."),
        example(rep -> rep.tensionS = 0.2, "jerked-start",
            "You pulled the slack in only 0.20 s, 0.10 s less than the limit of 0.30 s."),
        example(rep -> rep.tensionS = 0.45, "hurried-start",
            "You pulled the slack in 0.45 s, 0.15 s less than the limit of 0.60 s."),
        example(rep -> rep.leftShare = 0.55, "uneven-force",
            "Your left side did 55.0 % of the work, 5.0 % from even, and 3.0 % is the limit."),
        example(rep -> rep.loadLeftKg = 55, "uneven-plates",
            "The right plates weigh 5.1 kg more than the left ones, 4.1 kg more than the limit of 1.0 kg."),
        example(rep -> rep.liftOffLagS = -0.15, "lift-off-lag",
            "Your left plates left the floor 0.15 s after the right ones, 0.09 s more than the limit of 0.06 s."),
        example(rep -> rep.peakTiltRad = Math.toRadians(4), "tilt",
            "Your bar tilted by 4.0°, right hand lower, 1.5° more than the limit of 2.5°."),
        example(rep -> rep.peakTwistRad = Math.toRadians(-5), "twist",
            "Your bar turned by 5.0°, left hand forward, 2.0° more than the limit of 3.0°."),
        example(rep -> rep.rollRad = Math.toRadians(25), "roll",
            "Your bar rolled by 25.0° in the hands, 10.0° more than the limit of 15.0°."),
        example(rep -> rep.eccentricS = 0.38, "fast-lowering",
            "You lowered the bar in 0.38 s, 0.22 s less than the limit of 0.60 s."),
        example(rep -> rep.touchDownMps = 1.4, "hard-landing",
            "Your plates met the floor at 1.40 m/s, 0.60 m/s more than the limit of 0.80 m/s."));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldTellTheRuleInWordsWhenNoBaselineIsKnown(Consumer<RepMeasures> change, String rule, String text) {
    List<TechniqueFinding> findings = fresh.judge(Reps.with(change));
    assertEquals(List.of(rule), Reps.rules(findings));
    assertEquals(text, findings.getFirst().text());
    assertTrue(Double.isNaN(findings.getFirst().baseline()));
  }

  @Test
  void shouldCompareWithTheBaselineWhenItIsKnown() {
    RepRules known = new RepRules(Limits.FLOOR_LIFT, Reps.used(Reps.with(rep -> rep.forwardMaxM = 0.023)));
    TechniqueFinding drift = known.judge(Reps.with(rep -> rep.forwardMaxM = 0.0505)).getFirst();
    assertEquals("Your bar travelled 5.1 cm forward, 2.8 cm more than your baseline.", drift.text());
    assertEquals(0.023, drift.baseline(), 1e-12);
    TechniqueFinding share = known.judge(Reps.with(rep -> rep.leftShare = 0.56)).getFirst();
    assertEquals("Your left side did 56.0 % of the work, your baseline is 50.2 %.", share.text());
  }

  @Test
  void shouldLeaveAHabitAloneWhenItIsTheBaselineAndNotBeyondEverybodysLimit() {
    RepMeasures habit = Reps.with(rep -> {
      rep.forwardMaxM = 0.04;
      rep.peakTiltRad = Math.toRadians(3.5);
      rep.tensionS = 0.5;
    });
    assertEquals(List.of("hurried-start", "tilt"), Reps.rules(fresh.judge(habit)));
    assertEquals(List.of(), new RepRules(Limits.FLOOR_LIFT, Reps.used(habit)).judge(habit));
    RepMeasures worse = Reps.with(rep -> rep.forwardMaxM = 0.075);
    RepRules used = new RepRules(Limits.FLOOR_LIFT, Reps.used(Reps.with(rep -> rep.forwardMaxM = 0.058)));
    assertEquals(List.of("forward-drift"), Reps.rules(used.judge(worse)), "beyond what holds for everybody");
  }

  @Test
  void shouldTellOneFaultOnceWhenSeveralSignsShowIt() {
    RepMeasures yank = Reps.with(rep -> {
      rep.tensionS = 0.18;
      rep.peakLoadingPctps = 900;
      rep.overshoot = 1.9;
    });
    assertEquals(List.of("jerked-start"), Reps.rules(fresh.judge(yank)));
  }

  @Test
  void shouldSayNothingWhenAMeasureIsNotKnown() {
    assertEquals(List.of(), fresh.judge(new RepMeasures()));
    assertEquals(List.of(), fresh.judge(Reps.with(rep -> {
      rep.forwardMaxM = 0.2;
      rep.forwardKnown = false;
    })));
  }

  @Test
  void shouldSayNothingOfThePathWhenTheLiftIsNoPlumbLine() {
    RepRules press = new RepRules(Limits.OTHER, new Baseline());
    assertEquals(List.of(), press.judge(Reps.with(rep -> rep.forwardMaxM = 0.2)));
    assertEquals(List.of("tilt"), Reps.rules(press.judge(Reps.with(rep -> rep.peakTiltRad = 0.2))));
  }

  /// What a rule's value is set by.
  private static final Map<Measure, BiConsumer<RepMeasures, Double>> SETTERS = Map.ofEntries(
      Map.entry(Measure.FORWARD_DRIFT, (rep, value) -> rep.forwardMaxM = value),
      Map.entry(Measure.FORWARD_AT_LOCKOUT, (rep, value) -> rep.forwardEndM = value),
      Map.entry(Measure.BACKWARD_DRIFT, (rep, value) -> rep.forwardMinM = -value),
      Map.entry(Measure.PEAK_LOADING, (rep, value) -> rep.peakLoadingPctps = value),
      Map.entry(Measure.TENSION_TIME, (rep, value) -> rep.tensionS = value),
      Map.entry(Measure.OVERSHOOT, (rep, value) -> rep.overshoot = value),
      Map.entry(Measure.LEFT_SHARE, (rep, value) -> rep.leftShare = value),
      Map.entry(Measure.PLATE_DIFFERENCE, (rep, value) -> rep.loadLeftKg = rep.loadRightKg + value),
      Map.entry(Measure.LIFT_OFF_LAG, (rep, value) -> rep.liftOffLagS = value),
      Map.entry(Measure.TILT, (rep, value) -> rep.peakTiltRad = value),
      Map.entry(Measure.TWIST, (rep, value) -> rep.peakTwistRad = value),
      Map.entry(Measure.ROLL, (rep, value) -> rep.rollRad = value),
      Map.entry(Measure.LOWERING_TIME, (rep, value) -> rep.eccentricS = value),
      Map.entry(Measure.TOUCH_DOWN_VELOCITY, (rep, value) -> rep.touchDownMps = value));

  private static RepMeasures at(Rule rule, double value) {
    return Reps.with(rep -> Objects.requireNonNull(SETTERS.get(rule.measure())).accept(rep, value));
  }

  /// The value so many standard deviations beyond the limit of somebody without a baseline.
  private static double beyond(Rule rule, double sds, int side) {
    double limit = Objects.requireNonNull(Limits.FLOOR_LIFT.find(rule)).usual();
    double sd = rule.measure().sd(at(rule, limit));
    return switch (rule.side()) {
      case ABOVE -> limit + sds * sd * (rule.measure() == Measure.PEAK_LOADING ? 1.2 : 1);
      case BELOW -> limit - sds * sd;
      case AWAY -> rule.centre() + side * (limit + sds * sd);
    };
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void shouldAlwaysTellWhenAValueIsThreeStandardDeviationsBeyondItsLimit(Rule rule) {
    for (int side : new int[]{-1, 1}) {
      for (double sds = 3; sds < 12; sds += 0.25) {
        RepMeasures rep = at(rule, beyond(rule, sds, side));
        assertTrue(Reps.rules(fresh.judge(rep)).contains(rule.id()), rule + " at " + rule.measure().value(rep));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void shouldNeverTellWhenTheSameRepIsMeasuredAgainAndAgain(Rule rule) {
    Random random = new Random(SEED);
    for (int side : new int[]{-1, 1}) {
      RepMeasures truth = at(rule, beyond(rule, -2, side));
      for (int i = 0; i < 2000; i++) {
        RepMeasures again = Reps.measuredAgain(truth, random);
        List<String> told = Reps.rules(fresh.judge(again));
        assertFalse(told.contains(rule.id()) && rule != Rule.HURRIED, "seed " + SEED + ", " + i + ": " + told);
      }
    }
  }

  @Test
  void shouldNeverTellWhenTheSameRepIsMeasuredAgainAndLearned() {
    Random random = new Random(SEED);
    for (int athlete = 0; athlete < 20; athlete++) {
      Baseline baseline = new Baseline();
      RepRules rules = new RepRules(Limits.FLOOR_LIFT, baseline);
      for (int i = 0; i < 300; i++) {
        RepMeasures rep = Reps.measuredAgain(Reps.calm(), random);
        int number = i;
        assertEquals(List.of(), rules.judge(rep), () -> "seed " + SEED + ", rep " + number);
        baseline.learn(rep);
      }
    }
  }

  @Test
  void shouldNeverSayAWordOfAlarmWhenAnythingIsTold() {
    for (Rule rule : Rule.values()) {
      for (int side : new int[]{-1, 1}) {
        for (TechniqueFinding finding : fresh.judge(at(rule, beyond(rule, 9, side)))) {
          assertFalse(finding.text().matches("(?i).*(danger|injur|prevent|diagnos|risk).*"), finding.text());
          assertTrue(finding.text().endsWith(".") && finding.text().length() < 200, finding.text());
        }
      }
    }
  }
}
