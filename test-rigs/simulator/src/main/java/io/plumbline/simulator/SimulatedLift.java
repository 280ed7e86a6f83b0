package io.plumbline.simulator;

import java.util.List;
import java.util.Random;

/// One simulated set, sample after sample: call [#advance()], then read the sample. The same plans give the same samples, everywhere. Not
/// thread-safe.
public final class SimulatedLift {
  private final LiftMotion motion;
  private final BarSensors sensors;
  private final Kinematics bar = new Kinematics();
  private final double[] quaternion = new double[4];
  private final double startS;
  private final double rateHz;
  private final long samples;
  private long index = -1;

  /// A set by itself.
  ///
  /// @param startS time of the first sample, s
  public SimulatedLift(LiftPlan lift, SensorPlan plan, double startS) {
    this(lift, plan, startS, 0);
  }

  /// One of several sets in turn: the sensors keep their biases, noise and lifter differ.
  ///
  /// @param startS    time of the first sample, s
  /// @param setNumber which set
  public SimulatedLift(LiftPlan lift, SensorPlan plan, double startS, int setNumber) {
    // Streams of their own, so that other sensors or less noise leave the lift as it is.
    Random seeds = new Random(plan.seed());
    Random biases = new Random(seeds.nextLong());
    for (int earlier = 0; earlier < setNumber; earlier++) {
      seeds = new Random(seeds.nextLong());
    }
    this.startS = startS;
    rateHz = plan.rateHz();
    motion = new LiftMotion(lift, startS, new Random(seeds.nextLong()));
    sensors = new BarSensors(plan, lift, biases, new Random(seeds.nextLong()));
    samples = (long) Math.floor((motion.endS() - startS) * rateHz) + 1;
  }

  /// Goes on to the next sample; false when the set is over.
  public boolean advance() {
    if (index >= samples - 1) {
      return false;
    }
    index++;
    motion.at(timeS(), bar);
    sensors.sample(bar);
    bar.orientation(quaternion);
    return true;
  }

  /// Number of samples of the whole set.
  public long samples() {
    return samples;
  }

  /// Where a set that follows without a gap starts, s.
  public double endS() {
    return startS + samples / rateHz;
  }

  /// Time of this sample, s.
  public double timeS() {
    return startS + index / rateHz;
  }

  /// The sensors' columns, named as in the recording format.
  public List<String> columns() {
    return sensors.columns();
  }

  /// What a sensor says, in the unit of its column.
  public double value(int column) {
    return sensors.value(column);
  }

  /// True position of the bar's centre, world frame, m: 0 is x, 1 is y, 2 is z.
  public double truePositionM(int axis) {
    return axis(axis).value;
  }

  /// True velocity of the bar's centre, world frame, m/s.
  public double trueVelocityMps(int axis) {
    return axis(axis).rate;
  }

  /// True orientation, bar to world: 0 is w, then x, y, z.
  public double trueOrientation(int component) {
    return quaternion[component];
  }

  /// What the lifter does.
  public Phase truePhase() {
    return bar.phase;
  }

  private Jet axis(int axis) {
    return switch (axis) {
      case 0 -> bar.x;
      case 1 -> bar.y;
      case 2 -> bar.z;
      default -> throw new IndexOutOfBoundsException("axes are 0, 1 and 2, not " + axis);
    };
  }
}
