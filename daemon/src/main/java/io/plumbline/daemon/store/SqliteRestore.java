package io.plumbline.daemon.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/// Puts a backup in the place of a database that nobody uses. The database that was there stays beside it, under another name.
public final class SqliteRestore {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
      .withZone(ZoneOffset.UTC);
  private static final int BUFFER_BYTES = 1 << 20;

  private SqliteRestore() {}

  /// What was restored.
  ///
  /// @param kept where the database is that was there before, null where there was none
  public record Restored(BackupContents contents, @Nullable Path kept) {}

  /// Reads all of a backup and changes nothing.
  ///
  /// @throws BackupException where it could not be restored
  public static BackupContents check(Path backup, DatabaseAddress address) throws BackupException {
    SqliteBackup.file(address, "pg_restore --dbname=URL FILE");
    return SqliteFile.check(backup);
  }

  /// Restores a backup; its copy is checked before it takes the place. Whoever calls this makes sure that no daemon runs on the database's folder.
  ///
  /// @param replace whether there may be a database in its place now
  /// @throws BackupException where nothing was restored; the database that was there is as it was
  public static Restored restore(Path backup, DatabaseAddress address, boolean replace, InstantSource clock,
      BackupProgress progress) throws BackupException {
    Path database = SqliteBackup.file(address, "pg_restore");
    SqliteFile.requireTwo(backup, database);
    if (Files.exists(database) && !replace) {
      throw new BackupException(
          "there is a database " + database + " already: say --replace to have the backup take its"
              + " place; the old one is kept beside it");
    }
    Path part = database.resolveSibling(database.getFileName() + ".restoring");
    try {
      Files.createDirectories(SqliteBackup.folder(database));
      copy(backup, part, progress);
      progress.at("checking", 0, Files.size(part));
      BackupContents copied = SqliteFile.check(part);
      Path kept = Files.exists(database) ? setAside(database, clock.instant()) : null;
      Files.move(part, database, StandardCopyOption.ATOMIC_MOVE);
      SqliteFile.sync(SqliteBackup.folder(database));
      return new Restored(copied, kept);
    } catch (SQLException | IOException e) {
      throw new BackupException("database " + database + " cannot be restored: " + StoreErrors.reason(e), e);
    } finally {
      delete(part);
    }
  }

  private static void copy(Path from, Path to, BackupProgress progress) throws IOException {
    long size = Files.size(from);
    try (InputStream in = Files.newInputStream(from); OutputStream out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long done = 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        done += count;
        progress.at("copying", done, size);
      }
    }
    SqliteFile.sync(to);
  }

  /// Gives the old database a second name. Its own name goes to the backup in one step, so that there is a whole database at every moment.
  private static Path setAside(Path database, Instant now) throws SQLException, IOException, BackupException {
    settle(database);
    Path kept = database.resolveSibling(database.getFileName() + ".before-" + STAMP.format(now));
    if (Files.exists(kept)) {
      throw new BackupException(kept + " is there already: try again in a second");
    }
    try {
      Files.createLink(kept, database);
    } catch (UnsupportedOperationException | IOException e) {
      // A file system without second names.
      Files.copy(database, kept);
      SqliteFile.sync(kept);
    }
    for (String beside : List.of("-wal", "-shm", "-journal")) {
      // Only of a database that cannot be read; what it holds would be taken into the backup.
      Path old = database.resolveSibling(database.getFileName() + beside);
      if (Files.exists(old)) {
        Files.move(old, kept.resolveSibling(kept.getFileName() + beside));
      }
    }
    return kept;
  }

  /// Takes what stands beside the database into it, so that nothing of it is read into the backup, and finds out whether somebody uses it.
  private static void settle(Path database) throws SQLException, BackupException {
    try (Connection connection = SqliteFile.source(database, false).getConnection();
        Statement statement = connection.createStatement()) {
      String mode = SqliteFile.text(connection, "PRAGMA journal_mode = DELETE");
      if (!mode.equals("delete")) {
        throw inUse(database);
      }
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("COMMIT");
    } catch (SQLiteException e) {
      switch (e.getResultCode()) {
        case SQLITE_BUSY, SQLITE_LOCKED -> throw inUse(database);
        case SQLITE_CORRUPT, SQLITE_NOTADB -> {
          // Why there are backups: it is kept as it is, with what stands beside it.
        }
        default -> throw e;
      }
    }
  }

  private static BackupException inUse(Path database) {
    return new BackupException("database " + database + " is used by another program: stop that one first");
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The next restore writes over it.
    }
  }
}
