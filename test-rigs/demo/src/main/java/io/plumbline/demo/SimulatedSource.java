package io.plumbline.demo;

import io.plumbline.bar.app.FrameSource;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.SensorPlan;
import io.plumbline.simulator.SimulatedLift;
import java.util.List;
import java.util.Set;

/// The simulator in the place of sensors: one set after the other without a gap, as fast as it is asked.
final class SimulatedSource implements FrameSource {
  private static final double NS_PER_S = 1e9;

  private final TrainingPlan training;
  private final SensorPlan sensors;
  private final int sets;
  private final List<Channel> channels;
  private SimulatedLift lift;
  private int set;

  /// @param sets how many; 0 for no end
  SimulatedSource(TrainingPlan training, SensorPlan sensors, int sets) {
    this.training = training;
    this.sensors = sensors;
    this.sets = sets;
    lift = new SimulatedLift(training.set(0), sensors, 0, 0);
    channels = lift.columns().stream().map(column -> Channel.fromColumn(column).orElseThrow()).toList();
  }

  @Override
  public BarSetup setup() {
    BarSetup usual = BarSetup.DEFAULT;
    return new BarSetup(usual.mounts(), usual.levers(), 1, usual.enteredLoadKg(), usual.barKg(), usual.outboardKg(),
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
    return Exercise.DEADLIFT_CONVENTIONAL;
  }

  @Override
  public boolean next(SensorFrame frame) {
    while (!lift.advance()) {
      if (set + 1 == sets) {
        return false;
      }
      set++;
      lift = new SimulatedLift(training.set(set), sensors, lift.endS(), set);
    }
    frame.reset(Math.round(lift.timeS() * NS_PER_S));
    for (int column = 0; column < channels.size(); column++) {
      frame.set(channels.get(column), lift.value(column));
    }
    return true;
  }
}
