package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.LiftStart;
import io.plumbline.simulator.scenario.Bar;
import io.plumbline.simulator.scenario.Exercise;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import java.util.ArrayList;
import java.util.List;

/// What the pipeline is told before a set: mounts and levers of the sensors, the empty bar's masses, which way the lifter looks, the kind of lift.
/// It is told neither load nor local gravity.
final class Setups {
  private static final double STANDARD_GRAVITY_MPS2 = 9.80665;

  private Setups() {}

  static BarSetup setup(Scenario scenario) {
    List<BarSetup.Mount> mounts = new ArrayList<>(BarSetup.DEFAULT.mounts());
    List<BarSetup.Lever> levers = new ArrayList<>(BarSetup.DEFAULT.levers());
    for (SensorPlan.Imu imu : scenario.sensors().imus()) {
      int site = switch (imu.site()) {
        case LEFT -> ImuSite.LEFT.ordinal();
        case RIGHT -> ImuSite.RIGHT.ordinal();
        case CENTRE -> ImuSite.CENTRE.ordinal();
      };
      mounts.set(site, mount(imu));
      levers.set(site, new BarSetup.Lever(imu.xM(), imu.yM(), imu.zM()));
    }
    Bar bar = scenario.bar();
    return new BarSetup(mounts, levers, 1, Double.NaN, bar.massKg(), bar.outboardKg(), STANDARD_GRAVITY_MPS2);
  }

  /// Yaw about z, then pitch about y, then roll about x.
  private static BarSetup.Mount mount(SensorPlan.Imu imu) {
    double yaw = Math.toRadians(imu.mountYawDeg()) / 2;
    double pitch = Math.toRadians(imu.mountPitchDeg()) / 2;
    double roll = Math.toRadians(imu.mountRollDeg()) / 2;
    double cy = Math.cos(yaw);
    double sy = Math.sin(yaw);
    double cp = Math.cos(pitch);
    double sp = Math.sin(pitch);
    double cr = Math.cos(roll);
    double sr = Math.sin(roll);
    return new BarSetup.Mount(cr * cp * cy + sr * sp * sy, sr * cp * cy - cr * sp * sy, cr * sp * cy + sr * cp * sy,
        cr * cp * sy - sr * sp * cy);
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
