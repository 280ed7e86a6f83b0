package io.plumbline.bar.app;

import io.plumbline.bar.app.LiveBar.Session;
import io.plumbline.bar.calibration.Guide;
import io.plumbline.bar.calibration.Procedure;
import io.plumbline.bar.calibration.Wish;
import io.plumbline.bar.check.Pacer;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.blackbox.BlackBoxReader;
import io.plumbline.blackbox.BlackBoxWriter;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipDriver;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Feeds a calibration: with a bar's chips, or with the black box of an earlier session.
public final class CalibrationBench {
  private static final int ROWS = 1024;

  private CalibrationBench() {}

  /// With chips, until everything is done or the pins end.
  ///
  /// @param session where to record, and as what
  /// @param warn    told what is not as it should be
  public static Procedure live(BarConfig config, Pins pins, Wish wish, Session session, Guide guide,
      Consumer<String> warn) {
    try (ChipRack rack = ChipRack.open(config, pins.providers(config))) {
      rack.problems().forEach(warn);
      Pacer pacer = CheckBench.pacer(config, pins.clock());
      BlackBoxWriter recorder = recorder(config, session, pins, rack, pacer.nowNs());
      Procedure procedure = new Procedure(rack.streams(), config, wish, guide);
      procedure.begin();
      RawBatch rows = new RawBatch(ROWS);
      ComplaintWatch watch = new ComplaintWatch(rack.drivers(), warn);
      long nowNs = pacer.nowNs();
      while (!procedure.isDone() && !pins.isOver()) {
        nowNs = pacer.nextNs();
        rows.clear();
        for (ChipDriver driver : rack.drivers()) {
          driver.poll(rows, nowNs);
          nowNs = pacer.nowNs();
          driver.pollEnded(nowNs);
        }
        procedure.accept(rows);
        watch.look(nowNs);
        if (recorder != null) {
          recorder.append(rows, nowNs);
          recorder.work(nowNs);
        }
      }
      if (recorder != null) {
        recorder.close(nowNs);
      }
      return procedure;
    }
  }

  private static @Nullable BlackBoxWriter recorder(BarConfig config, Session session, Pins pins, ChipRack rack,
      long nowNs) {
    Path folder = session.record();
    return folder == null
        ? null
        : new BlackBoxPlan(config, folder,
            new SessionNotes(session.journalId(), pins.exercise(), session.athlete(), session.setPause(), null))
            .open(rack.streams(), nowNs);
  }

  /// A black box of a bar, opened for calibration: its files in their order.
  public static final class Playback implements Closeable {
    private final List<BlackBoxReader> readers;
    private final BlackBoxHeader header;
    private final BarConfig config;

    private Playback(List<BlackBoxReader> readers, BlackBoxHeader header, BarConfig config) {
      this.readers = readers;
      this.header = header;
      this.config = config;
    }

    /// Opens the files of one recording.
    ///
    /// @throws ConfigException where a header or the configuration cannot be used, or files do not belong together
    public static Playback open(List<Path> files) throws IOException, ConfigException {
      List<BlackBoxReader> readers = new ArrayList<>();
      try {
        BlackBoxHeader first = null;
        for (Path file : files) {
          BlackBoxReader reader = BlackBoxReader.open(file, event -> {});
          readers.add(reader);
          BlackBoxHeader header = reader.header();
          if (header == null) {
            throw new ConfigException(file + ": has no header of a black box in it; record with --record FOLDER");
          }
          if (first != null && !first.journalId().equals(header.journalId())) {
            throw new ConfigException(file + ": is of another recording than " + files.getFirst() + "; play one");
          }
          first = first == null ? header : first;
        }
        BlackBoxHeader header = Objects.requireNonNull(first, "no file");
        readers.sort(Comparator.comparingLong(BlackBoxReader::fileNumber));
        return new Playback(readers, header, BlackBoxFrames.config(header));
      } catch (IOException | ConfigException | RuntimeException e) {
        closeAll(readers);
        throw e;
      }
    }

    /// The configuration of that session, as it was in force.
    public BarConfig config() {
      return config;
    }

    /// When it was recorded.
    public Instant began() {
      return Instant.ofEpochMilli(header.start().wallMs());
    }

    /// Plays it, until everything is done or it ends.
    ///
    /// @param warn told where it is damaged
    public Procedure run(Wish wish, Guide guide, Consumer<String> warn) throws IOException {
      Procedure procedure = new Procedure(header.streams(), config, wish, guide);
      procedure.begin();
      RawBatch rows = new RawBatch(ROWS);
      for (BlackBoxReader reader : readers) {
        while (!procedure.isDone() && reader.next(rows)) {
          procedure.accept(rows);
        }
        if (reader.report().damageCount() > 0) {
          warn.accept("the recording is damaged in " + reader.report().damageCount()
              + " places; what is whole was played ('plumbline blackbox verify' says what is lost)");
        }
      }
      return procedure;
    }

    private static void closeAll(List<BlackBoxReader> readers) throws IOException {
      for (BlackBoxReader reader : readers) {
        reader.close();
      }
    }

    @Override
    public void close() throws IOException {
      closeAll(readers);
    }
  }
}
