package io.plumbline.simulator.run;

import io.plumbline.simulator.physics.BarDynamics;
import io.plumbline.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Thins a run out to even steps.
final class TraceBuilder {
  private static final int CURVES = 11;
  private final Scenario scenario;
  private final int every;
  private final List<Phase> outside = new ArrayList<>();
  private final double[][] curves = new double[CURVES][1 << 12];
  private long steps;
  private int size;

  /// @param every so many physics steps one instant is kept
  TraceBuilder(Scenario scenario, int every) {
    this.scenario = scenario;
    this.every = every;
  }

  void see(World world) {
    if (steps++ % every != 0) {
      return;
    }
    if (size == curves[0].length) {
      for (int i = 0; i < CURVES; i++) {
        curves[i] = Arrays.copyOf(curves[i], 2 * size);
      }
    }
    BarDynamics bar = world.bar;
    double[] values = {world.timeS(), bar.positionM(2), bar.positionM(1), bar.velocityMps(2), world.hands.upwardN(0),
        world.hands.upwardN(1), -bar.bendM(0), -bar.bendM(1), bar.floorN(),
        StrictMath.toDegrees(world.lifter.trunk().lumbarRad()), StrictMath.toDegrees(world.lifter.trunk().leanRad())};
    for (int i = 0; i < CURVES; i++) {
      curves[i][size] = values[i];
    }
    outside.add(world.watch.outside());
    size++;
  }

  Trace build(List<RepTruth> reps) {
    double[][] cut = Arrays.stream(curves).map(curve -> Arrays.copyOf(curve, size)).toArray(double[][]::new);
    Timeline timeline = new Timeline(reps, scenario.exercise().start());
    Phase[] phases = new Phase[size];
    for (int i = 0; i < size; i++) {
      phases[i] = timeline.at(cut[0][i], outside.get(i));
    }
    return new Trace(scenario, cut[0], cut[1], cut[2], cut[3], cut[4], cut[5], cut[6], cut[7], cut[8], cut[9], cut[10],
        phases, reps);
  }
}
