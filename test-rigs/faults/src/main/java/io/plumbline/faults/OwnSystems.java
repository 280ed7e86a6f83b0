package io.plumbline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether file systems and networks can be made here: even the superuser may not in many a container. Tried once.
final class OwnSystems {
  private static final boolean CAN = Tools.isRoot() && tried();

  private OwnSystems() {}

  static boolean canBeMade() {
    return CAN;
  }

  private static boolean tried() {
    try {
      Path trial = Files.createTempDirectory("plumbline-trial");
      Thread onExit = Made.guard(() -> {
        Made.undoAll();
        deleteQuietly(trial);
      });
      try (Namespace network = Namespace.make(true); Disk disk = Disk.make(trial, true)) {
        return network.isOwn() && disk.isMounted();
      } catch (IllegalStateException | UncheckedIOException e) {
        return false;
      } finally {
        FaultsCommand.delete(trial);
        Made.release(onExit);
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      FaultsCommand.delete(folder);
    } catch (IOException e) {
      // The thread that tries deletes it too.
    }
  }
}
