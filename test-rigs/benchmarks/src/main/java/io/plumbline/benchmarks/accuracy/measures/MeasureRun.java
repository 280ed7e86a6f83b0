package io.plumbline.benchmarks.accuracy.measures;

import io.plumbline.benchmarks.accuracy.Setups;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.BarPipeline;
import io.plumbline.core.pipeline.PipelineListener;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.LiftStart;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Plays a scenario through the pipeline in memory and gives each measured rep with its truth, told by the time of the top.
final class MeasureRun {
  private static final double SAME_TOP_S = 0.4;

  private MeasureRun() {}

  /// @param scores told of each measured rep that has a completed true one
  static void play(Scenario scenario, long seed, BiConsumer<RepMeasures, RepTruth> scores) {
    Simulation simulation = new Simulation(scenario, seed, 0);
    List<Optional<Channel>> channels = simulation.columns().stream().map(Channel::fromColumn).toList();
    List<Runnable> waiting = new ArrayList<>();
    // A rep's truth is there when it is over, which may be after the firmware has measured it; so the measures are copied.
    BarPipeline pipeline = new BarPipeline(Setups.setup(scenario), new Collector(simulation, waiting, scores));
    pipeline.setStart(LiftStart.FLOOR);
    SensorFrame frame = new SensorFrame();
    while (simulation.advance()) {
      frame.reset(Math.round(simulation.timeS() * 1e9));
      for (int i = 0; i < channels.size(); i++) {
        double value = simulation.value(i);
        if (channels.get(i).isPresent() && !Double.isNaN(value)) {
          frame.set(channels.get(i).get(), value);
        }
      }
      pipeline.accept(frame);
    }
    pipeline.finish();
    waiting.forEach(Runnable::run);
  }

  private record Collector(Simulation simulation, List<Runnable> waiting, BiConsumer<RepMeasures, RepTruth> scores)
      implements
        PipelineListener {
    @Override
    public void onPhase(long timeNs, Phase phase) {
      // Only reps are looked at.
    }

    @Override
    public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {
      // Only reps are looked at.
    }

    @Override
    public void onRep(RepMeasures rep) {
      RepMeasures copy = Snapshot.of(rep);
      waiting.add(() -> match(copy));
    }

    private void match(RepMeasures rep) {
      double topS = rep.concentricEndNs * 1e-9;
      simulation.reps().stream().filter(truth -> Math.abs(truth.topS() - topS) < SAME_TOP_S).findFirst()
          .ifPresent(truth -> scores.accept(rep, truth));
    }
  }
}
