package io.plumbline.blackbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What can be told of a file without reading it.
public final class BlackBoxFile {
  /// How the names of recordings end.
  public static final String EXTENSION = ".plbb";

  private BlackBoxFile() {}

  /// Whether this is a regular file that begins as a recording does, or at least is named as one, as its beginning may be damaged.
  public static boolean isBlackBox(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    if (file.toString().endsWith(EXTENSION)) {
      return true;
    }
    ByteBuffer beginning = ByteBuffer.allocate(BlockFormat.MARKER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (beginning.hasRemaining()) {
        if (channel.read(beginning) < 0) {
          return false;
        }
      }
    }
    return beginning.getLong(0) == BlockFormat.MARKER;
  }
}
