package io.plumbline.bar.app;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// Ids of journals. The same recording has the same one whenever it is played, so that its summaries are stored once.
public final class JournalIds {
  private static final String RECORDING = "rec-";
  private static final int ID_BYTES = 8;
  private static final int BUFFER_BYTES = 64 * 1024;

  private JournalIds() {}

  /// The id of a recording: of its bytes where it is a file, a fresh one where it is a pipe, which can be read only once.
  public static String ofRecording(Path file) throws IOException {
    return Files.isRegularFile(file) ? RECORDING + HexFormat.of().formatHex(sha256(file), 0, ID_BYTES) : fresh();
  }

  /// An id that no other journal has.
  public static String fresh() {
    UUID random = UUID.randomUUID();
    byte[] bytes = ByteBuffer.allocate(2 * ID_BYTES).putLong(random.getMostSignificantBits())
        .putLong(random.getLeastSignificantBits()).array();
    return RECORDING + HexFormat.of().formatHex(newDigest().digest(bytes), 0, ID_BYTES);
  }

  private static byte[] sha256(Path file) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = new FileInputStream(file.toFile())) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return digest.digest();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
