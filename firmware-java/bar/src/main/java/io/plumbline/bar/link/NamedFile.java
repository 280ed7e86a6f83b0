package io.plumbline.bar.link;

import io.plumbline.bar.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// A file that the configuration names.
///
/// @param place where, for people: `bar.toml:5: link.tls_ca`
record NamedFile(String place, Path path) {
  private static final Set<PosixFilePermission> OWNERS = EnumSet.of(PosixFilePermission.OWNER_READ,
      PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

  /// What is wrong with it, and how it may be mended.
  ConfigException refuse(String reason) {
    return new ConfigException(place + ": " + path + ": " + reason);
  }

  /// Refuses a file that group or others may use.
  void requirePrivate() throws ConfigException {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      if (!OWNERS.containsAll(permissions)) {
        throw refuse("others than its owner may use it (" + PosixFilePermissions.toString(permissions)
            + "): chmod 600 " + path);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw refuse("who may read it cannot be found out (" + e.getMessage() + ")");
    }
  }
}
