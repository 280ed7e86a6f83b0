package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// Simulates a scenario once and lets every variant measure it.
final class SetRun {
  private SetRun() {}

  static List<SetResult> run(long seed, SetResult.Kind kind, Scenario scenario, List<Variant> variants) {
    Simulation simulation = new Simulation(scenario, scenario.seed(), 0);
    List<String> columns = simulation.columns();
    List<Follower> followers = variants.stream().map(variant -> new Follower(variant, scenario, columns)).toList();
    RowBlock rows = new RowBlock(columns.size());
    ForwardPath path = new ForwardPath();
    while (rows.fill(simulation, path)) {
      followers.forEach(follower -> follower.follow(rows));
    }
    List<Truth> truths = simulation.reps().stream().map(path::truth).toList();
    List<SetResult> results = new ArrayList<>();
    for (int i = 0; i < variants.size(); i++) {
      Follower follower = followers.get(i);
      Matching matching = Matching.of(truths, follower.finish());
      results.add(new SetResult(seed, kind, scenario.exercise(), variants.get(i), matching, simulation.endS(),
          follower.frames(), follower.cpuNs()));
    }
    return results;
  }
}
