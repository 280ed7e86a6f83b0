package io.plumbline.bar.recording;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The bytes of a recording, plain or gzip, from a file or a pipe.
public final class RecordingInput implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int GZIP_MAGIC_0 = 0x1f;
  private static final int GZIP_MAGIC_1 = 0x8b;

  private final Counting source;
  private final InputStream text;
  private final long totalBytes;

  private RecordingInput(InputStream raw, long totalBytes) throws UnusableRecordingException, IOException {
    this.source = new Counting(raw);
    this.totalBytes = totalBytes;
    BufferedInputStream buffered = new BufferedInputStream(source, BUFFER_BYTES);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    if (first < 0) {
      throw new UnusableRecordingException("is empty; give a recording with a header row and rows");
    }
    this.text = first == GZIP_MAGIC_0 && second == GZIP_MAGIC_1 ? gunzip(buffered) : buffered;
  }

  /// Opens a file, a named pipe or a device.
  ///
  /// @throws UnusableRecordingException where there is nothing to read
  public static RecordingInput open(Path file) throws UnusableRecordingException, IOException {
    if (Files.isDirectory(file)) {
      throw new UnusableRecordingException("is a directory; give a recording in it");
    }
    if (!Files.exists(file)) {
      throw new UnusableRecordingException("no such file; check the path");
    }
    if (!Files.isReadable(file)) {
      throw new UnusableRecordingException("may not be read; check its permissions");
    }
    InputStream raw = new FileInputStream(file.toFile());
    try {
      return new RecordingInput(raw, Files.isRegularFile(file) ? Files.size(file) : -1);
    } catch (UnusableRecordingException | IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /// Reads a stream, such as standard input.
  public static RecordingInput of(InputStream stream) throws UnusableRecordingException, IOException {
    return new RecordingInput(stream, -1);
  }

  private static InputStream gunzip(InputStream compressed) throws UnusableRecordingException, IOException {
    try {
      return new GZIPInputStream(compressed, BUFFER_BYTES);
    } catch (EOFException | ZipException e) {
      throw new UnusableRecordingException("is a gzip file that is cut or damaged at its beginning; copy it again");
    }
  }

  /// The text, unpacked.
  InputStream text() {
    return text;
  }

  /// Size of the file, −1 where it is not known beforehand. May be asked from any thread.
  public long totalBytes() {
    return totalBytes;
  }

  /// Bytes of the file (not of the unpacked text) read so far. May be asked from any thread.
  public long readBytes() {
    return source.count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /// Counts what goes through.
  private static final class Counting extends FilterInputStream {
    private volatile long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      add(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      add(Math.max(0, read));
      return read;
    }

    /// Only the reading thread writes.
    private void add(int bytes) {
      long before = count;
      count = before + bytes;
    }
  }
}
