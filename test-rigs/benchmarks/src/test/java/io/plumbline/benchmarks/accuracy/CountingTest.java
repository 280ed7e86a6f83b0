package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every attempt of a set is told, by its name, and nothing else is.
class CountingTest {
  private record Told(List<String> truly, List<String> measured) {}

  private static Told run(Scenario scenario, SensorSet sensors) {
    Simulation simulation = new Simulation(scenario, scenario.seed(), 0);
    List<String> columns = simulation.columns();
    Follower follower = new Follower(Variant.of(sensors), scenario, columns);
    RowBlock rows = new RowBlock(columns.size());
    ForwardPath path = new ForwardPath();
    while (rows.fill(simulation, path)) {
      follower.follow(rows);
    }
    List<String> truly = new ArrayList<>(simulation.reps().stream().map(rep -> rep.outcome()).toList());
    List<String> measured = follower.finish().stream()
        .map(rep -> rep.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    return new Told(truly, measured);
  }

  private static void assertToldAsItWas(Scenario scenario, SensorSet sensors) {
    Told told = run(scenario, sensors);
    assertEquals(told.truly(), told.measured(), scenario.name() + ", " + sensors.label());
  }

  @ParameterizedTest
  @CsvSource({"fail-three-ways, ALL", "fail-three-ways, NO_FORCE", "fail-three-ways, ONE_IMU_FORCE",
      "fail-no-lift-off, ALL", "fail-no-lift-off, NO_FORCE", "fail-at-lockout, ONE_IMU", "fail-at-knee, ALL",
      "hitch, ALL"})
  void shouldNameEveryAttemptWhenSomeOfASetFail(String name, SensorSet sensors) {
    assertToldAsItWas(Scenarios.named(name), sensors);
  }

  @ParameterizedTest
  @CsvSource({"incident-plates, ALL", "incident-plates, NO_FORCE", "incidents-between-reps, ALL",
      "incidents-between-reps, NO_FORCE", "incident-regrip, ALL", "incident-loading-one-side, NO_FORCE"})
  void shouldTellNothingElseWhenTheBarIsOnlyHandled(String name, SensorSet sensors) {
    assertToldAsItWas(Scenarios.named(name), sensors);
  }

  /// 7: helped up from halfway; 18, 1113: one row from a low hang; 78: 12 cm off the floor; 1060, 1142: the first attempt fails below the lockout.
  @ParameterizedTest
  @ValueSource(longs = {7, 18, 78, 1060, 1113, 1142})
  void shouldNameEveryAttemptWhenRandomSetsAreLifted(long seed) {
    assertToldAsItWas(DrawnSet.of(seed).fullyFitted(), SensorSet.ALL);
  }
}
