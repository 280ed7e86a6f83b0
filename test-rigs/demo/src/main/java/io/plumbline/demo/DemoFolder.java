package io.plumbline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where the demo's broker and database live.
final class DemoFolder {
  private final Path path;
  private final boolean temporary;

  private DemoFolder(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /// A folder that is deleted at the end.
  static DemoFolder temporary() throws IOException {
    return new DemoFolder(Files.createTempDirectory("plumbline-demo"), true);
  }

  /// A folder that stays.
  static DemoFolder kept(Path folder) {
    return new DemoFolder(folder.toAbsolutePath().normalize(), false);
  }

  Path path() {
    return path;
  }

  /// What becomes of it, for the person.
  String fate() {
    return temporary ? "Nothing was kept (--data FOLDER keeps it)." : "Kept in " + path + ".";
  }

  /// Deletes it where it is temporary. To be called once nothing uses it any more.
  synchronized void discard() {
    if (!temporary || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
