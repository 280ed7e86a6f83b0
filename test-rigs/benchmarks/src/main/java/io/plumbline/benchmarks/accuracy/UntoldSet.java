package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.exercise.Lift;
import io.plumbline.core.sample.LiftStart;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Exercise;
import io.plumbline.simulator.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a scenario whose exercise the pipeline was not told.
///
/// @param anyRep     whether a rep was lifted and counted: without one there is nothing to name
/// @param told       whether the reps were counted exactly where it was told
/// @param untold     the same where it was not
/// @param suggestion what it looked like in the end, null where that was not clear
record UntoldSet(Exercise exercise, boolean anyRep, boolean told, boolean untold, @Nullable Lift suggestion) {
  /// How right a suggestion is.
  enum Verdict {
    RIGHT,
    NOT_CLEAR,
    WRONG
  }

  /// Simulates the scenario and follows it twice: with the kind of lift told and without.
  static UntoldSet run(Scenario scenario, SensorSet sensors) {
    Simulation simulation = new Simulation(scenario, scenario.seed(), 0);
    List<String> columns = simulation.columns();
    Variant variant = Variant.of(sensors);
    Follower told = new Follower(variant, scenario, columns);
    Follower untold = new Follower(variant, scenario, columns, LiftStart.UNKNOWN, false);
    RowBlock rows = new RowBlock(columns.size());
    ForwardPath path = new ForwardPath();
    while (rows.fill(simulation, path)) {
      told.follow(rows);
      untold.follow(rows);
    }
    List<Truth> truths = simulation.reps().stream().map(path::truth).toList();
    Matching ofTold = Matching.of(truths, told.finish());
    Matching ofUntold = Matching.of(truths, untold.finish());
    return new UntoldSet(scenario.exercise(), ofUntold.found() > 0, ofTold.isExact(), ofUntold.isExact(),
        untold.suggestion());
  }

  Verdict verdict() {
    if (suggestion == null) {
      return Verdict.NOT_CLEAR;
    }
    boolean right = switch (exercise) {
      // A bar does not tell a trap bar's frame, and a sumo deadlift by a short way only.
      case DEADLIFT_CONVENTIONAL, DEADLIFT_TRAP_BAR -> suggestion == Lift.DEADLIFT;
      case DEADLIFT_SUMO -> suggestion == Lift.SUMO_DEADLIFT || suggestion == Lift.DEADLIFT;
      case ROMANIAN_DEADLIFT -> suggestion == Lift.ROMANIAN_DEADLIFT;
      case SQUAT -> suggestion == Lift.SQUAT;
      case BENCH_PRESS -> suggestion == Lift.BENCH_PRESS;
      case ROW -> suggestion == Lift.ROW;
      case OVERHEAD_PRESS -> suggestion == Lift.OVERHEAD_PRESS;
      case GOOD_MORNING -> suggestion == Lift.GOOD_MORNING;
    };
    return right ? Verdict.RIGHT : Verdict.WRONG;
  }
}
