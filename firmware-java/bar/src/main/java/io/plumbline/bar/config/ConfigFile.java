package io.plumbline.bar.config;

import io.plumbline.bar.file.DurableFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A person's configuration file as a file.
public final class ConfigFile {
  private ConfigFile() {}

  /// Writes the file anew for this version, with its comments and permissions, and keeps the old one beside it.
  ///
  /// @return one line that says what was done
  /// @throws ConfigException where the file cannot be used or written; it is as it was then
  public static String migrate(Path file) throws ConfigException {
    ConfigMigration migration = ConfigMigration.of(file.toString(), Layer.text(file));
    String text = migration.versionedText();
    if (migration.changes().isEmpty() && text.equals(migration.text())) {
      return file + " is of version " + ConfigMigration.VERSION + " already; nothing was written";
    }
    // Nothing is made of a file that would be refused afterwards.
    new BarConfigReader().with(file.toString(), text).read();
    try {
      // What a link points to is replaced, not the link.
      Path real = file.toRealPath();
      Path old = real.resolveSibling(real.getFileName() + ".version-0");
      Files.copy(real, old, StandardCopyOption.COPY_ATTRIBUTES);
      DurableFile.write(real, text, Files.getPosixFilePermissions(real));
      String changes = migration.changes().isEmpty()
          ? "no setting had to be renamed"
          : String.join(", ", migration.changes());
      return file + " is of version " + ConfigMigration.VERSION + " now: " + changes + "; the old file is " + old;
    } catch (FileAlreadyExistsException e) {
      throw new ConfigException(e.getFile() + ": is there already: move it away, then migrate again");
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be written anew: " + e.getMessage());
    }
  }
}
