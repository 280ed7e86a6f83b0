package io.plumbline.daemon.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A database file as a whole: is it one, is it sound, what is in it.
final class SqliteFile {
  private static final int BUSY_TIMEOUT_MS = 5000;

  private SqliteFile() {}

  /// Changes nothing of the file, not even its mode.
  static SQLiteDataSource source(Path file, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setReadOnly(readOnly);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /// What follows a question mark would be read as options.
  static void requireName(Path file) throws BackupException {
    if (file.toString().contains("?")) {
      throw new BackupException(file + " has a question mark in its name: choose another name");
    }
  }

  /// A database is not its own backup.
  static void requireTwo(Path backup, Path database) throws BackupException {
    try {
      if (Files.exists(backup) && Files.exists(database) && Files.isSameFile(backup, database)) {
        throw new BackupException(backup + " is the database itself: name another file");
      }
    } catch (IOException e) {
      throw new BackupException(backup + " cannot be read: " + StoreErrors.reason(e), e);
    }
  }

  /// Reads all of it.
  ///
  /// @throws BackupException where it is no sound database of this program or an older one of it
  static BackupContents check(Path file) throws BackupException {
    requireName(file);
    if (!Files.isRegularFile(file)) {
      throw new BackupException(file + (Files.exists(file) ? " is no file" : " is not there"));
    }
    try (Connection connection = source(file, true).getConnection()) {
      String found = text(connection, "PRAGMA integrity_check(1)");
      if (!found.equals("ok")) {
        throw new BackupException(file + " is damaged: " + found);
      }
      if (!text(connection, "SELECT COUNT(*) FROM pragma_foreign_key_check").equals("0")) {
        throw new BackupException(file + " is damaged: rows are missing that others belong to");
      }
      if (text(connection,
          """
            SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('flyway_schema_history', 'rep', 'summary')""")
          .equals("3")) {
        return contents(connection, file);
      }
      throw new BackupException(file + " is a database, but not one of Plumbline's daemon");
    } catch (SQLException | IOException | RuntimeException e) {
      throw new BackupException(file + " cannot be read: " + StoreErrors.reason(e), e);
    }
  }

  private static BackupContents contents(Connection connection, Path file)
      throws SQLException, IOException, BackupException {
    String schema = requireKnownSchema(file);
    boolean hasAthletes = !text(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'athlete'").equals("0");
    return new BackupContents(schema,
        number(connection, "SELECT COUNT(*) FROM (SELECT DISTINCT bar_id, journal_id, set_number FROM rep)"),
        number(connection, "SELECT COUNT(*) FROM rep"),
        hasAthletes ? number(connection, "SELECT COUNT(*) FROM athlete") : 0, Files.size(file));
  }

  private static String requireKnownSchema(Path file) throws BackupException {
    // A backup may be older than this daemon, which brings it up to date when it starts.
    Flyway flyway = SummaryDatabase.migrations(DatabaseAddress.Dialect.SQLITE, InstantSource.system())
        .dataSource(source(file, true)).ignoreMigrationPatterns("*:pending", "*:future").load();
    for (MigrationInfo step : flyway.info().all()) {
      if (step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.FUTURE_FAILED) {
        throw new BackupException(file + " was made by a newer daemon (schema " + step.getVersion()
            + "): update this one first");
      }
    }
    var applied = flyway.info().applied();
    if (applied.length == 0 || Arrays.stream(applied).anyMatch(step -> step.getState().isFailed())) {
      throw new BackupException(file + " has a schema that was never finished");
    }
    if (!flyway.validateWithResult().validationSuccessful) {
      throw new BackupException(file + " has a schema that is not this daemon's");
    }
    return String.valueOf(applied[applied.length - 1].getVersion());
  }

  static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(text(connection, query));
  }

  /// Makes an empty file that only its owner may read, where the file system knows owners.
  static void createForOwner(Path file) throws IOException {
    if (Files.getFileStore(SqliteBackup.folder(file)).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  /// Onto the disk, through every cache.
  static void sync(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
