package io.plumbline.bar.recording;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Writes a recording row by row. A number becomes the shortest decimal text that reads back as the same number. Not thread-safe.
public final class RecordingWriter implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;
  /// Of all columns, with room to spare: no number is longer than 25 characters.
  private static final int MAX_ROW_BYTES = 4096;

  private final OutputStream out;
  private final Channel[] channels;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final StringBuilder row = new StringBuilder(MAX_ROW_BYTES);
  private int filled;
  private long rows;

  /// Writes the header.
  ///
  /// @param out      closed by [#close]
  /// @param metadata keys of the format with their values
  /// @param channels the columns beside time, in the order of [Channel]
  /// @throws IllegalArgumentException where a key is none of the format
  public RecordingWriter(OutputStream out, Map<String, String> metadata, Set<Channel> channels) throws IOException {
    this.out = out;
    this.channels = channels.isEmpty() ? new Channel[0] : EnumSet.copyOf(channels).toArray(new Channel[0]);
    StringBuilder header = new StringBuilder();
    meta(header, Metadata.VERSION_KEY, Metadata.VERSION);
    metadata.forEach((key, value) -> {
      if (!isKey(key)) {
        throw new IllegalArgumentException("'" + key + "' is no key of the recording format");
      }
      meta(header, key, value);
    });
    header.append("t_s");
    for (Channel channel : this.channels) {
      header.append(',').append(channel.column());
    }
    out.write(header.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Whether the format knows this key, apart from its version.
  public static boolean isKey(String key) {
    return !key.equals(Metadata.VERSION_KEY) && Metadata.KEYS.contains(key);
  }

  private static void meta(StringBuilder header, String key, String value) {
    header.append("# ").append(key).append(": ").append(value.replaceAll("\\p{Cntrl}+", " ")).append('\n');
  }

  /// Writes the frame as a row: what it has of the columns.
  public void write(SensorFrame frame) throws IOException {
    row.setLength(0);
    DecimalText.appendSeconds(row, frame.timeNs());
    for (Channel channel : channels) {
      row.append(',');
      if (frame.has(channel)) {
        DecimalText.append(row, frame.get(channel));
      }
    }
    row.append('\n');
    if (filled + row.length() > buffer.length) {
      flush();
    }
    for (int i = 0; i < row.length(); i++) {
      buffer[filled++] = (byte) row.charAt(i);
    }
    rows++;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }

  /// Rows written so far.
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
