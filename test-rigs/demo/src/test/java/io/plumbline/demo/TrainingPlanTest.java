package io.plumbline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.SetPlan;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
  private static final int SETS = 7;
  private final TrainingPlan plan = new TrainingPlan(25, 1);

  private SetPlan set(int number) {
    return plan.set(number).sets().getFirst();
  }

  private static double meanMps(SetPlan set) {
    return set.actions().stream().filter(RepPlan.class::isInstance).map(RepPlan.class::cast)
        .mapToDouble(RepPlan::meanVelocityMps).average().orElseThrow();
  }

  @Test
  void shouldBeSlowerWhenTheBarIsHeavierOrTheLifterTired() {
    for (int number = 1; number < SETS; number++) {
      SetPlan before = set(number - 1);
      SetPlan set = set(number);
      assertTrue(set.leftKg() >= before.leftKg() && meanMps(set) < meanMps(before), "set " + number);
    }
  }

  @Test
  void shouldPauseAsToldWhenASetFollows() {
    assertTrue(set(0).restBeforeS() < 10);
    assertEquals(25, set(0).restAfterS() + set(1).restBeforeS());
    assertEquals(25, set(SETS - 1).restAfterS() + set(SETS).restBeforeS());
  }

  @Test
  void shouldLiftOtherwiseWhenTheSeedIsAnother() {
    assertEquals(set(2), new TrainingPlan(25, 1).set(2).sets().getFirst());
    assertNotEquals(set(2), new TrainingPlan(25, 2).set(2).sets().getFirst());
  }
}
