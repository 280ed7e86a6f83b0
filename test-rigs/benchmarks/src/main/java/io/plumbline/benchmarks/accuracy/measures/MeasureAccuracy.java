package io.plumbline.benchmarks.accuracy.measures;

import io.plumbline.simulator.scenario.Exercise;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.List;

/// The table of all measures over random scenarios: lifts from the floor, bars with two inertial units and two-axis load cells that work.
public final class MeasureAccuracy {
  private static final int PODS = 2;

  private MeasureAccuracy() {}

  /// Prints the table for a range of seeds, both ends included: `java -cp … MeasureAccuracy 1001 1200`.
  public static void main(String[] args) {
    rows(Long.parseLong(args[0]), Long.parseLong(args[1])).forEach(System.out::println);
  }

  /// The table for a range of seeds, a line a measure.
  public static List<String> rows(long firstSeed, long lastSeed) {
    return scores(firstSeed, lastSeed).rows();
  }

  static MeasureScores scores(long firstSeed, long lastSeed) {
    MeasureScores scores = new MeasureScores();
    for (long seed = firstSeed; seed <= lastSeed; seed++) {
      Scenario scenario = Scenarios.random(seed);
      if (isComplete(scenario)) {
        MeasureRun.play(scenario, seed, scores::add);
      }
    }
    return scores;
  }

  private static boolean isComplete(Scenario scenario) {
    return scenario.exercise().start() == Exercise.Start.FLOOR && scenario.sensors().imus().size() == PODS
        && scenario.sensors().force().fitted() && scenario.sensors().faults().isEmpty()
        && scenario.sensors().lateShare() == 0;
  }
}
