package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.exercise.ExerciseJudge;
import io.plumbline.core.exercise.Lift;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.BarPipeline;
import io.plumbline.core.pipeline.PipelineListener;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.LiftStart;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.scenario.Scenario;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pipeline and what it said of a set. Not thread-safe.
final class Follower {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final @Nullable Channel[] channels;
  private final SensorFrame frame = new SensorFrame();
  private final List<MeasuredRep> reps = new ArrayList<>();
  private final ExerciseJudge looks = new ExerciseJudge();
  private final BarPipeline pipeline;
  private long frames;
  private long cpuNs;

  /// @param columns of the rows to come
  Follower(Variant variant, Scenario scenario, List<String> columns) {
    this(variant, scenario, columns, Setups.start(scenario.exercise()), false);
  }

  /// @param start   told to the pipeline; [LiftStart#UNKNOWN] to let it find out
  /// @param weighed whether the load cells were set against known plates
  Follower(Variant variant, Scenario scenario, List<String> columns, LiftStart start, boolean weighed) {
    channels = variant.sensors().channels(columns);
    pipeline = new BarPipeline(Setups.setup(scenario, weighed), variant.ideas(), new Ear());
    pipeline.setStart(start);
  }

  private final class Ear implements PipelineListener {
    @Override
    public void onPhase(long timeNs, Phase phase) {}

    @Override
    public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {}

    @Override
    public void onRep(RepMeasures rep) {
      reps.add(MeasuredRep.of(rep));
      looks.add(rep);
    }
  }

  void follow(RowBlock rows) {
    long beganNs = THREADS.getCurrentThreadCpuTime();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.put(row, channels, frame)) {
        pipeline.accept(frame);
        frames++;
      }
    }
    cpuNs += THREADS.getCurrentThreadCpuTime() - beganNs;
  }

  /// Ends the set.
  List<MeasuredRep> finish() {
    pipeline.finish();
    return reps;
  }

  /// What the lift looks like by all reps so far, null where that is not clear.
  @Nullable
  Lift suggestion() {
    return looks.suggestion();
  }

  /// Frames that held a sample of its sensors.
  long frames() {
    return frames;
  }

  /// Processor time of this pipeline alone.
  long cpuNs() {
    return cpuNs;
  }
}
