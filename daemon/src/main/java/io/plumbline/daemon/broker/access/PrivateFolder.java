package io.plumbline.daemon.broker.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A folder whose files only their owner may use, each replaced as a whole: whatever happens, a power cut too, the old or the new one is there.
public final class PrivateFolder {
  private static final FileAttribute<?> FOLDER = PosixFilePermissions
      .asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> FILE = PosixFilePermissions
      .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;

  private PrivateFolder(Path path) {
    this.path = path;
  }

  /// Makes it where it is missing.
  ///
  /// @throws IOException where it cannot be used; the message is one line for a person
  public static PrivateFolder open(Path path) throws IOException {
    try {
      Path above = path.toAbsolutePath().getParent();
      if (above != null) {
        Files.createDirectories(above);
      }
      if (!Files.isDirectory(path)) {
        Files.createDirectory(path, FOLDER);
      }
      return new PrivateFolder(path);
    } catch (IOException e) {
      throw new IOException(path + " cannot be made: is the folder above it yours?", e);
    }
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// One of its files, there or not.
  public Path file(String name) {
    return path.resolve(name);
  }

  /// Writes a text as UTF-8. On the disk when this returns.
  public void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes bytes. On the disk when this returns.
  public void write(String name, byte[] content) throws IOException {
    Path draft = Files.createTempFile(path, name, ".part", FILE);
    try {
      try (FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    // The name too has to survive a power cut.
    try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
