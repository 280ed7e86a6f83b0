package io.plumbline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.LiftPlan;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
  private final TrainingPlan plan = new TrainingPlan(25);

  @Test
  void shouldBeSlowerWhenTheBarIsHeavierOrTheLifterTired() {
    for (int number = 1; number < 7; number++) {
      LiftPlan before = plan.set(number - 1);
      LiftPlan set = plan.set(number);
      assertTrue(set.loadKg() >= before.loadKg() && set.velocityMps() < before.velocityMps(), "set " + number);
    }
  }

  @Test
  void shouldPauseAsToldWhenASetFollows() {
    assertTrue(plan.set(0).tempo().restBeforeS() < 10);
    assertEquals(25, plan.set(1).tempo().restBeforeS());
    assertEquals(25, plan.set(7).tempo().restBeforeS());
  }
}
