package io.plumbline.simulator.run;

import io.plumbline.simulator.physics.Pod;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.simulator.sensor.SensorSuite;
import io.plumbline.simulator.sensor.Stimulus;
import java.util.Arrays;
import java.util.List;

/// A scenario carried out, row after row: what the sensors read and what was true then. A row's phase is told by the [Timeline] of the reps, once
/// they are over. Not thread-safe; the same scenario and seed give the same rows.
public final class Simulation {
  /// Where the load cells' planes are: just inside the collars (design of the bar, method B).
  private static final double PLANE_M = 0.62;
  private static final int ANGLES = 6;
  private static final int LUMBAR = 9;
  private static final int TRUTHS = 10;
  /// The truth of two instants is joined by straight lines.
  private final double[] before = new double[TRUTHS];
  private final double[] now = new double[TRUTHS];
  private final double[] truth = new double[TRUTHS];
  private final double[] orientation = new double[4];
  private final World world;
  private final SensorSuite sensors;
  private final Stimulus stimulus;
  private final Pod[] pods;
  private final Pod[] planes;
  private final boolean strapped;
  private double previousS = Double.NaN;
  private int loads = -1;
  private boolean over;

  /// @param seed   of every random draw
  /// @param startS time of the first instant, s
  public Simulation(Scenario scenario, long seed, double startS) {
    SensorPlan plan = scenario.sensors();
    this.world = new World(scenario, seed, startS);
    this.sensors = new SensorSuite(plan, scenario.place(), seed, World.STEP_S, startS);
    this.stimulus = new Stimulus(plan.imus().size());
    this.pods = plan.imus().stream().map(imu -> new Pod(imu.xM(), imu.yM(), imu.zM())).toArray(Pod[]::new);
    this.planes = plan.force().fitted() ? new Pod[]{new Pod(-PLANE_M, 0, 0), new Pod(PLANE_M, 0, 0)} : new Pod[0];
    this.strapped = plan.strap().fitted();
  }

  /// The true curves of a scenario.
  ///
  /// @param stepS between two of their instants, s
  public static Trace trace(Scenario scenario, long seed, double stepS) {
    World world = new World(scenario, seed, 0);
    TraceBuilder builder = new TraceBuilder(scenario, Math.max(1, (int) Math.rint(stepS / World.STEP_S)));
    while (world.step()) {
      builder.see(world);
    }
    return builder.build(world.reps());
  }

  /// Sensor columns of the recording format in their order, without `t_s`.
  public List<String> columns() {
    return sensors.columns();
  }

  /// To the next row; false at the end.
  public boolean advance() {
    while (!sensors.poll()) {
      if (over || !world.step()) {
        over = true;
        return false;
      }
      feel();
      sensors.take(stimulus);
    }
    double share = Math.clamp((sensors.trueTimeS() - previousS) / World.STEP_S, 0, 1);
    for (int i = 0; i < TRUTHS; i++) {
      truth[i] = before[i] + share * (now[i] - before[i]);
    }
    orient(truth[ANGLES], truth[ANGLES + 1], truth[ANGLES + 2]);
    return true;
  }

  private void feel() {
    if (loads != world.lifter.loads()) {
      loads = world.lifter.loads();
      Arrays.stream(pods).forEach(pod -> pod.follow(world.bar.beam()));
      Arrays.stream(planes).forEach(pod -> pod.follow(world.bar.beam()));
    }
    boolean first = Double.isNaN(previousS);
    previousS = first ? world.timeS() : stimulus.timeS;
    stimulus.timeS = world.timeS();
    for (int i = 0; i < pods.length; i++) {
      pods[i].feel(world.bar, stimulus.specificForceMps2[i], stimulus.rateRadps[i]);
    }
    for (int side = 0; side < planes.length; side++) {
      planes[side].force(world.bar, side, stimulus.sideForceN[side]);
    }
    if (strapped) {
      world.lifter.trunk().write(stimulus);
    }
    System.arraycopy(now, 0, before, 0, TRUTHS);
    for (int axis = 0; axis < 3; axis++) {
      now[axis] = world.bar.positionM(axis);
      now[3 + axis] = world.bar.velocityMps(axis);
    }
    for (int i = 0; i < 3; i++) {
      now[ANGLES + i] = world.bar.angleRad(i);
    }
    now[LUMBAR] = StrictMath.toDegrees(world.lifter.trunk().lumbarRad());
    if (first) {
      System.arraycopy(now, 0, before, 0, TRUTHS);
    }
  }

  /// Rz(yaw) Ry(tilt) Rx(roll) as a unit quaternion, w x y z.
  private void orient(double roll, double tilt, double yaw) {
    double sr = StrictMath.sin(roll / 2);
    double cr = StrictMath.cos(roll / 2);
    double st = StrictMath.sin(tilt / 2);
    double ct = StrictMath.cos(tilt / 2);
    double sy = StrictMath.sin(yaw / 2);
    double cy = StrictMath.cos(yaw / 2);
    orientation[0] = cr * ct * cy + sr * st * sy;
    orientation[1] = sr * ct * cy - cr * st * sy;
    orientation[2] = cr * st * cy + sr * ct * sy;
    orientation[3] = cr * ct * sy - sr * st * cy;
  }

  /// Time stamp of the row, s.
  public double timeS() {
    return sensors.timeS();
  }

  /// NaN where not sampled.
  public double value(int column) {
    return sensors.value(column);
  }

  /// Of the middle between the hands, world frame, m.
  public double truePositionM(int axis) {
    return truth[axis];
  }

  public double trueVelocityMps(int axis) {
    return truth[3 + axis];
  }

  /// Orientation bar → world: w, x, y, z.
  public double trueOrientation(int component) {
    return orientation[component];
  }

  /// Lumbar flexion, + flexed.
  public double trueLumbarDeg() {
    return truth[LUMBAR];
  }

  /// What holds at the row where it is in no rep.
  public Phase outside() {
    return world.watch.outside();
  }

  /// When the row was truly sampled, s.
  public double trueTimeS() {
    return sensors.trueTimeS();
  }

  /// Those that are over.
  public List<RepTruth> reps() {
    return world.reps();
  }

  /// Time of the instant; after the last row, when it ended, s.
  public double endS() {
    return world.timeS();
  }
}
