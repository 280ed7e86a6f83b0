package io.plumbline.simulator.recording;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A recording on disk: complete or not there.
public final class RecordingFile {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ROWS_A_REPORT = 500;

  private RecordingFile() {}

  /// What was written.
  ///
  /// @param seconds of the recording
  public record Written(int reps, long rows, double seconds) {}

  /// Writes a whole run to `file`, gzip where its name ends in `.gz`; an older file of that name is replaced at the very end. Takes little
  /// memory.
  ///
  /// @param at told the time within the run now and then, s
  public static Written write(Path file, Scenario scenario, long seed, DoubleConsumer at) throws IOException {
    Simulation run = new Simulation(scenario, seed, 0);
    List<RepTruth> reps = run.reps();
    try (Draft draft = new Draft(file)) {
      long rows = 0;
      double firstS = 0;
      double lastS = 0;
      try (Writer out = open(draft.path(), file.toString().endsWith(".gz"))) {
        RecordingWriter recording = new RecordingWriter(out, scenario);
        recording.header(scenario, seed, reps, run.columns());
        while (run.advance()) {
          recording.row(run);
          lastS = run.timeS();
          firstS = rows == 0 ? lastS : firstS;
          rows++;
          if (rows % ROWS_A_REPORT == 0) {
            at.accept(lastS);
          }
        }
      }
      draft.keep();
      return new Written(reps.size(), rows, lastS - firstS);
    }
  }

  private static Writer open(Path file, boolean zipped) throws IOException {
    OutputStream raw = new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES);
    // The JDK writes no time into the gzip header, so that the same samples are the same bytes.
    OutputStream bytes = zipped ? new FastGzip(raw) : raw;
    return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER_BYTES);
  }

  /// Digits of noise hardly pack better for more effort, and a recording should not wait for its packing.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
