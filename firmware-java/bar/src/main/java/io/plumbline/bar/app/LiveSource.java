package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.journal.Journal;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Chips as a source: a thread reads them, another records, the caller's gets the frames.
final class LiveSource extends ChipSource {
  /// Short beside the 20 ms that a cue may take.
  private static final long IDLE_NS = 1_000_000;

  private final BarConfig.Loop wishes;
  private final SamplingLoop loop;
  private final ServiceManager manager;
  private final BoardWatch board;
  private final Consumer<String> log;
  private LongConsumer idle = nowNs -> {};
  private @Nullable Path recording;
  private boolean started;
  private boolean closed;
  private boolean ended;

  /// @param exercise the lift
  /// @param desk    watches over it
  /// @param manager has started the process; closed with this source
  /// @param board   looks at the computer; closed with this source
  /// @param log     told what the system grants the loop and where the recording is
  LiveSource(BarConfig config, Pins pins, ChipRack rack, Sampling sampling, Exercise exercise, HealthDesk desk,
      ServiceManager manager, BoardWatch board, Consumer<String> log) {
    super(config, pins, sampling, exercise, desk);
    this.manager = manager;
    this.board = board;
    this.log = log;
    this.wishes = config.loop();
    this.loop = new SamplingLoop(sampling.agent, sampling.statistics, RealTime.loop(wishes),
        wishes.wake() == BarConfig.Wake.DATA_READY ? rack.firstDataReady() : null,
        report -> report.steps().forEach(step -> log.accept(step.line())));
  }

  @Override
  public void accompany(Companions companions) {
    super.accompany(companions);
    idle = companions.idle();
    Journal journal = companions.journal();
    if (journal != null) {
      board.watch(journal.folder());
    }
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    if (!started) {
      started = true;
      if (sampling.recorder != null) {
        sampling.recorder.start();
      }
      loop.start();
      board.start();
      RealTime.measure(wishes);
    }
    if (isStopping()) {
      closeLoop();
    }
    look();
    while (!sampling.next(frame)) {
      if (ended) {
        RealTime.endMeasuring(wishes);
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
        look();
        idle.accept(System.nanoTime());
      }
    }
    desk.onFrame();
    return true;
  }

  private void look() {
    // Its end is no failure of the bar's.
    if (!closed) {
      desk.look(System.nanoTime());
    }
    Recorder recorder = sampling.recorder;
    Path now = recorder == null ? null : recorder.file();
    if (now != null && !now.equals(recording)) {
      recording = now;
      log.accept("black box: " + now);
    }
  }

  /// Nothing more will be sampled; what was, is still to be given.
  private void closeLoop() {
    if (!closed) {
      loop.close();
      closed = true;
      desk.end(loop.failure(), System.nanoTime());
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
    // Closed from the last to the first.
    try (manager; board) {
      if (started) {
        closeLoop();
      }
      super.close();
    }
  }
}
