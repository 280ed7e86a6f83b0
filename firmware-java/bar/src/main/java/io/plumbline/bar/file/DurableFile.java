package io.plumbline.bar.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A small file that is replaced as a whole: whatever happens, a power cut too, the old one or the new one is there.
public final class DurableFile {
  private DurableFile() {}

  /// Writes a text as UTF-8 to a draft beside the target, makes it durable, then gives it the target's name. Makes the folder where it is missing.
  public static void write(Path target, String text) throws IOException {
    write(target, text, new FileAttribute<?>[0]);
  }

  /// The same with these permissions.
  public static void write(Path target, String text, Set<PosixFilePermission> permissions) throws IOException {
    write(target, text, PosixFilePermissions.asFileAttribute(permissions));
  }

  private static void write(Path target, String text, FileAttribute<?>... attributes) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(target + " has no folder");
    }
    Files.createDirectories(folder);
    Path draft = target.resolveSibling(target.getFileName() + ".part" + ProcessHandle.current().pid());
    try {
      Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
      try (FileChannel channel = FileChannel.open(draft, options, attributes)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    // The name too has to survive a power cut.
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
