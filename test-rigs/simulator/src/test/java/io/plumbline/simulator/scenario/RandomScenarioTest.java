package io.plumbline.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomScenarioTest {
  private static final int DRAWS = 800;

  @Test
  void shouldBeTheSameWhenTheSeedIsTheSame() {
    assertEquals(Scenarios.random(42), Scenarios.random(42));
    assertEquals("random-42", Scenarios.random(42).name());
    assertEquals(42, Scenarios.random(42).seed());
    assertNotEquals(Scenarios.text("random-42").lines().skip(3).toList(),
        Scenarios.text("random-43").lines().skip(3).toList());
  }

  @Test
  void shouldShareNothingWithItsNeighbourWhenSeedsFollowOneAnother() {
    int same = 0;
    int pairs = 1000;
    String before = "";
    for (long seed = 0; seed <= pairs; seed++) {
      String rest = Scenarios.text("random-" + seed).lines().filter(line -> line.startsWith("rest_before_s"))
          .findFirst()
          .orElseThrow();
      same += rest.equals(before) ? 1 : 0;
      before = rest;
    }
    // One of 55 values each: 18 pairs by chance, with a standard deviation of 4.
    assertTrue(same < 40, "pairs with the same rest: " + same);
  }

  @Test
  void shouldBePlausibleWhateverTheSeed() {
    for (long seed = 0; seed < DRAWS; seed++) {
      Scenario scenario = Scenarios.random(seed);
      String text = "seed " + seed;
      for (SetPlan set : scenario.sets()) {
        double share = (scenario.bar().massKg() + set.leftKg() + set.rightKg()) / scenario.body().oneRepMaxKg();
        assertTrue(share > 0.1 && share < 1.1, text + ": load over maximum " + share);
        assertTrue(set.leftKg() >= 2.5 && set.leftKg() < 150, text);
        for (Action action : set.actions()) {
          if (action instanceof RepPlan rep) {
            assertTrue(rep.meanVelocityMps() > 0.05 && rep.meanVelocityMps() < 1.5, text);
            assertTrue(rep.romM() > 0.25 && rep.romM() < 0.8, text);
          }
        }
      }
    }
  }

  @Test
  void shouldDrawExercisesByTheirWeightsAndEveryKindOfThingWhenThereAreMany() {
    Map<Exercise, Integer> exercises = new EnumMap<>(Exercise.class);
    Set<Incident.Kind> incidents = EnumSet.noneOf(Incident.Kind.class);
    Set<RepPlan.Outcome.Kind> outcomes = EnumSet.noneOf(RepPlan.Outcome.Kind.class);
    Set<RepPlan.Descent.Kind> descents = EnumSet.noneOf(RepPlan.Descent.Kind.class);
    for (long seed = 0; seed < DRAWS; seed++) {
      Scenario scenario = Scenarios.random(seed);
      exercises.merge(scenario.exercise(), 1, Integer::sum);
      for (SetPlan set : scenario.sets()) {
        for (Action action : set.actions()) {
          switch (action) {
            case Incident incident -> incidents.add(incident.kind());
            case RepPlan rep -> {
              outcomes.add(rep.outcome().kind());
              descents.add(rep.descent().kind());
            }
          }
        }
      }
    }
    for (Exercise exercise : Exercise.values()) {
      double expected = RandomScenario.WEIGHTS.get(exercise.ordinal()) / 100.0;
      // Four standard deviations of a count.
      double tolerance = 4 * StrictMath.sqrt(expected / DRAWS);
      assertEquals(expected, exercises.getOrDefault(exercise, 0) / (double) DRAWS, tolerance, exercise.id());
    }
    assertEquals(EnumSet.allOf(Incident.Kind.class), incidents);
    assertEquals(EnumSet.allOf(RepPlan.Outcome.Kind.class), outcomes);
    assertEquals(EnumSet.allOf(RepPlan.Descent.Kind.class), descents);
  }
}
