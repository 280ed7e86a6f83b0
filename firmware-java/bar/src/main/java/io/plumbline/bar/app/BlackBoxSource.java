package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.sampling.FrameAssembler;
import io.plumbline.bar.sampling.SensorDecoder;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.blackbox.BlackBoxEvent;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.blackbox.BlackBoxReader;
import io.plumbline.blackbox.BlackBoxReport;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A black box as a source, as fast as it is asked: the frames that the bar had, by the configuration and under the keys of that session.
public final class BlackBoxSource implements FrameSource, Closeable {
  private static final int ROWS = 4096;
  /// One a second for more than an hour, which is a file's age.
  private static final int MOST_CHANGES = 4096;

  private final BlackBoxReader reader;
  private final BarConfig config;
  private final SessionNotes session;
  private final SensorDecoder decoder;
  private final FrameAssembler assembler;
  private final RawBatch batch = new RawBatch(ROWS);
  private final Deque<SessionChange> changes;
  private boolean ended;
  private boolean held;
  private long frames;

  private BlackBoxSource(BlackBoxReader reader, BlackBoxHeader header, BarConfig config, Deque<SessionChange> changes) {
    this.changes = changes;
    this.reader = reader;
    this.config = config;
    this.session = SessionNotes.of(header.journalId(), header.metadata());
    this.decoder = new SensorDecoder(header.streams(), config);
    this.assembler = new FrameAssembler(decoder);
  }

  /// Opens a file.
  ///
  /// @throws ConfigException where its configuration cannot be used, with one line for a person
  /// @throws IOException     where it cannot be read
  public static BlackBoxSource open(Path file) throws IOException, ConfigException {
    Deque<SessionChange> changes = changes(file);
    BlackBoxReader reader = BlackBoxReader.open(file, event -> {});
    try {
      BlackBoxHeader header = reader.header();
      if (header == null) {
        throw new ConfigException(reader.isNewerFormat()
            ? "is of a newer format than this build reads: use a newer Plumbline"
            : "has no header left, so nobody knows what its samples mean; 'plumbline blackbox verify' says what is lost");
      }
      return new BlackBoxSource(reader, header, BlackBoxFrames.config(header), changes);
    } catch (ConfigException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /// Looked for first, because a change may stand behind the rows that it is about.
  private static Deque<SessionChange> changes(Path file) throws IOException, ConfigException {
    Set<BlackBoxEvent> events = new LinkedHashSet<>();
    try (BlackBoxReader reader = BlackBoxReader.open(file, event -> {
      if (event.kind().equals(BlackBoxEvent.CHANGE) && events.size() <= MOST_CHANGES) {
        events.add(event);
      }
    })) {
      RawBatch rows = new RawBatch(ROWS);
      while (reader.next(rows)) {
        rows.clear();
      }
    }
    if (events.size() > MOST_CHANGES) {
      throw new ConfigException("has more than " + MOST_CHANGES + " changes by commands, which no session has");
    }
    List<SessionChange> all = new ArrayList<>();
    for (BlackBoxEvent event : events) {
      all.add(SessionChange.of(event));
    }
    all.sort(Comparator.comparingLong(SessionChange::lastFrameNs));
    return new ArrayDeque<>(all);
  }

  /// Gives a measurement all frames, and does to it what commands did, each between the same two frames.
  ///
  /// @param onFrame asked after each frame whether to go on
  public void play(Measurement measurement, BooleanSupplier onFrame) throws IOException {
    SensorFrame frame = new SensorFrame();
    change(measurement, firstRowNs());
    while (next(frame)) {
      if (held) {
        measurement.pass(frame);
      } else {
        measurement.accept(frame);
      }
      change(measurement, frame.timeNs() + 1);
      if (!onFrame.getAsBoolean()) {
        return;
      }
    }
  }

  /// What was changed behind an earlier file's last instant holds from this one's first.
  private long firstRowNs() throws IOException {
    long firstNs = Long.MAX_VALUE;
    if (reader.next(batch)) {
      for (int row = 0; row < batch.size(); row++) {
        firstNs = Math.min(firstNs, batch.timeNs(row));
      }
      assembler.accept(batch);
    }
    return firstNs;
  }

  private void change(Measurement measurement, long beforeNs) {
    while (!changes.isEmpty() && changes.getFirst().lastFrameNs() < beforeNs) {
      changes.removeFirst().apply(measurement, this);
    }
  }

  /// Whether frames from the next one on are kept from the measuring.
  void hold(boolean from) {
    held = from;
  }

  /// Other zeros of the load cells from the next frame on, null for those of the configuration.
  void setZeros(@Nullable List<Double> zeroRatio) {
    List<Double> usual = config.force().zeroRatio();
    if (zeroRatio == null || zeroRatio.size() == usual.size()) {
      decoder.setZeros(zeroRatio == null ? usual : zeroRatio);
    }
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    while (!assembler.next(frame)) {
      if (ended) {
        return false;
      }
      if (reader.next(batch)) {
        assembler.accept(batch);
      } else {
        assembler.end();
        ended = true;
      }
    }
    frames++;
    return true;
  }

  /// What the summaries need to know: the same as when it was recorded.
  public StreamContext context() {
    return session.context(config.bar().id(), this);
  }

  /// Frames so far.
  public long frames() {
    return frames;
  }

  /// How far it has been read.
  public long positionBytes() {
    return reader.positionBytes();
  }

  /// What is damaged; complete at the end.
  public BlackBoxReport report() throws IOException {
    return reader.report();
  }

  @Override
  public BarSetup setup() {
    return BarSetups.of(config);
  }

  @Override
  public List<String> calibrationIds() {
    return config.calibrationIds();
  }

  @Override
  public Info.Mode mode() {
    return Info.Mode.REPLAY;
  }

  @Override
  public Set<Channel> channels() {
    return decoder.channels();
  }

  @Override
  public Exercise exercise() {
    return session.exercise();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
