package io.plumbline.demo;

import io.plumbline.bar.app.FrameSource;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.BarSetup.Lever;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.simulator.sensor.Rotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The simulator in the place of sensors: one set after the other without a gap, as fast as it is asked.
final class SimulatedSource implements FrameSource {
  private static final double NS_PER_S = 1e9;

  private final TrainingPlan training;
  private final long seed;
  private final int sets;
  private final Scenario first;
  private final List<Channel> channels;
  private Simulation run;
  private int set;

  /// @param seed of the sensors' errors and the lifter's trembling
  /// @param sets how many; 0 for no end
  SimulatedSource(TrainingPlan training, long seed, int sets) {
    this.training = training;
    this.seed = seed;
    this.sets = sets;
    this.first = training.set(0);
    this.run = new Simulation(first, seed, 0);
    this.channels = run.columns().stream().map(column -> Channel.fromColumn(column).orElseThrow()).toList();
  }

  @Override
  public BarSetup setup() {
    List<Mount> mounts = new ArrayList<>(BarSetup.DEFAULT.mounts());
    List<Lever> levers = new ArrayList<>(BarSetup.DEFAULT.levers());
    for (SensorPlan.Imu imu : first.sensors().imus()) {
      int site = ImuSite.valueOf(imu.site().name()).ordinal();
      double[] mount = Rotation.ofMount(imu);
      mounts.set(site, new Mount(mount[0], mount[1], mount[2], mount[3]));
      levers.set(site, new Lever(imu.xM(), imu.yM(), imu.zM()));
    }
    BarSetup usual = BarSetup.DEFAULT;
    return new BarSetup(mounts, levers, 1, usual.enteredLoadKg(), first.bar().massKg(), first.bar().outboardKg(),
        usual.gravityMps2());
  }

  @Override
  public Info.Mode mode() {
    return Info.Mode.SIM;
  }

  @Override
  public Set<Channel> channels() {
    return Set.copyOf(channels);
  }

  @Override
  public Exercise exercise() {
    return Exercise.fromId(first.exercise().id()).orElse(Exercise.UNKNOWN);
  }

  @Override
  public boolean next(SensorFrame frame) {
    while (!run.advance()) {
      if (set + 1 == sets) {
        return false;
      }
      set++;
      // The same seed, because the sensors of the bar stay the same specimens.
      run = new Simulation(training.set(set), seed, run.endS());
    }
    frame.reset(Math.round(run.timeS() * NS_PER_S));
    for (int column = 0; column < channels.size(); column++) {
      double value = run.value(column);
      if (!Double.isNaN(value)) {
        frame.set(channels.get(column), value);
      }
    }
    return true;
  }
}
