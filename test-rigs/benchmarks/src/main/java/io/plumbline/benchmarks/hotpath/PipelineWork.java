package io.plumbline.benchmarks.hotpath;

import io.plumbline.bar.blackbox.FrameAssembly;
import io.plumbline.bar.blackbox.RecordedFrames;
import io.plumbline.bar.sampling.BatchRing;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.BarPipeline;
import io.plumbline.core.pipeline.PipelineListener;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.SensorFrame;

/// The pipeline agent: takes rows out of its ring, puts them in order, decodes them and follows the bar.
final class PipelineWork implements HotAgent {
  private static final int BATCHES = 512;
  private static final int ROWS = 64;

  private final Tape tape;
  private final BatchRing ring = new BatchRing(BATCHES, ROWS);
  private final SensorFrame frame = new SensorFrame();
  private final Counter counter = new Counter();
  private final FrameAssembly assembly;
  private final BarPipeline pipeline;

  PipelineWork(Tape tape) {
    this.tape = tape;
    RecordedFrames frames = tape.frames();
    this.assembly = frames.assembly();
    this.pipeline = new BarPipeline(frames.setup(), counter);
  }

  private static final class Counter implements PipelineListener {
    private long reps;

    @Override
    public void onPhase(long timeNs, Phase phase) {}

    @Override
    public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {}

    @Override
    public void onRep(RepMeasures rep) {
      reps++;
    }
  }

  @Override
  public int pass() {
    RawBatch rows = tape.play();
    ring.write(rows);
    tape.advanceNs();
    RawBatch batch = ring.take();
    while (batch != null) {
      assembly.accept(batch);
      while (assembly.next(frame)) {
        pipeline.accept(frame);
      }
      ring.release(batch);
      batch = ring.take();
    }
    return rows.size();
  }

  /// Reps that were measured.
  long reps() {
    return counter.reps;
  }

  /// Whether it takes the bar for one that rests.
  boolean atRest() {
    return pipeline.atRest();
  }

  @Override
  public void close() {}
}
