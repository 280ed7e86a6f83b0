package io.plumbline.simulator;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/// A recording on disk: complete or not there. It grows under another name and is renamed at the end.
final class RecordingFile {
  private RecordingFile() {}

  /// Writes the whole set to `file`, gzip where its name ends in `.gz`.
  ///
  /// @param written told how many samples are written, now and then
  static void write(Path file, LiftPlan lift, SensorPlan sensors, LongConsumer written) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".part" + ProcessHandle.current().pid());
    try {
      try (Writer out = open(partial, file.toString().endsWith(".gz"))) {
        SimulatedLift set = new SimulatedLift(lift, sensors, 0);
        RecordingWriter recording = new RecordingWriter(out);
        recording.header(lift, sensors, set);
        for (long rows = 1; set.advance(); rows++) {
          recording.row(set);
          if (rows % 1000 == 0) {
            written.accept(rows);
          }
        }
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static Writer open(Path file, boolean zipped) throws IOException {
    OutputStream raw = new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    // The JDK writes no time into the gzip header, so that the same samples are the same bytes.
    OutputStream bytes = zipped ? new GZIPOutputStream(raw, 1 << 16) : raw;
    return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
  }
}
