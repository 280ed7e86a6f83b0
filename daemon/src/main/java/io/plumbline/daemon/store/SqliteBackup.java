package io.plumbline.daemon.store;

import io.plumbline.daemon.store.DatabaseAddress.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Copies a database into one file while daemons use it: everything that was committed before the copy began is in it.
public final class SqliteBackup {
  private static final long PERIOD_MS = 200;

  private SqliteBackup() {}

  /// Writes a backup, whole and checked, or nothing.
  ///
  /// @param overwrite whether a file that is there may be replaced
  /// @throws BackupException where there is no backup; a file that was there is as it was
  public static BackupContents write(DatabaseAddress address, Path target, boolean overwrite, BackupProgress progress)
      throws BackupException, InterruptedException {
    Path database = file(address, "pg_dump --format=custom --file=FILE");
    if (!Files.isRegularFile(database)) {
      throw new BackupException("there is no database " + database + ": nothing to back up");
    }
    SqliteFile.requireTwo(target, database);
    requireFree(target, overwrite);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      // Left by one that was interrupted.
      Files.deleteIfExists(part);
      // How somebody's back felt is for nobody else's eyes.
      SqliteFile.createForOwner(part);
      copy(database, part, progress);
      progress.at("checking", 0, Files.size(part));
      BackupContents contents = SqliteFile.check(part);
      SqliteFile.sync(part);
      requireFree(target, overwrite);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      SqliteFile.sync(folder(target));
      return contents;
    } catch (SQLException | IOException e) {
      throw new BackupException("backup " + target + " cannot be written: " + StoreErrors.reason(e), e);
    } finally {
      delete(part);
    }
  }

  private static void requireFree(Path target, boolean overwrite) throws BackupException {
    SqliteFile.requireName(target);
    if (Files.isDirectory(target)) {
      throw new BackupException(target + " is a folder: name a file in it");
    }
    if (!overwrite && Files.exists(target)) {
      throw new BackupException(target + " is there already: name another file, or say --overwrite");
    }
    if (!Files.isDirectory(folder(target))) {
      throw new BackupException("there is no folder " + folder(target));
    }
  }

  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  /// The file of a database that has one.
  static Path file(DatabaseAddress address, String tool) throws BackupException {
    if (address.dialect() != Dialect.SQLITE) {
      throw new BackupException(address.shown() + " is PostgreSQL, which has its own tool: " + tool + " with the same"
          + " URL");
    }
    return Path.of(address.jdbcUrl().substring("jdbc:sqlite:".length()));
  }

  /// One read transaction: others go on writing, and nothing that they commit meanwhile is half in it.
  private static void copy(Path database, Path part, BackupProgress progress)
      throws SQLException, IOException, InterruptedException {
    // Not opened for reading only, which would leave a write-ahead log behind where no daemon runs.
    try (Connection connection = SqliteFile.source(database, false).getConnection()) {
      long bytes = SqliteFile.number(connection, "PRAGMA page_count")
          * SqliteFile.number(connection, "PRAGMA page_size");
      FutureTask<Boolean> copying = new FutureTask<>(() -> vacuumInto(connection, part));
      Thread.ofPlatform().name("backup").daemon().start(copying);
      boolean done = false;
      while (!done) {
        try {
          done = copying.get(PERIOD_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          progress.at("copying", Files.exists(part) ? Files.size(part) : 0, bytes);
        }
      }
    } catch (ExecutionException e) {
      throw new SQLException(StoreErrors.reason(e), e);
    }
    // One file that needs nothing beside it, also on a medium that cannot be written.
    try (Connection connection = SqliteFile.source(part, false).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
    }
  }

  private static boolean vacuumInto(Connection connection, Path part) throws SQLException {
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, part.toString());
      vacuum.execute();
      return true;
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The next backup deletes it, or says that it cannot.
    }
  }
}
