package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.sample.LiftStart;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// Simulates a scenario once and lets every variant measure it. Where every sensor is fitted, its load cells are set against known plates first,
/// and one more pipeline takes them as they were drawn.
final class SetRun {
  private SetRun() {}

  static List<SetResult> run(long seed, SetResult.Kind kind, Scenario scenario, List<Variant> variants) {
    Simulation simulation = new Simulation(scenario, scenario.seed(), 0);
    List<String> columns = simulation.columns();
    boolean weighed = kind == SetResult.Kind.FITTED;
    LiftStart start = Setups.start(scenario.exercise());
    List<Follower> followers = variants.stream()
        .map(variant -> new Follower(variant, scenario, columns, start, weighed))
        .toList();
    Follower unweighed = new Follower(Variant.of(SensorSet.ALL), scenario, columns, start, false);
    WeighedCells cells = weighed ? WeighedCells.of(scenario, columns) : null;
    RowBlock rows = new RowBlock(columns.size());
    ForwardPath path = new ForwardPath();
    while (rows.fill(simulation, path)) {
      if (cells != null) {
        unweighed.follow(rows);
        rows.correct(cells);
      }
      followers.forEach(follower -> follower.follow(rows));
    }
    List<Truth> truths = simulation.reps().stream().map(path::truth).toList();
    List<SetResult> results = new ArrayList<>();
    for (int i = 0; i < variants.size(); i++) {
      results.add(result(seed, kind, scenario, variants.get(i), followers.get(i), truths, simulation.endS()));
    }
    if (cells != null) {
      results.add(result(seed, SetResult.Kind.UNWEIGHED, scenario, Variant.of(SensorSet.ALL), unweighed, truths,
          simulation.endS()));
    }
    return results;
  }

  private static SetResult result(long seed, SetResult.Kind kind, Scenario scenario, Variant variant,
      Follower follower, List<Truth> truths, double endS) {
    return new SetResult(seed, kind, scenario.exercise(), variant, Matching.of(truths, follower.finish()), endS,
        follower.frames(), follower.cpuNs());
  }
}
