package io.plumbline.bar.app;

import io.plumbline.bar.app.LiveBar.Session;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
  public static Procedure live(BarConfig config, Pins pins, Wish wish, Session session, Consumer<String> guide,
      Consumer<String> warn) {
    try (ChipRack rack = ChipRack.open(config, pins.providers(config))) {
      rack.problems().forEach(warn);
      Pacer pacer = CheckBench.pacer(config, pins.clock());
      BlackBoxWriter recorder = recorder(config, session, pins, rack, pacer.nowNs());
      Procedure procedure = new Procedure(rack.streams(), config, wish, guide);
      procedure.begin();
      RawBatch rows = new RawBatch(ROWS);
      ComplaintWatch watch = new ComplaintWatch(rack.drivers(), null, warn, warn);
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
            new SessionNotes(session.journalId(), pins.exercise(), session.athlete(), session.setPause()))
            .open(rack.streams(), nowNs);
  }

  /// A black box of a bar, opened for calibration.
  ///
  /// @param config of that session, as it was in force
  /// @param began  when
  public record Playback(BlackBoxReader reader, BlackBoxHeader header, BarConfig config, Instant began)
      implements
        AutoCloseable {
    /// Opens one.
    ///
    /// @throws ConfigException where its header or its configuration cannot be used
    public static Playback open(Path file) throws IOException, ConfigException {
      BlackBoxReader reader = BlackBoxReader.open(file, event -> {});
      try {
        BlackBoxHeader header = reader.header();
        if (header == null) {
          throw new ConfigException(file + ": has no header of a black box in it; record with --record FOLDER");
        }
        return new Playback(reader, header, BlackBoxFrames.config(header),
            Instant.ofEpochMilli(header.start().wallMs()));
      } catch (ConfigException | RuntimeException e) {
        reader.close();
        throw e;
      }
    }

    /// Plays it, until everything is done or it ends.
    public Procedure run(Wish wish, Consumer<String> guide) throws IOException {
      Procedure procedure = new Procedure(header.streams(), config, wish, guide);
      procedure.begin();
      RawBatch rows = new RawBatch(ROWS);
      while (!procedure.isDone() && reader.next(rows)) {
        procedure.accept(rows);
      }
      return procedure;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
