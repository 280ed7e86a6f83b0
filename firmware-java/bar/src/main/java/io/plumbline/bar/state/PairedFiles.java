package io.plumbline.bar.state;

import io.plumbline.bar.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// What `bar pair` leaves in the state folder: settings (`paired.toml`), the authority's certificate and the secret, each readable by its owner only. The
/// settings are written last and name the other two, which have another name each time: whatever happens, the old pairing or the new one is whole.
public final class PairedFiles {
  private static final String SETTINGS = "paired.toml";
  private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
      PosixFilePermission.OWNER_WRITE);
  private static final String AUTHORITY = "-ca.pem";
  private static final String SECRETS = "-secrets.toml";

  private final Path folder;
  private final String name;

  /// Of a new pairing.
  ///
  /// @param folder the state folder, made where missing
  /// @param name   of this pairing, another one each time
  public PairedFiles(Path folder, String name) {
    this.folder = folder.toAbsolutePath().normalize();
    this.name = name;
  }

  /// Where the settings of a pairing are, there or not.
  public static Path settings(Path folder) {
    return folder.resolve(SETTINGS);
  }

  /// Writes what the settings will name. Nothing is in force yet.
  public void prepare(String authorityPem, String secret) throws IOException {
    Files.createDirectories(folder);
    DurableFile.write(folder.resolve(name + AUTHORITY), authorityPem, OWNER);
    DurableFile.write(folder.resolve(name + SECRETS), "[link]\npassword = \"" + secret + "\"\n", OWNER);
  }

  /// Puts the pairing in force, in the place of an older one.
  public void commit(String barId, String broker, String user) throws IOException {
    DurableFile.write(folder.resolve(SETTINGS), """
      # Written by "plumbline bar pair". It goes before the bar's own settings, unless these name a broker.
      version = 1

      [bar]
      id = "%s"

      [link]
      broker = "%s"
      tls_ca = "%s"
      user = "%s"
      secrets = "%s"
      """.formatted(barId, broker, quoted(folder.resolve(name + AUTHORITY)), user,
        quoted(folder.resolve(name + SECRETS))), OWNER);
    remove(false);
  }

  /// Removes what was prepared.
  public void abandon() throws IOException {
    remove(true);
  }

  /// @param ours whether this pairing's files go, or those of all others
  private void remove(boolean ours) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String found = String.valueOf(file.getFileName());
        boolean isPart = found.startsWith("pair-") && (found.endsWith(AUTHORITY) || found.endsWith(SECRETS));
        if (isPart && found.startsWith(name + "-") == ours) {
          Files.delete(file);
        }
      }
    }
  }

  private static String quoted(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
