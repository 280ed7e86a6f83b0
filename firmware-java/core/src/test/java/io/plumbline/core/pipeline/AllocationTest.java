package io.plumbline.core.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.SensorFrame;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The promise of no allocation, measured: whole sets with their reps, after a first round that loads and compiles.
@Isolated("compilation in other threads is not counted, but a quiet machine keeps the rounds short")
class AllocationTest {
  private static final int FEWEST_ROUNDS = 6;
  /// A busy machine compiles later.
  private static final int MOST_ROUNDS = 16;

  private static final class Counter implements PipelineListener {
    int reps;

    @Override
    public void onPhase(long timeNs, Phase phase) {}

    @Override
    public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {}

    @Override
    public void onRep(RepMeasures rep) {
      reps++;
    }
  }

  @Test
  void shouldAllocateNothingWhenSamplesFlow() {
    ScriptedBar bar = new ScriptedBar(1).hold(3);
    bar.plateKg = 50;
    for (int i = 0; i < 10; i++) {
      bar.moveTo(0.55, 1).hold(1).moveTo(0, 1).hold(1.5);
    }
    int n = (int) Math.round(bar.endS() * bar.rateHz);
    SensorFrame[] frames = new SensorFrame[n];
    for (int i = 0; i < n; i++) {
      frames[i] = new SensorFrame();
    }
    Counter counter = new Counter();
    BarPipeline pipeline = new BarPipeline(ScriptedBar.facingForward(), counter);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long last = -1;
    int rounds = 0;
    for (int round = 0; round < MOST_ROUNDS && (round < FEWEST_ROUNDS || last != 0); round++) {
      rounds++;
      for (int i = 0; i < n; i++) {
        bar.fill(frames[i], (long) round * n + i);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      for (SensorFrame frame : frames) {
        pipeline.accept(frame);
      }
      last = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(10 * rounds, counter.reps);
    assertEquals(0, last, "bytes in the last round of " + n + " samples");
  }
}
