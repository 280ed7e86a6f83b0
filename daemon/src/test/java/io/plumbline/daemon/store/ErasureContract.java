package io.plumbline.daemon.store;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.AccountDesk;
import io.plumbline.daemon.access.AccountDesk.Who;
import io.plumbline.daemon.access.Role;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.StoreOutcome;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.Eraser.Requester;
import io.plumbline.daemon.domain.training.Erasure;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RefusedException.Reason;
import io.plumbline.daemon.domain.training.RuleOverrides;
import io.plumbline.daemon.domain.training.SetCorrection;
import io.plumbline.daemon.domain.training.SetCorrection.Owner;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.support.Entries;
import io.plumbline.daemon.support.Summaries;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every database has to do where an athlete is deleted.
abstract class ErasureContract {
  static final String NAME = "Zoë \"Q\" Übermaß";
  /// Stands in a note only.
  static final String NOTE = "the left hip clicks 7319";
  private static final String BY = "Zoë";
  private static final Requester WHO = new Requester("Grace", null, null);
  private static final List<String> TABLES = List.of("account", "account_code", "session", "amendment", "athlete",
      "bar_name", "closed_set", "conflict", "entry", "journal", "rep", "rule_override", "set_correction", "summary",
      "trace");

  private DatabaseAddress address;
  private SummaryDatabase database;
  private String zoe = "";
  private String bob = "";

  /// A new, empty database.
  abstract DatabaseAddress newDatabase() throws Exception;

  final DatabaseAddress address() {
    return address;
  }

  final SummaryDatabase database() {
    return database;
  }

  private static SetKey set(int number) {
    return new SetKey(BAR, JOURNAL, number);
  }

  private static Received repOf(long sequence, int set, String athlete) {
    return received(rep(key(sequence), set, (int) sequence, 0.5 + sequence / 100.0, athlete));
  }

  private static Received setOf(long sequence, int set, String athlete) throws Exception {
    String json = Summaries.json(Summaries.set(sequence, set, List.of(sequence - 1)));
    String named = json.replace("\"athlete\":null", "\"athlete\":\"" + athlete.replace("\"", "\\\"") + "\"");
    assertFalse(named.equals(json));
    return received(new ContractCodec().decode(named.getBytes(StandardCharsets.UTF_8), SetSummary.class));
  }

  private static List<Received> told() throws Exception {
    return List.of(repOf(1, 1, NAME), setOf(2, 1, NAME), repOf(3, 2, NAME), setOf(4, 2, NAME), repOf(5, 3, "Bob"),
        repOf(6, 4, "Bob"), setOf(7, 5, NAME), received(trace(key(1))), received(trace(key(3))),
        received(trace(key(6))));
  }

  private static SetCorrection owned(String athleteId) {
    return new SetCorrection(new Owner(athleteId), null, null, null, List.of(), SetNotes.NONE);
  }

  /// Set 1 is Zoë's, 2 was and is Bob's now, 3 was Bob's and is hers, 4 is Bob's, of 5 no rep came.
  @BeforeEach
  void fill() throws Exception {
    address = newDatabase();
    database = SummaryDatabase.open(address, InstantSource.system());
    database.store().store(told());
    // The same key with another content.
    database.store().store(List.of(repOf(1, 9, NAME), repOf(3, 9, NAME), repOf(6, 9, "Bob")));
    zoe = id(NAME);
    bob = id("Bob");
    var books = database.books();
    books.sets().correct(set(2), owned(zoe), 0, BY);
    books.sets().correct(set(2), owned(bob), 1, "coach");
    books.sets().correct(set(3), owned(zoe), 0, "coach");
    books.athletes().giveBarName("zq", zoe, "coach");
    books.athletes().changeRuleOverrides(zoe, new RuleOverrides(Map.of("rest_h", 60.0)), 0, "coach");
    for (Told told : Entries.oneOfEach()) {
      books.notebook().add(zoe, told, BY);
    }
    books.notebook().add(bob, Entries.checkIn("b-1", Entries.NOW, 2), BY);
    Athlete known = books.athletes().athlete(zoe).orElseThrow().value();
    books.athletes().change(new Athlete(zoe, NAME, 1984, known.zone(), 61.25, List.of()), 1, "coach");
    StoreContract.change(address,
        "UPDATE entry SET body = REPLACE(body, 'as always', '" + NOTE + "') WHERE athlete_id = '"
            + zoe + "'");
    AccountDesk desk = new AccountDesk(database.accounts(), InstantSource.system());
    desk.invite("Zoë", Role.ATHLETE, zoe, Who.CONSOLE);
    desk.invite("Bob", Role.ATHLETE, bob, Who.CONSOLE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  final String id(String name) throws Exception {
    return database.books().athletes().athletes(null, 9).items().stream().map(Kept::value)
        .filter(athlete -> athlete.name().equals(name)).findFirst().orElseThrow().id();
  }

  final Erasure erase() throws Exception {
    return database.books().eraser().erase(zoe, database.books().athletes().athlete(zoe).orElseThrow().version(), WHO);
  }

  private String everything() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String table : TABLES) {
      all.append(table).append(StoreContract.rows(address, "SELECT * FROM " + table)).append('\n');
    }
    return all.toString();
  }

