package io.plumbline.daemon.store;

import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.domain.StoreException;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir
  Path folder = Path.of("set by JUnit");

  @Override
  DatabaseAddress newDatabase() {
    return DatabaseAddress.inFolder(folder);
  }

  @Test
  void shouldWriteAheadAndSyncAtEachCommitWhenOpen() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      database.store().store(List.of(received(rep(1))));
      assertEquals(List.of("wal"), rows(newDatabase(), "PRAGMA journal_mode"));
      assertTrue(Files.exists(folder.resolve("plumbline.db-wal")));
    }
  }

  @Test
  void shouldSyncAtEachCommitWhenItWrites() throws Exception {
    try (SummaryDatabase database = open(newDatabase());
        HikariDataSource writing = SummaryDatabase.pool(newDatabase(), "test", 1, false);
        Connection connection = writing.getConnection()) {
      assertEquals("2", SqliteFile.text(connection, "PRAGMA synchronous"), "2 is FULL");
      assertEquals("wal", SqliteFile.text(connection, "PRAGMA journal_mode"));
      assertTrue(database.reader().newestSets(1).isEmpty());
    }
  }

  @Test
  void shouldSayWhichFileWhenItIsNoDatabase() throws Exception {
    Files.writeString(folder.resolve("plumbline.db"), "this is a letter and not a database, long enough for a header");
    StoreException error = assertThrows(StoreException.class, () -> open(newDatabase()));
    assertTrue(String.valueOf(error.getMessage()).contains("plumbline.db cannot be used: "), error.getMessage());
    assertEquals(1, String.valueOf(error.getMessage()).lines().count());
  }
}
