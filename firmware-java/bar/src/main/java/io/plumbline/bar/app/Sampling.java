package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.sampling.BatchRing;
import io.plumbline.bar.sampling.FrameAssembler;
import io.plumbline.bar.sampling.HealthWatch;
import io.plumbline.bar.sampling.LoopStatistics;
import io.plumbline.bar.sampling.SamplingAgent;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.bar.sampling.SensorDecoder;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.sample.SensorFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Everything between the chips and the pipeline's frames, wired from a configuration: agent, rings, recorder, order of time.
final class Sampling {
  /// Half a second of passes; the pipeline's longest work is below 50 ms.
  private static final int BATCHES = 512;
  private static final int ROWS = 64;
  /// A card may take seconds over a write that has to be durable; a pass has five rows or so.
  private static final int RECORDER_S = 4;
  private static final int RECORDER_ROWS = 8;

  final LoopStatistics statistics;
  final SamplingAgent agent;
  final SensorDecoder decoder;
  final @Nullable Recorder recorder;
  private final BatchRing ring = new BatchRing(BATCHES, ROWS);
  private final FrameAssembler assembler;
  private final HealthWatch health;
  private @Nullable RawBatch batch;
  private @Nullable Consumer<RawBatch> tap;

  Sampling(BarConfig config, ChipRack rack, @Nullable BlackBoxPlan plan, LongSupplier nowNs) {
    List<BatchRing> rings = new ArrayList<>(List.of(ring));
    Recorder fitted = null;
    if (plan != null) {
      BatchRing second = new BatchRing(RECORDER_S * config.loop().rateHz(), RECORDER_ROWS);
      rings.add(second);
      fitted = new Recorder(second, plan.open(rack.streams(), nowNs.getAsLong()));
    }
    this.recorder = fitted;
    this.statistics = new LoopStatistics(config.loop().periodNs());
    this.agent = new SamplingAgent(rack.drivers(), rings, nowNs);
    this.decoder = new SensorDecoder(rack.streams(), config);
    this.assembler = new FrameAssembler(decoder);
    this.health = new HealthWatch(config.loop().rateHz(), statistics, rack.drivers());
  }

  /// The next frame of what has been read so far.
  ///
  /// @return false where nothing more can be said yet
  boolean next(SensorFrame frame) {
    while (true) {
      if (assembler.next(frame)) {
        return true;
      }
      if (batch != null) {
        ring.release(batch);
      }
      batch = ring.take();
      if (batch == null) {
        return false;
      }
      if (tap != null) {
        tap.accept(batch);
      }
      assembler.accept(batch);
    }
  }

  /// Shows raw rows to somebody before frames are made of them; null for nobody any more. On the thread that takes the frames.
  void tap(@Nullable Consumer<RawBatch> rows) {
    tap = rows;
  }

  /// Lets go what is held back: nothing more will be read.
  void end() {
    assembler.end();
  }

  /// Rows that the pipeline did not get.
  long dropped() {
    return ring.droppedRows() + assembler.lateRows();
  }

  SamplingHealth health() {
    return health.look(dropped(), recorder == null ? 0 : recorder.droppedRows(),
        recorder == null ? 0 : recorder.failures());
  }
}
