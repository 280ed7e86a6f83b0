package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.pi4j.linux.RealTimeConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Chips as a source: a thread reads them, another records, the caller's gets the frames.
final class LiveSource extends ChipSource {
  /// Short beside the 20 ms that a cue may take.
  private static final long IDLE_NS = 1_000_000;

  private final SamplingLoop loop;
  private final ComplaintWatch watch;
  private boolean started;
  private boolean closed;
  private boolean ended;

  /// @param exercise the lift
  /// @param log      told what the system grants the loop and where the recording is
  /// @param warn     told which chips are silent, and when recording fails
  LiveSource(BarConfig config, Pins pins, ChipRack rack, Sampling sampling, Exercise exercise,
      Consumer<String> log, Consumer<String> warn) {
    super(config, pins, sampling, exercise);
    BarConfig.Loop wishes = config.loop();
    RealTimeConfig rights = new RealTimeConfig(wishes.cpu(), wishes.priority(), wishes.lockMemory(), true);
    this.loop = new SamplingLoop(sampling.agent, sampling.statistics, rights,
        wishes.wake() == BarConfig.Wake.DATA_READY ? rack.firstDataReady() : null,
        report -> report.steps().forEach(step -> log.accept(step.line())));
    this.watch = new ComplaintWatch(rack.drivers(), sampling.recorder, log, warn);
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    if (!started) {
      started = true;
      if (sampling.recorder != null) {
        sampling.recorder.start();
      }
      loop.start();
    }
    if (isStopping()) {
      closeLoop();
    }
    watch.look(System.nanoTime());
    while (!sampling.next(frame)) {
      if (ended) {
        return false;
      }
      if (closed) {
        // The ring is empty and nobody fills it any more.
        sampling.end();
        ended = true;
      } else if (isStopping() || pins.isOver() || loop.isOver()) {
        closeLoop();
      } else {
        LockSupport.parkNanos(IDLE_NS);
        watch.look(System.nanoTime());
      }
    }
    return true;
  }

  /// Nothing more will be sampled; what was, is still to be given.
  private void closeLoop() {
    if (!closed) {
      loop.close();
      closed = true;
    }
  }

  @Override
  Optional<Throwable> failure() {
    return Optional.ofNullable(loop.failure());
  }

  /// The loop first, then the recording.
  @Override
  public void close() {
    stop();
    if (started) {
      loop.close();
    }
    super.close();
  }
}
