package io.plumbline.daemon.broker.access;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// Where the running broker listens with TLS, written down for the commands beside it.
///
/// @param host every network for the wildcard address
public record Door(InetAddress host, int port) {
  private static final String FILE = "listening";

  /// Writes it down.
  public void write(PrivateFolder folder) throws IOException {
    folder.write(FILE, host.getHostAddress() + " " + port + "\n");
  }

  /// What a running broker wrote; empty where there is none.
  public static Optional<Door> read(PrivateFolder folder) throws IOException {
    try {
      String[] parts = Files.readString(folder.file(FILE)).strip().split(" ", -1);
      return parts.length == 2
          ? Optional.of(new Door(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1])))
          : Optional.empty();
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Says that nobody listens any more.
  public static void erase(PrivateFolder folder) throws IOException {
    Files.deleteIfExists(folder.file(FILE));
  }
}
