package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.pi4j.linux.RealTimeConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Chips as a source: a thread reads them, another records, the caller's gets the frames.
final class LiveSource implements FrameSource, AutoCloseable {
  /// Short beside the 20 ms that a cue may take.
  private static final long IDLE_NS = 1_000_000;

  private final BarConfig config;
  private final Pins pins;
  private final Exercise exercise;
  private final Sampling sampling;
  private final SamplingLoop loop;
  private final ComplaintWatch watch;
  private boolean started;
  private boolean closed;
  private boolean ended;
  private volatile boolean stopping;

  /// @param exercise the lift
  /// @param log      told what the system grants the loop and where the recording is
  /// @param warn     told which chips are silent, and when recording fails
  LiveSource(BarConfig config, Pins pins, ChipRack rack, Sampling sampling, Exercise exercise,
      Consumer<String> log, Consumer<String> warn) {
    this.config = config;
    this.pins = pins;
    this.exercise = exercise;
    this.sampling = sampling;
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
    if (stopping) {
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
      } else if (pins.isOver() || loop.isOver()) {
        closeLoop();
      } else {
        LockSupport.parkNanos(IDLE_NS);
        watch.look(System.nanoTime());
        if (stopping) {
          closeLoop();
        }
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

  /// What ended the loop unasked; empty where nothing did.
  Optional<Throwable> failure() {
    return Optional.ofNullable(loop.failure());
  }

  @Override
  public boolean stop() {
    stopping = true;
    return true;
  }

  @Override
  public Optional<SamplingHealth> health() {
    return Optional.of(sampling.health());
  }

  @Override
  public BarSetup setup() {
    return BarSetups.of(config);
  }

  @Override
  public Info.Mode mode() {
    return pins.mode();
  }

  @Override
  public Set<Channel> channels() {
    return sampling.decoder.channels();
  }

  @Override
  public Exercise exercise() {
    return exercise;
  }

  /// Ends loop and recording.
  @Override
  public void close() {
    stopping = true;
    if (started) {
      loop.close();
    }
    if (sampling.recorder != null) {
      sampling.recorder.close();
    }
  }
}
