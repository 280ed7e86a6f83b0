package io.plumbline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The folder that this build is in.
public final class Repository {
  /// Its root.
  public static final Path ROOT = find(Path.of("").toAbsolutePath());

  private Repository() {}

  private static Path find(Path from) {
    for (Path folder = from; folder != null; folder = folder.getParent()) {
      if (Files.isExecutable(folder.resolve("plumbline"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no launcher in " + from + " or above it");
  }

  /// Folders of compiled classes of all modules.
  ///
  /// @param kind `classes` or `test-classes`
  public static List<Path> compiled(String kind) {
    try (Stream<Path> modules = Stream.of("firmware-java", "daemon", "test-rigs").map(ROOT::resolve)
        .flatMap(Repository::withChildren)) {
      return modules.map(module -> module.resolve("target").resolve(kind)).filter(Files::isDirectory).toList();
    }
  }

  private static Stream<Path> withChildren(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), children.filter(Files::isDirectory).toList().stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
