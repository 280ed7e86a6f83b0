package io.plumbline.daemon.store;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.json;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.SetOverview;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.StoreOutcome;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every database has to do.
abstract class StoreContract {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_795_000_000_123L));

  /// A new, empty database.
  abstract DatabaseAddress newDatabase() throws Exception;

  static SummaryDatabase open(DatabaseAddress address) throws StoreException {
    return SummaryDatabase.open(address, CLOCK);
  }

  @Test
  void shouldGiveBackTheSameCharactersWhenAPayloadWasStored() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      String odd = json(rep(1)).replace("\"Ada\"", "\"A\\u00e4 \\u200b 😀\"") + " \n";
      database.store()
          .store(List.of(new Received.Rep(rep(key(1), 1, 1, 0.5, "Aä \u200b 😀"), odd), received(trace(key(1)))));
      assertEquals(odd, database.reader().rep(key(1)).orElseThrow());
      assertEquals(json(trace(key(1))), database.reader().trace(key(1)).orElseThrow());
      assertTrue(database.reader().rep(key(2)).isEmpty());
    }
  }

  @Test
  void shouldChangeNothingWhenTheSameComesAgain() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      List<Received> batch = List.of(received(rep(1)), received(trace(key(1))), received(set(2, 1, List.of(1L))));
      assertEquals(3, database.store().store(batch).fresh().size());
      StoreOutcome again = database.store().store(batch);
      assertEquals(List.of(), again.fresh());
      assertEquals(3, again.duplicates());
      assertEquals(0, again.conflicts());
      assertEquals(List.of(new Ack(BAR, JOURNAL, 2, List.of(), 2L)), again.acks());
    }
  }

  @Test
  void shouldStoreOnceWhenABatchHoldsTheSameTwice() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      StoreOutcome outcome = database.store().store(List.of(received(rep(1)), received(rep(1))));
      assertEquals(1, outcome.fresh().size());
      assertEquals(1, outcome.duplicates());
    }
  }

  @Test
  void shouldKeepTheFirstAndSetTheOtherAsideWhenTheSameKeyHasOtherContent() throws Exception {
    DatabaseAddress address = newDatabase();
    try (SummaryDatabase database = open(address)) {
      database.store().store(List.of(received(rep(1))));
      Received other = received(rep(key(1), 1, 1, 0.9));
      StoreOutcome outcome = database.store().store(List.of(other, received(set(1, 1, List.of()))));
      database.store().store(List.of(other));
      assertEquals(2, outcome.conflicts());
      assertEquals(List.of(), outcome.fresh());
      assertEquals(json(rep(1)), database.reader().rep(key(1)).orElseThrow());
      assertEquals(List.of("rep|2|" + other.json(), "set|1|" + json(set(1, 1, List.of()))),
          rows(address, "SELECT kind, seen_count, payload FROM conflict ORDER BY kind"));
    }
  }

  @Test
  void shouldNameTheHolesWhenSequencesAreMissing() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      assertEquals(new Ack(BAR, JOURNAL, 0, List.of(new Ack.Hole(1, 2), new Ack.Hole(4, 6)), 7L),
          database.store().store(List.of(received(rep(3)), received(rep(7)))).acks().getFirst());
      assertEquals(new Ack(BAR, JOURNAL, 3, List.of(new Ack.Hole(4, 4), new Ack.Hole(6, 6)), 7L), database.store()
          .store(List.of(received(rep(1)), received(set(2, 1, List.of())), received(rep(5)))).acks().getFirst());
      assertEquals(new Ack(BAR, JOURNAL, 7, List.of(), 7L),
          database.store().store(List.of(received(rep(4)), received(rep(6)))).acks().getFirst());
    }
  }

  @Test
  void shouldTellTheSameProgressWhenItIsReadAsWhenItWasStored() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      assertEquals(new Ack(BAR, JOURNAL, 0, List.of(), 0L), database.reader().progress(BAR, JOURNAL));
      for (long sequence : new long[]{3, 7, 1, 2, 9}) {
        Ack told = database.store().store(List.of(received(rep(sequence)))).acks().getFirst();
        assertEquals(told, database.reader().progress(BAR, JOURNAL));
      }
      assertEquals(new Ack(BAR, "another", 0, List.of(), 0L), database.reader().progress(BAR, "another"));
    }
  }

  @Test
  void shouldStoreBesideARunningDaemonOnlyWhenTheSchemaIsItsOwn() throws Exception {
    DatabaseAddress address = newDatabase();
    StoreException refused = assertThrows(StoreException.class,
        () -> SummaryDatabase.openBeside(address, InstantSource.system()));
    assertTrue(String.valueOf(refused.getMessage()).contains("an older version"), refused::toString);
    try (SummaryDatabase database = open(address);
        SummaryDatabase beside = SummaryDatabase.openBeside(address, InstantSource.system())) {
      database.store().store(List.of(received(rep(1))));
      assertEquals(1, beside.store().store(List.of(received(rep(1)))).duplicates());
      assertEquals(1, beside.store().store(List.of(received(rep(2)))).fresh().size());
      assertEquals(2, database.reader().progress(BAR, JOURNAL).storedUpTo());
    }
  }

  @Test
  void shouldNameTheFirstHundredHolesWhenThereAreMore() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      List<Received> odd = new ArrayList<>();
      for (long sequence = 2; sequence <= 500; sequence += 2) {
        odd.add(received(rep(sequence)));
      }
      Ack ack = database.store().store(odd).acks().getFirst();
      assertEquals(0, ack.storedUpTo());
      assertEquals(Ack.MAX_HOLES, ack.holes().size());
      assertEquals(new Ack.Hole(1, 1), ack.holes().getFirst());
      assertEquals(new Ack.Hole(199, 199), ack.holes().getLast());
      assertEquals(500, ack.highest());
      assertEquals(199, ack.knownUpTo(), "not all holes are named");
    }
  }

  @Test
  void shouldTakeTheLargestSequenceWhenABarSendsOne() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      Ack ack = database.store().store(List.of(received(rep(key(Long.MAX_VALUE), 1, 1, 0.5)))).acks().getFirst();
      assertEquals(List.of(new Ack.Hole(1, Long.MAX_VALUE - 1)), ack.holes());
    }
  }

  @Test
  void shouldEndCompleteWhenBatchesComeShuffledAndRepeated() throws Exception {
    long seed = 20261121;
    Random random = new Random(seed);
    List<Received> all = new ArrayList<>();
    for (long sequence = 1; sequence <= 120; sequence++) {
      all.add(sequence % 6 == 0 ? received(set(sequence, (int) sequence, List.of())) : received(rep(sequence)));
    }
    List<Received> sent = new ArrayList<>(all);
    sent.addAll(all.subList(10, 70));
    Collections.shuffle(sent, random);
    try (SummaryDatabase database = open(newDatabase())) {
      int fresh = 0;
      Ack last = new Ack(BAR, JOURNAL, 0, List.of());
      for (int from = 0; from < sent.size(); from += 17) {
        StoreOutcome outcome = database.store().store(sent.subList(from, Math.min(sent.size(), from + 17)));
        fresh += outcome.fresh().size();
        last = outcome.acks().getFirst();
      }
      assertEquals(120, fresh, "seed " + seed);
      assertEquals(new Ack(BAR, JOURNAL, 120, List.of(), 120L), last, "seed " + seed);
    }
  }

  @Test
  void shouldKeepJournalsApartWhenABatchTouchesSeveral() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      StoreOutcome outcome = database.store().store(List.of(received(rep(new RecordKey("b", "j", 1), 1, 1, 0.5)),
          received(rep(new RecordKey("a", "j", 2), 1, 1, 0.5)), received(rep(new RecordKey("a", "i", 1), 1, 1, 0.5))));
      assertEquals(List.of(new Ack("a", "i", 1, List.of(), 1L), new Ack("a", "j", 0, List.of(new Ack.Hole(1, 1)), 2L),
          new Ack("b", "j", 1, List.of(), 1L)), outcome.acks());
    }
  }

  @Test
  void shouldStoreNothingOfABatchWhenOnePartOfItFails() throws Exception {
    DatabaseAddress address = newDatabase();
    try (SummaryDatabase database = open(address)) {
      change(address, "ALTER TABLE closed_set RENAME TO elsewhere");
      try {
        database.store().store(List.of(received(rep(1)), received(set(2, 1, List.of(1L)))));
        throw new AssertionError("a table was missing");
      } catch (StoreException expected) {
        assertFalse(expected.contentRefused());
      }
      assertTrue(database.reader().rep(key(1)).isEmpty());
      change(address, "ALTER TABLE elsewhere RENAME TO closed_set");
      assertEquals(2,
          database.store().store(List.of(received(rep(1)), received(set(2, 1, List.of(1L))))).fresh().size());
    }
  }

  @Test
  void shouldStillBeThereWhenTheDatabaseIsOpenedAgain() throws Exception {
    DatabaseAddress address = newDatabase();
    try (SummaryDatabase database = open(address)) {
      database.store().store(List.of(received(rep(1)), received(rep(2))));
    }
    try (SummaryDatabase database = open(address)) {
      assertEquals(json(rep(2)), database.reader().rep(key(2)).orElseThrow());
      assertEquals(3, database.store().store(List.of(received(rep(3)))).acks().getFirst().storedUpTo());
    }
  }

  @Test
  void shouldHoldTheMeasuresInColumnsWhenARepIsStored() throws Exception {
    DatabaseAddress address = newDatabase();
    try (SummaryDatabase database = open(address)) {
      database.store().store(List.of(received(rep(1)), received(set(2, 1, List.of(1L)))));
      assertEquals(
          List.of(
              "0.52|0.0061|0.5512345678901234|1.06|0.021|100.0|entered|single-imu,no-rest-after|null|1795000000123"),
          rows(address, """
            SELECT mean_concentric_mps, mean_concentric_sd_mps, range_of_motion_m, concentric_s, forward_max_m,
              load_total_kg, load_source, quality, mean_eccentric_mps, received_at_ms FROM rep"""));
      assertEquals(List.of("12.5|0.03|pause"),
          rows(address, "SELECT duration_s, velocity_loss_mps, end_reason FROM closed_set"));
    }
  }

  @Test
  void shouldListSetsNewestFirstWhenAskedForThem() throws Exception {
    try (SummaryDatabase database = open(newDatabase())) {
      database.store().store(List.of(received(rep(key(1), 1, 1, 0.5)), received(rep(key(2), 1, 2, 0.6)),
          received(set(3, 1, List.of(1L, 2L))), received(rep(key(4), 2, 1, 0.4))));
      List<SetOverview> sets = database.reader().newestSets(10);
      assertEquals(List.of(2, 1), sets.stream().map(SetOverview::setNumber).toList());
      SetOverview first = sets.getLast();
      assertEquals(2, first.completedReps());
      assertEquals(0.6, first.bestMeanConcentricMps());
      assertTrue(first.closed());
      assertFalse(sets.getFirst().closed());
      assertEquals(1, database.reader().newestSets(1).size());
      SetDetail detail = database.reader().set(BAR, JOURNAL, 1).orElseThrow();
      assertEquals(List.of(json(rep(key(1), 1, 1, 0.5)), json(rep(key(2), 1, 2, 0.6))), detail.repJson());
      assertEquals(json(set(3, 1, List.of(1L, 2L))), detail.summaryJson());
      assertTrue(database.reader().set(BAR, JOURNAL, 9).isEmpty());
    }
  }

  static List<String> rows(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          cells.add(String.valueOf(rows.getObject(column)));
        }
        texts.add(String.join("|", cells));
      }
      return texts;
    }
  }

  static void change(DatabaseAddress address, String statement) throws SQLException {
    try (Connection connection = connect(address); Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  /// Back to before schema 3.
  static void takeAccountsAway(DatabaseAddress address) throws SQLException {
    for (String statement : List.of("DROP TABLE session", "DROP TABLE account_code", "DROP TABLE account",
        "DROP TABLE audit", "DROP INDEX summary_forgotten", "ALTER TABLE summary DROP COLUMN forgotten",
        "DELETE FROM flyway_schema_history WHERE version IN ('3', '4')")) {
      change(address, statement);
    }
    if (address.jdbcUrl().startsWith("jdbc:postgresql:")) {
      change(address, "DROP FUNCTION audit_only_grows()");
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }
}
