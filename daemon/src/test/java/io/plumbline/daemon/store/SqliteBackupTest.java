package io.plumbline.daemon.store;

import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Ack;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.support.Summaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackupTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T17:00:00Z"));

  @TempDir
  Path folder = Path.of("set by JUnit");

  private DatabaseAddress database = DatabaseAddress.parse("sqlite:unset");
  private Path file = Path.of("unset");
  private Path backup = Path.of("unset");

  @BeforeEach
  void place() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    database = DatabaseAddress.inFolder(data);
    file = data.resolve("plumbline.db");
    backup = folder.resolve("it's a backup.db");
  }

  private BackupContents write(boolean overwrite) throws Exception {
    return SqliteBackup.write(database, backup, overwrite, BackupProgress.NONE);
  }

  private SqliteRestore.Restored restore(boolean replace) throws BackupException {
    return SqliteRestore.restore(backup, database, replace, CLOCK, BackupProgress.NONE);
  }

  private void store(long... sequences) throws StoreException {
    try (SummaryDatabase open = StoreContract.open(database)) {
      for (long sequence : sequences) {
        open.store().store(List.of(received(rep(sequence))));
      }
    }
  }

  private static void refused(String says, org.junit.jupiter.api.function.Executable action) {
    String message = String.valueOf(assertThrows(BackupException.class, action).getMessage());
    assertTrue(message.contains(says), message);
    assertEquals(1, message.lines().count(), message);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }

  @Test
  void shouldHoldAllThatWasAcknowledgedWhenItIsMadeWhileRepsArrive() throws Exception {
    try (SummaryDatabase open = StoreContract.open(database)) {
      AtomicLong acknowledged = new AtomicLong();
      AtomicBoolean stop = new AtomicBoolean();
      Thread ingest = Thread.ofPlatform().start(() -> {
        for (long sequence = 1; !stop.get(); sequence++) {
          try {
            acknowledged.set(open.store().store(List.of(received(rep(sequence)))).acks().getFirst().storedUpTo());
          } catch (StoreException e) {
            throw new IllegalStateException(e);
          }
        }
      });
      try {
        for (int round = 0; round < 5; round++) {
          long before = acknowledged.get();
          BackupContents contents = write(true);
          try (SummaryDatabase copy = StoreContract.open(DatabaseAddress.parse("sqlite:" + backup))) {
            Ack there = copy.reader().progress(Summaries.BAR, Summaries.JOURNAL);
            assertTrue(there.storedUpTo() >= before, there + " but " + before + " was acknowledged");
            assertEquals(contents.reps(), there.storedUpTo());
            assertEquals(List.of(), there.holes());
          }
        }
      } finally {
        stop.set(true);
        ingest.join();
      }
      assertTrue(acknowledged.get() > 0);
    }
  }

  @Test
  void shouldBeOneFileAndLeaveNothingBesideWhenItIsWritten() throws Exception {
    store(1, 2);
    BackupContents contents = write(false);
    assertEquals(new BackupContents("4", 1, 2, 1, Files.size(backup)), contents);
    assertEquals(List.of("data/plumbline.db", "it's a backup.db"), files());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    refused("--overwrite", () -> write(false));
    store(3);
    assertEquals(3, write(true).reps());
  }

  @Test
  void shouldAskForWhatIsMissingWhenLateRepsArriveAfterARestore() throws Exception {
    store(1, 2);
    write(false);
    store(3, 4);
    assertEquals(2, restore(true).contents().reps());
    try (SummaryDatabase open = StoreContract.open(database)) {
      assertEquals(new Ack(Summaries.BAR, Summaries.JOURNAL, 2, List.of(new Ack.Hole(3, 4)), 5L),
          open.store().store(List.of(received(rep(5)))).acks().getFirst());
      assertEquals(5, open.store().store(List.of(received(rep(3)), received(rep(4)))).acks().getFirst().storedUpTo());
      assertEquals(1, open.store().store(List.of(received(set(6, 1, List.of(1L))))).fresh().size());
    }
    try (SummaryDatabase before = StoreContract
        .open(DatabaseAddress.parse("sqlite:" + file + ".before-20261123-170000"))) {
      assertTrue(before.reader().rep(key(4)).isPresent(), "the old database is kept whole");
    }
  }

  @Test
  void shouldChangeNothingWhenTheBackupIsNoSoundOne() throws Exception {
    store(1, 2, 3);
    write(false);
    byte[] good = Files.readAllBytes(backup);
    byte[] database = Files.readAllBytes(file);
    List<String> before = files();
    byte[] damaged = good.clone();
    // Pages in the middle.
    Arrays.fill(damaged, damaged.length / 3, damaged.length / 3 * 2, (byte) 0x5a);
    for (byte[] wrong : List.of(damaged, Arrays.copyOf(good, good.length / 2), new byte[0],
        "a letter and not a database, and long enough to be taken for a header of one, which has a hundred bytes"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
      Files.write(backup, wrong);
      refused("backup.db", () -> SqliteRestore.check(backup, this.database));
      refused("", () -> restore(true));
      assertEquals(before, files());
      assertTrue(Arrays.equals(database, Files.readAllBytes(file)));
    }
    Files.delete(backup);
    refused("is not there", () -> SqliteRestore.check(backup, this.database));
  }

  @Test
  void shouldRefuseWhenTheBackupIsOfAnotherProgramOrANewerDaemon() throws Exception {
    store(1);
    write(false);
    DatabaseAddress copy = DatabaseAddress.parse("sqlite:" + backup);
    StoreContract.change(copy, "UPDATE flyway_schema_history SET version = '99' WHERE version = '2.1'");
    refused("newer daemon (schema 99)", () -> restore(true));
    StoreContract.change(copy, "UPDATE flyway_schema_history SET checksum = 7, version = '2.1' WHERE version = '99'");
    StoreContract.change(copy, "UPDATE flyway_schema_history SET checksum = 7 WHERE version = '2'");
    refused("not this daemon's", () -> restore(true));
    StoreContract.change(copy, "DROP TABLE flyway_schema_history");
    refused("not one of Plumbline's", () -> restore(true));
    assertEquals(List.of("data/plumbline.db", "it's a backup.db"), files());
  }

  @Test
  void shouldBringUpToDateWhenTheBackupIsOlder() throws Exception {
    store(1);
    write(false);
    DatabaseAddress copy = DatabaseAddress.parse("sqlite:" + backup);
    StoreContract.takeAccountsAway(copy);
    for (String statement : List.of("DELETE FROM flyway_schema_history WHERE version <> '1'", "DROP TABLE amendment",
        "DROP TABLE rule_override", "DROP TABLE set_correction", "DROP TABLE entry", "DROP TABLE bar_name",
        "DROP TABLE athlete", "DROP INDEX rep_of_athlete", "DROP INDEX trace_by_receipt")) {
      StoreContract.change(copy, statement);
    }
    assertEquals("1", restore(true).contents().schema());
    try (SummaryDatabase open = StoreContract.open(database)) {
      assertEquals("Ada", open.books().athletes().athletes(null, 1).items().getFirst().value().name());
    }
  }

  @Test
  void shouldNotReplaceWhenNobodySaidSoOrADaemonRuns() throws Exception {
    store(1);
    write(false);
    refused("--replace", () -> restore(false));
    try (SummaryDatabase open = StoreContract.open(database)) {
      refused("used by another program", () -> restore(true));
      assertTrue(open.reader().rep(key(1)).isPresent());
    }
    Files.delete(file);
    assertEquals(null, restore(false).kept());
    assertEquals(List.of("data/plumbline.db", "it's a backup.db"), files());
  }

  @Test
  void shouldReplaceWhenTheDatabaseItselfIsDamaged() throws Exception {
    store(1);
    write(false);
    Files.writeString(file, "what a falling disk left of a database, with something in its write-ahead log as well");
    Files.writeString(file.resolveSibling("plumbline.db-wal"), "old", StandardOpenOption.CREATE);
    SqliteRestore.Restored restored = restore(true);
    assertEquals(List.of("data/plumbline.db", "data/plumbline.db.before-20261123-170000",
        "it's a backup.db"), files());
    assertTrue(Files.readString(file.resolveSibling("plumbline.db.before-20261123-170000")).startsWith("what a"));
    assertEquals(1, restored.contents().reps());
    try (SummaryDatabase open = StoreContract.open(database)) {
      assertTrue(open.reader().rep(key(1)).isPresent());
    }
  }

  @Test
  void shouldSayWhyInOneLineWhenThereIsNothingToWriteOrNowhereToWriteTo() throws Exception {
    refused("nothing to back up", () -> write(false));
    assertFalse(Files.exists(file));
    store(1);
    refused("there is no folder", () -> SqliteBackup.write(database, folder.resolve("no/where.db"), false,
        BackupProgress.NONE));
    refused("is the database itself", () -> SqliteBackup.write(database, file, true, BackupProgress.NONE));
    refused("is the database itself",
        () -> SqliteRestore.restore(file, database, true, CLOCK, BackupProgress.NONE));
    refused("is a folder", () -> SqliteBackup.write(database, folder, true, BackupProgress.NONE));
    refused("pg_dump", () -> SqliteBackup.write(DatabaseAddress.parse("postgresql://ada:secret@db/gym"), backup, false,
        BackupProgress.NONE));
    refused("pg_restore", () -> SqliteRestore.check(backup, DatabaseAddress.parse("postgresql://ada:secret@db/gym")));
  }
}