  private List<String> ofBob() throws Exception {
    return List.of(
        StoreContract.rows(address, "SELECT * FROM rep WHERE athlete = 'Bob' AND set_number = 4").toString(),
        StoreContract.rows(address, "SELECT * FROM summary WHERE sequence = 6").toString(),
        StoreContract.rows(address, "SELECT * FROM conflict WHERE sequence = 6").toString(),
        StoreContract.rows(address, "SELECT * FROM trace WHERE sequence IN (3, 6) ORDER BY sequence").toString(),
        StoreContract.rows(address, "SELECT * FROM entry WHERE athlete_id = '" + bob + "'").toString(),
        StoreContract.rows(address, "SELECT * FROM account WHERE name = 'Bob'").toString());
  }

  @Test
  void shouldLeaveNothingOfTheAthleteAndAllOfOthersWhenErased() throws Exception {
    List<String> bobBefore = ofBob();
    String before = everything();
    assertTrue(before.contains("Q\\\" Übermaß") && before.contains(NOTE) && before.contains(zoe), before);
    Erasure erasure = erase();
    assertTrue(erasure.isComplete(), erasure.left().toString());
    assertEquals(11, erasure.left().size());
    String after = everything();
    for (String trace : List.of("Übermaß", "Zoë", NOTE, zoe, "\"zq\"", "61.25")) {
      assertFalse(after.contains(trace), trace + " in " + after);
    }
    assertEquals(bobBefore, ofBob());
    assertEquals(List.of(2, 4), database.books().sets().sets(bob, null, 9).items().stream()
        .map(found -> found.key().setNumber()).sorted().toList());
    assertEquals(List.of(), database.books().sets().sets(null, null, 9).items());
    assertEquals(Map.of("account", 1L, "amendment", 12L, "athlete", 1L, "bar_name", 2L, "closed_set", 2L, "conflict",
        2L, "entry", 8L, "rep", 2L, "rule_override", 1L, "set_correction", 1L),
        with(erasure.deleted(), "summary", "trace"));
    assertEquals(4L, erasure.deleted().get("summary"));
    assertEquals(1L, erasure.deleted().get("trace"));
    assertEquals(List.of("deleted|" + zoe),
        StoreContract.rows(address, "SELECT action, subject FROM audit WHERE action = 'deleted'"));
    List<Account> accounts = database.accounts().all();
    assertEquals(List.of("Bob"), accounts.stream().map(Account::name).toList());
  }

  private static Map<String, Long> with(Map<String, Long> counts, String... without) {
    Map<String, Long> some = new java.util.TreeMap<>(counts);
    List.of(without).forEach(some::remove);
    return some;
  }

  @Test
  void shouldAcknowledgeAndNotStoreWhenABarSendsTheSameAgain() throws Exception {
    erase();
    String after = everything();
    StoreOutcome again = database.store().store(told());
    assertEquals(List.of(), again.fresh());
    assertEquals(0, again.conflicts());
    assertEquals(10, again.duplicates());
    assertEquals(7, again.acks().getFirst().storedUpTo());
    assertEquals(after, everything());
    assertEquals(1, database.store().store(List.of(repOf(8, 6, "Bob"))).fresh().size(), "what is new is taken");
    assertTrue(database.reader().rep(key(1)).isEmpty());
  }

  @Test
  void shouldChangeNothingWhenTheAthleteWasChangedMeanwhileOrIsUnknown() throws Exception {
    String before = everything();
    Reason stale = assertThrows(RefusedException.class, () -> database.books().eraser().erase(zoe, 1, WHO)).reason();
    assertEquals(Reason.STALE, stale);
    Reason missing = assertThrows(RefusedException.class, () -> database.books().eraser().erase("a-x", 1, WHO))
        .reason();
    assertEquals(Reason.MISSING, missing);
    assertEquals(before, everything());
  }
}
