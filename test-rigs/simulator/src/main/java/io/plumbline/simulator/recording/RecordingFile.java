package io.plumbline.simulator.recording;

import io.plumbline.simulator.run.Phase;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.run.Timeline;
import io.plumbline.simulator.scenario.Scenario;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.DoubleConsumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A recording on disk: complete or not there.
public final class RecordingFile {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ROWS_A_REPORT = 500;
  private static final Phase[] PHASES = Phase.values();

  private RecordingFile() {}

  /// What was written.
  ///
  /// @param seconds of the recording
  public record Written(int reps, long rows, double seconds) {}

  /// Writes a whole run to `file`, gzip where its name ends in `.gz`; an older file of that name is replaced at the very end. Takes little
  /// memory: rows wait in a second file beside it until the reps are known that the header tells and the phases follow from.
  ///
  /// @param at told the time within the run now and then, s
  public static Written write(Path file, Scenario scenario, long seed, DoubleConsumer at) throws IOException {
    Simulation run = new Simulation(scenario, seed, 0);
    RecordingWriter recording = new RecordingWriter(scenario, run.columns());
    try (Draft spool = new Draft(file.resolveSibling(file.getFileName() + ".rows")); Draft draft = new Draft(file)) {
      Written written = spool(run, recording, spool.path(), at);
      String header = recording.header(seed, run.reps());
      Timeline timeline = new Timeline(run.reps(), scenario.exercise().start());
      try (OutputStream out = open(draft.path(), file.toString().endsWith(".gz"));
          DataInputStream rows = new DataInputStream(
              new BufferedInputStream(Files.newInputStream(spool.path()), BUFFER_BYTES))) {
        out.write(header.getBytes(StandardCharsets.UTF_8));
        for (long row = 0; row < written.rows(); row++) {
          Phase phase = timeline.at(rows.readDouble(), PHASES[rows.readByte()]);
          out.write(rows.readNBytes(rows.readShort()));
          out.write((',' + phase.id() + '\n').getBytes(StandardCharsets.US_ASCII));
        }
      }
      draft.keep();
      return written;
    }
  }

  private static Written spool(Simulation run, RecordingWriter recording, Path file, DoubleConsumer at)
      throws IOException {
    long count = 0;
    double firstS = 0;
    double lastS = 0;
    try (DataOutputStream rows = new DataOutputStream(new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES))) {
      while (run.advance()) {
        byte[] row = recording.row(run).toString().getBytes(StandardCharsets.US_ASCII);
        rows.writeDouble(run.trueTimeS());
        rows.writeByte(run.outside().ordinal());
        rows.writeShort(row.length);
        rows.write(row);
        lastS = run.timeS();
        firstS = count == 0 ? lastS : firstS;
        count++;
        if (count % ROWS_A_REPORT == 0) {
          at.accept(lastS);
        }
      }
    }
    return new Written(run.reps().size(), count, lastS - firstS);
  }

  private static OutputStream open(Path file, boolean zipped) throws IOException {
    OutputStream raw = new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES);
    // The JDK writes no time into the gzip header, so that the same samples are the same bytes.
    return zipped ? new BufferedOutputStream(new FastGzip(raw), BUFFER_BYTES) : raw;
  }

  /// Digits of noise hardly pack better for more effort, and a recording should not wait for its packing.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
