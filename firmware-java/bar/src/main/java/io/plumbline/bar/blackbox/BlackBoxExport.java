package io.plumbline.bar.blackbox;

import io.plumbline.bar.recording.RecordingWriter;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.blackbox.BlackBoxReader;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Turns black boxes into a recording of the exchange format: complete, or not there.
public final class BlackBoxExport {
  private static final int BATCH_ROWS = 1024;
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String GZIP = ".gz";

  private BlackBoxExport() {}

  /// Exports the files of one recording, in their order. A file whose name ends in `.gz` is packed.
  ///
  /// @param replace whether `target` may take another file's place
  /// @param onBatch called now and then
  /// @return rows written
  /// @throws IllegalArgumentException where no frames can be made of the recording
  /// @throws java.nio.file.FileAlreadyExistsException where it may not
  public static long write(List<BlackBoxReader> files, BlackBoxHeader header, FrameAssembly assembly, Path target,
      boolean replace, Runnable onBatch) throws IOException {
    try (Draft draft = new Draft(target)) {
      long rows;
      try (OutputStream out = open(draft.path(), target.toString().endsWith(GZIP));
          RecordingWriter writer = new RecordingWriter(out, metadata(header, assembly), assembly.channels())) {
        rows = copy(files, assembly, writer, onBatch);
      }
      draft.keep(replace);
      return rows;
    }
  }

  private static long copy(List<BlackBoxReader> files, FrameAssembly assembly, RecordingWriter writer,
      Runnable onBatch) throws IOException {
    RawBatch batch = new RawBatch(BATCH_ROWS);
    SensorFrame frame = new SensorFrame();
    for (BlackBoxReader file : files) {
      while (file.next(batch)) {
        assembly.accept(batch);
        writeAll(assembly, frame, writer);
        onBatch.run();
      }
    }
    assembly.end();
    writeAll(assembly, frame, writer);
    return writer.rows();
  }

  private static void writeAll(FrameAssembly assembly, SensorFrame frame, RecordingWriter writer) throws IOException {
    while (assembly.next(frame)) {
      writer.write(frame);
    }
  }

  private static OutputStream open(Path file, boolean packed) throws IOException {
    OutputStream raw = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return packed ? new FastGzip(raw) : raw;
  }

  /// Digits of noise hardly pack better for more effort.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /// What the exchange format knows of the setup and of the recording's metadata, which counts more, and where it comes from. Names of people
  /// are not among it.
  private static Map<String, String> metadata(BlackBoxHeader header, FrameAssembly assembly) {
    Map<String, String> metadata = new LinkedHashMap<>(SetupMetadata.of(assembly.setup(), assembly.channels()));
    header.metadata().forEach((key, value) -> {
      if (RecordingWriter.isKey(key)) {
        metadata.put(key, value);
      }
    });
    metadata.putIfAbsent("source", "black box of " + header.barId() + ", journal " + header.journalId() + ", software "
        + header.softwareVersion() + (header.gitCommit().isEmpty() ? "" : " (" + header.gitCommit() + ")"));
    return metadata;
  }
}
