package io.plumbline.bar.app;

import io.plumbline.bar.app.Pins.StepClock;
import io.plumbline.bar.command.Fittings;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.cue.CuePlayer;
import io.plumbline.bar.health.BoardReader;
import io.plumbline.bar.health.ServiceReports;
import io.plumbline.bar.health.Signs;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.technique.Baseline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A bar with chips, opened: the source of its frames, its recording, and what holds them. Whoever opened it closes it, after the source has
/// been read to its end or been stopped.
public final class LiveBar implements AutoCloseable {
  private final Pins pins;
  private final ChipRack rack;
  private final Sampling sampling;
  private final ChipSource source;
  private final CuePlayer cues;
  private final SessionNotes session;
  private final BarConfig config;

  /// What a person says of a session.
  ///
  /// @param exercise the lift, null to leave it to the pins
  /// @param athlete  who lifts, null where not known
  /// @param setPause see [StreamContext]
  /// @param record   folder of the black box, null to record nothing
  /// @param baseline what is usual for the athlete, by exercise; gives null where nothing is known
  public record Session(String journalId, @Nullable Exercise exercise, @Nullable String athlete, Duration setPause,
      @Nullable Path record, Function<Exercise, @Nullable Baseline> baseline) {
    /// Of an athlete of whom nothing is known.
    public Session(String journalId, @Nullable Exercise exercise, @Nullable String athlete, Duration setPause,
        @Nullable Path record) {
      this(journalId, exercise, athlete, setPause, record, lift -> null);
    }
  }

  private LiveBar(BarConfig config, Pins pins, ChipRack rack, Sampling sampling, ChipSource source,
      CuePlayer cues, SessionNotes session) {
    this.config = config;
    this.pins = pins;
    this.rack = rack;
    this.sampling = sampling;
    this.source = source;
    this.cues = cues;
    this.session = session;
  }

  /// Opens the chips; one that is not there is tried again for ever.
  ///
  /// @param log  told one line a thing that a person may want to know
  /// @param warn told what is not as it should be
  public static LiveBar open(BarConfig config, Pins pins, Session wish, Consumer<String> log,
      Consumer<String> warn) {
    Exercise exercise = wish.exercise == null ? pins.exercise() : wish.exercise;
    SessionNotes session = new SessionNotes(wish.journalId, exercise, wish.athlete, wish.setPause,
        wish.baseline.apply(exercise));
    ChipRack rack = ChipRack.open(config, pins.providers(config));
    try {
      CuePlayer cues = new CuePlayer(rack.voices(config.cues()), log, warn);
      rack.problems().forEach(warn);
      Path folder = wish.record;
      BlackBoxPlan plan = folder == null ? null : new BlackBoxPlan(config, folder, session);
      StepClock clock = pins.clock();
      Sampling sampling = new Sampling(config, rack, plan, clock == null ? System::nanoTime : clock::nowNs);
      ChipSource source = clock == null
          ? live(config, pins, rack, sampling, exercise, folder, log, warn)
          // Whoever moves the clock on is no computer on a bar, and no service.
          : new SteppedSource(config, pins, clock, sampling, cues, exercise, new HealthDesk(rack, sampling,
              config.health().selfTestOnStart(), () -> Signs.Board.UNKNOWN, ServiceReports.none(), warn));
      if (clock == null) {
        cues.start(() -> RealTime.playCues(config.loop()));
      }
      return new LiveBar(config, pins, rack, sampling, source, cues, session);
    } catch (RuntimeException e) {
      rack.close();
      throw e;
    }
  }

  private static LiveSource live(BarConfig config, Pins pins, ChipRack rack, Sampling sampling, Exercise exercise,
      @Nullable Path record, Consumer<String> log, Consumer<String> warn) {
    BoardWatch board = new BoardWatch(new BoardReader(Path.of("/")));
    if (record != null) {
      board.watch(record);
    }
    ServiceManager manager = ServiceManager.of(System.getenv(), ProcessHandle.current().pid(), warn);
    HealthDesk desk = new HealthDesk(rack, sampling, config.health().selfTestOnStart(), board::latest,
        manager.reports(), warn);
    return new LiveSource(config, pins, rack, sampling, exercise, desk, manager, board, log);
  }

  /// The frames.
  public FrameSource source() {
    return source;
  }

  /// Plays the cues among the payloads that it gets at the bar's own outputs; on the thread that measures, which never waits for it.
  public PayloadSink cues() {
    return cues;
  }

  /// What commands reach of it.
  ///
  /// @param environment of the process
  public Fittings fittings(Map<String, String> environment) {
    return new LiveFittings(config, sampling, rack.streams(), cues, environment);
  }

  /// Has the recording begin with what an earlier run was told.
  ///
  /// @param context that the summaries begin with
  public void recordStart(StreamContext context) {
    if (context.plannedReps() != null || context.stopLimits() != null) {
      fittings(Map.of()).record("start", Measurement.NO_FRAME, context);
    }
  }

  /// What the summaries need to know.
  public StreamContext context() {
    return session.context(config.bar().id(), source);
  }

  /// One line for each chip that gives no samples.
  public List<String> complaints() {
    return sampling.health().complaints();
  }

  /// One line that says what was lost on the way; empty where nothing was.
  public Optional<String> losses() {
    SamplingHealth health = sampling.health();
    List<String> parts = new ArrayList<>();
    for (SamplingHealth.Chip chip : health.chips()) {
      if (chip.lost() > 0) {
        parts.add(chip.name() + " " + chip.lost() + " of " + (chip.samples() + chip.lost()));
      }
    }
    if (health.loop().pipelineDropped() > 0) {
      parts.add("on the way to the pipeline " + health.loop().pipelineDropped());
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("samples lost: " + String.join(", ", parts) + " (" + health.loop().skipped() + " of "
            + (health.loop().skipped() + health.loop().passes()) + " passes came too late)");
  }

  /// Where the recording is, empty where none is made.
  public Optional<String> recording() {
    return Optional.ofNullable(sampling.recorder)
        .map(recorder -> recorder.file() == null ? "nothing" : String.valueOf(recorder.file()));
  }

  /// What ended the reading of the chips or the recording unasked, empty where nothing did.
  public Optional<Throwable> failure() {
    return source.failure().or(() -> Optional.ofNullable(sampling.recorder).map(Recorder::failure));
  }

  /// Rows that are missing in the recording; complete after [#close].
  public long unrecordedRows() {
    Recorder recorder = sampling.recorder;
    return recorder == null ? 0 : recorder.droppedRows();
  }

  /// Ends the recording, switches the outputs off and lets the chips go.
  @Override
  public void close() {
    // Closed from the last to the first, each whatever becomes of the others.
    try (pins; rack; cues; source) {
      source.stop();
    }
  }
}
