package io.plumbline.bar.blackbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file under a name of its own until it is complete. However the work ends before, by Ctrl-C too, nothing of it stays.
final class Draft implements Closeable {
  private final Path target;
  private final Path path;
  private final Thread onExit;

  Draft(Path target) {
    this.target = target;
    this.path = target.resolveSibling(target.getFileName() + ".part" + ProcessHandle.current().pid());
    this.onExit = Thread.ofPlatform().name("discard " + path).unstarted(this::discard);
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  private void discard() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The program ends, and the name says what it is.
    }
  }

  /// Where to write.
  Path path() {
    return path;
  }

  /// Gives the file its name.
  ///
  /// @param replace whether it may take another file's place
  void keep(boolean replace) throws IOException {
    if (!replace && Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Files.move(path, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The program ends already.
    }
    Files.deleteIfExists(path);
  }
}
