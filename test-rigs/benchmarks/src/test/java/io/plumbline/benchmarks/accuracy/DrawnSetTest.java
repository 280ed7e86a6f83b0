package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawnSetTest {
  @Test
  void shouldHaveEverySensorWhenItIsFitted() {
    for (long seed = 1; seed <= 60; seed++) {
      SensorPlan sensors = DrawnSet.of(seed).fullyFitted().sensors();
      List<SensorPlan.Site> sites = sensors.imus().stream().map(SensorPlan.Imu::site).toList();
      assertTrue(sites.containsAll(List.of(SensorPlan.Site.LEFT, SensorPlan.Site.RIGHT)), "seed " + seed);
      assertTrue(sensors.force().fitted() && !sensors.force().singleAxis(), "seed " + seed);
      assertTrue(sensors.faults().isEmpty(), "seed " + seed);
      assertFalse(sensors.strap().fitted(), "seed " + seed);
    }
  }

  @Test
  void shouldLeaveTheLiftAloneWhenSensorsAreFitted() {
    long faulty = LongStream.rangeClosed(1, 200).filter(seed -> DrawnSet.of(seed).hasFault()).findFirst().orElseThrow();
    DrawnSet drawn = DrawnSet.of(faulty);
    Scenario before = drawn.asDrawn();
    Scenario after = drawn.fullyFitted();
    assertFalse(before.sensors().faults().isEmpty());
    assertEquals(before.exercise(), after.exercise());
    assertEquals(before.sets(), after.sets());
    assertEquals(before.bar(), after.bar());
    assertEquals(before.seed(), after.seed());
  }

  @Test
  void shouldTellWhenSensorsAreAsTheFactoryShipsThem() {
    long[] found = LongStream.rangeClosed(1, 200).filter(seed -> DrawnSet.of(seed).isUncalibrated()).toArray();
    assertTrue(found.length > 2 && found.length < 40, found.length + " of 200");
  }
}
