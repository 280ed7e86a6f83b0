package io.plumbline.simulator.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that grows under another name beside its own and takes its name when it is complete. Whatever ends the work before, also an
/// interrupt from the keyboard, leaves nothing behind.
final class Draft implements AutoCloseable {
  private final Path file;
  private final Path path;
  private final Thread undo;

  Draft(Path file) {
    this.file = file;
    this.path = file.resolveSibling(file.getFileName() + ".part" + ProcessHandle.current().pid());
    this.undo = Thread.ofPlatform().name("remove " + path).unstarted(() -> {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // The process ends; nobody is left to be told.
      }
    });
    Runtime.getRuntime().addShutdownHook(undo);
  }

  Path path() {
    return path;
  }

  void keep() throws IOException {
    Files.move(path, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(undo);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook does the same.
    }
    Files.deleteIfExists(path);
  }
}
