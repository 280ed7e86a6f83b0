package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.LiftStart;
import io.plumbline.simulator.scenario.Bar;
import io.plumbline.simulator.scenario.Exercise;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.simulator.sensor.Rotation;
import java.util.ArrayList;
import java.util.List;

/// What the pipeline is told before a set: mounts and levers of the sensors, the empty bar's masses, which way the lifter looks, the kind of lift.
/// It is told whether the load cells were set against known plates, but neither load nor local gravity.
public final class Setups {
  private static final double STANDARD_GRAVITY_MPS2 = 9.80665;

  private Setups() {}

  /// Of a scenario, with the sensors that it has; the load cells were not set against known plates.
  public static BarSetup setup(Scenario scenario) {
    return setup(scenario, false);
  }

  /// @param weighed whether they were
  static BarSetup setup(Scenario scenario, boolean weighed) {
    List<BarSetup.Mount> mounts = new ArrayList<>(BarSetup.DEFAULT.mounts());
    List<BarSetup.Lever> levers = new ArrayList<>(BarSetup.DEFAULT.levers());
    for (SensorPlan.Imu imu : scenario.sensors().imus()) {
      int site = switch (imu.site()) {
        case LEFT -> ImuSite.LEFT.ordinal();
        case RIGHT -> ImuSite.RIGHT.ordinal();
        case CENTRE -> ImuSite.CENTRE.ordinal();
      };
      double[] q = Rotation.ofMount(imu);
      mounts.set(site, new BarSetup.Mount(q[0], q[1], q[2], q[3]));
      levers.set(site, new BarSetup.Lever(imu.xM(), imu.yM(), imu.zM()));
    }
    Bar bar = scenario.bar();
    return new BarSetup(mounts, levers, 1, Double.NaN, bar.massKg(), bar.outboardKg(), STANDARD_GRAVITY_MPS2,
        weighed ? BarSetup.WEIGHED_GAIN_SD : BarSetup.UNWEIGHED_GAIN_SD);
  }

  static LiftStart start(Exercise exercise) {
    return switch (exercise.start()) {
      case FLOOR -> LiftStart.FLOOR;
      case HANG -> LiftStart.HANG;
      case HANG_LOW -> LiftStart.HANG_LOW;
      case RACK -> LiftStart.RACK;
      case RACK_LOW -> LiftStart.RACK_LOW;
    };
  }
}
