package io.plumbline.daemon.app;

import io.plumbline.daemon.ingest.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Remembers in the data folder which shares this daemon had a part in: the broker goes on putting messages aside for it until it is told otherwise.
final class FormerShares {
  private static final String FILE = "broker-shares";

  private FormerShares() {}

  /// The shares of former starts; the present one is added.
  ///
  /// @param present null for none
  static List<String> with(@Nullable String present, Path folder) throws DaemonStartException {
    Path file = folder.resolve(FILE);
    try {
      List<String> names = new ArrayList<>();
      if (Files.exists(file)) {
        Files.readAllLines(file).stream().filter(Sharing::isName).forEach(names::add);
      }
      if (present != null && !names.contains(present)) {
        names.add(present);
        Path fresh = file.resolveSibling(FILE + ".new");
        Files.write(fresh, names);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return names;
    } catch (IOException e) {
      throw new DaemonStartException("data folder: " + file + " cannot be used (" + e.getMessage() + ")", e);
    }
  }
}
