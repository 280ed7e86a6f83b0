package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Light bars that are thrown about in the air, where plates knock at every turn and no floor tells the velocity: errors of samples that are lost or
/// stamped late, and of a sensor that is turned, must not add up. Before those errors were
/// known to the estimator it was more than the limits.
class LightBarTest {
  private static final int SEEDS = 6;
  private static final String THROWN = """
    purpose = "A light bar, quick and without rests, over a wire that loses samples and delays stamps"
    exercise = "romanian-deadlift"
    [body]
    one_rep_max_kg = 214
    [[set]]
    load_kg = 92.5
    reps = 7
    [sensors]
    lost_share = 0.02
    late_share = 0.034
    late_s = 0.0076
    """;
  private static final String ROLLED = """
    purpose = "The bar rolls on the back by 12 degrees a rep, always the same way"
    exercise = "squat"
    [body]
    one_rep_max_kg = 214
    [rep]
    sides.roll_deg = 12
    [[set]]
    load_kg = 115
    reps = 9
    [sensors]
    noise = 1.44
    """;

  private static List<Matching> follow(String text, SensorSet sensors) {
    List<Matching> sets = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Scenario scenario = Scenarios.of("made", text, OptionalLong.of(seed));
      Simulation simulation = new Simulation(scenario, seed, 0);
      List<String> columns = simulation.columns();
      Follower follower = new Follower(Variant.of(sensors), scenario, columns);
      RowBlock rows = new RowBlock(columns.size());
      ForwardPath path = new ForwardPath();
      while (rows.fill(simulation, path)) {
        follower.follow(rows);
      }
      sets.add(Matching.of(simulation.reps().stream().map(path::truth).toList(), follower.finish()));
    }
    return sets;
  }

  private static void assertKnown(List<Matching> sets, double mostHeightM) {
    sets.forEach(set -> assertEquals("", set.oddities()));
    ErrorStatistics height = Figure.HEIGHT.statistics(sets.stream().flatMap(set -> set.pairs().stream()).toList());
    assertTrue(height.rmse() < mostHeightM, "range of motion, RMSE " + height.rmse());
    assertTrue(height.coverage() > 0.85, "range of motion, coverage " + height.coverage());
  }

  @Test
  void shouldKnowHowFarALightBarWentWhenSamplesAreLostAndStampsComeLate() {
    assertKnown(follow(THROWN, SensorSet.NO_FORCE), 0.003);
  }

  @Test
  void shouldKnowHowFarTheBarWentWhenItRollsOnFromRepToRep() {
    assertKnown(follow(ROLLED, SensorSet.ONE_IMU), 0.006);
  }
}
