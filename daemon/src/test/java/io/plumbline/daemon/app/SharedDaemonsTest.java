package io.plumbline.daemon.app;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.json;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.payload.Cue;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import io.plumbline.daemon.support.LocalMosquitto;
import io.plumbline.daemon.support.LocalPostgres;
import io.plumbline.daemon.support.TestBar;
import io.plumbline.daemon.support.TestHouse;
import io.plumbline.daemon.support.TestPage;
import io.plumbline.daemon.support.Visitor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two daemons on one Mosquitto and one PostgreSQL.
class SharedDaemonsTest {
  private static final int REPS = 20;
  private static final String HERE = "plumbline-daemon/gym/availability";
  private static final String DEVICE = "homeassistant/device/plumbline_bar-1/config";
  private static final String EVENT = "plumbline-daemon/gym/bar-1/event";
  private static final String PASSWORD = "a bar of 20 kg and more";

  @TempDir
  private Path folder = Path.of("set by JUnit");
  @SuppressWarnings("NullAway.Init")
  private LocalMosquitto mosquitto;
  private String database = "";

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(LocalMosquitto.isThere(), "Debian's mosquitto is missing");
    LocalPostgres postgres = LocalPostgres.get().orElse(null);
    assumeTrue(postgres != null, "this machine has no PostgreSQL server");
    database = postgres == null ? "" : postgres.newDatabase();
    mosquitto = LocalMosquitto.start(folder);
  }

  @AfterEach
  void stop() {
    if (mosquitto != null) {
      mosquitto.close();
    }
  }

  private DaemonConfig config(String name) {
    return new DaemonConfig(mosquitto.uri(), database, folder.resolve(name), 0, 0, name).withShare("gym");
  }

  private Daemon start(String name) throws DaemonStartException {
    return ready(Daemon.start(config(name)));
  }

  /// Waits until it hears the broker, at all of its sessions.
  private static Daemon ready(Daemon daemon) {
    assertTrue(daemon.awaitConnected(60_000));
    return daemon;
  }

  /// On an empty database, both at the same moment.
  private List<Daemon> startTwo() {
    CompletableFuture<Daemon> one = inBackground("daemon-a");
    CompletableFuture<Daemon> other = inBackground("daemon-b");
    return List.of(one.join(), other.join());
  }

  private CompletableFuture<Daemon> inBackground(String name) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return start(name);
      } catch (DaemonStartException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private static long stored(Daemon daemon) {
    return daemon.counters().stored();
  }

  @Test
  void shouldStoreOnceAndShowAtBothWhenABarPublishesASet() throws Exception {
    List<Daemon> two = startTwo();
    try (Daemon a = two.getFirst();
        Daemon b = two.getLast();
        TestPage pageOfA = new TestPage(a.httpUri());
        TestPage pageOfB = new TestPage(b.httpUri());
        TestBar bar = TestBar.connect(mosquitto.uri(), BAR)) {
      pageOfA.listen();
      pageOfB.listen();
      bar.availability("online");
      for (int i = 1; i <= REPS; i++) {
        bar.publish(Channel.REP, rep(i));
        bar.publish(Channel.TRACE, trace(key(i)));
      }
      bar.publish(Channel.SET, set(REPS + 1, 1, LongStream.rangeClosed(1, REPS).boxed().toList()));
      bar.awaitStoredUpTo(REPS + 1);
      for (TestPage page : List.of(pageOfA, pageOfB)) {
        TreeSet<String> reps = new TreeSet<>();
        TreeSet<String> curves = new TreeSet<>();
        int events = 0;
        while (reps.size() < REPS || curves.size() < REPS) {
          TestPage.Event event = page.awaitAny("rep", "trace");
          (event.name().equals("rep") ? reps : curves).add(event.data());
          events++;
        }
        assertEquals(2 * REPS, events, "each once");
        assertTrue(reps.contains(json(rep(REPS))));
        assertEquals(json(trace(key(1))), page.get("api/reps/" + BAR + "/" + JOURNAL + "/1/trace").body());
        String detail = page.get("api/sets/" + BAR + "/" + JOURNAL + "/1").body();
        assertTrue(detail.contains(json(rep(REPS))), detail);
        assertTrue(page.get("api/bars").body().contains("\"online\":true"), "what is only shown goes to all");
      }
      assertEquals(2 * REPS + 1, stored(a) + stored(b));
      assertTrue(stored(a) > 0 && stored(b) > 0, stored(a) + " and " + stored(b));
      for (Daemon daemon : two) {
        IngestCounters.Snapshot counted = daemon.counters();
        assertEquals(0, counted.duplicates() + counted.conflicts() + counted.rejected() + counted.failed());
      }
    }
  }

  @Test
  void shouldLoseAndDoubleNothingWhenOneAfterTheOtherIsStartedAgain() throws Exception {
    long stored = 0;
    Daemon a = start("daemon-a");
    Daemon b = start("daemon-b");
    try (TestBar bar = TestBar.connect(mosquitto.uri(), BAR)) {
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
      stored += stored(a);
      a.close();
      publish(bar, 2, REPS);
      a = start("daemon-a");
      bar.awaitStoredUpTo(REPS);
      stored += stored(b);
      b.close();
      publish(bar, REPS + 1, 2 * REPS);
      b = start("daemon-b");
      bar.awaitStoredUpTo(2 * REPS);
      assertEquals(2 * REPS, stored + stored(a) + stored(b));
      assertEquals(0, a.counters().duplicates() + b.counters().duplicates());
    } finally {
      a.close();
      b.close();
    }
  }

  private static void publish(TestBar bar, int first, int last) throws Exception {
    for (int i = first; i <= last; i++) {
      bar.publish(Channel.REP, rep(i));
    }
  }

  private static String setup(Daemon daemon) {
    return "{\"code\":\"" + daemon.setupCode() + "\",\"name\":\"Coach\",\"password\":\"" + PASSWORD + "\"}";
  }

  @Test
  void shouldLetInWithEitherCodeOnceAndKnowTheSessionAtBothWhenAccountsAreNew() throws Exception {
    try (Daemon a = Daemon.start(config("daemon-a").withAccounts());
        Daemon b = Daemon.start(config("daemon-b").withAccounts());
        Visitor atA = new Visitor(a.httpUri());
        Visitor atB = new Visitor(b.httpUri())) {
      assertNotEquals(a.setupCode(), b.setupCode());
      assertEquals(401, atB.in("api/setup", setup(a)).statusCode(), "each code is for its own dashboard");
      assertEquals(200, atB.in("api/setup", setup(b)).statusCode());
      assertEquals(409, atA.in("api/setup", setup(a)).statusCode(), "the other code is worth nothing now");
      atA.takeCookie(atB.cookie());
      assertEquals(200, atA.ask("GET", "api/accounts", "").statusCode());
    }
  }

  private static Cue stop(int number) {
    return new Cue("c" + number, Cue.Kind.STOP, 1, null, 1000, "stop " + number, "velocity-loss");
  }

  @Test
  void shouldBeOneToHomeAssistantWhenBothAnnounceAndOneStops() throws Exception {
    try (Daemon stays = ready(Daemon.start(config("daemon-a").withHomeAssistant("homeassistant")));
        TestHouse house = new TestHouse(mosquitto.uri());
        TestBar bar = TestBar.connect(mosquitto.uri(), BAR)) {
      house.await(message -> message.topic().equals(HERE) && message.text().equals("online"));
      try (Daemon goes = ready(Daemon.start(config("daemon-b").withHomeAssistant("homeassistant")))) {
        house.await(message -> message.topic().equals(HERE) && message.text().equals("online"));
        bar.availability("online");
        assertEquals(house.await(DEVICE).text(), house.await(DEVICE).text(), "both announce the same");
        Map<String, Integer> told = new TreeMap<>();
        for (int i = 1; i <= 4; i++) {
          bar.publish(Channel.CUE, stop(i));
          bar.publish(Channel.REP, HomeAssistantLinkTest.now(rep(i)));
        }
        // By the time that each has told a later one, a second word on the first would have come.
        while (told.size() < 8) {
          told.merge(house.await(EVENT).text(), 1, Integer::sum);
        }
        assertEquals(Set.of(1), Set.copyOf(told.values()), told.toString());
        assertEquals(4, stored(stays) + stored(goes));
        assertTrue(stored(stays) > 0 && stored(goes) > 0, stored(stays) + " and " + stored(goes));
      }
      house.await(message -> message.topic().equals(HERE) && message.text().equals("offline"));
      house.await(message -> message.topic().equals(HERE) && message.text().equals("online"));
      assertTrue(TestHouse.isKept(mosquitto.uri(), DEVICE), "the bar stays");
    }
    try (TestHouse late = new TestHouse(mosquitto.uri())) {
      assertEquals("offline", late.await(HERE).text(), "now both are gone");
    }
  }

  @Test
  void shouldDeleteEveryOldCurveOnceWhenTwoCleanAtTheSameTime() throws Exception {
    int curves = 2000;
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    DatabaseAddress address = DatabaseAddress.parse(database);
    try (SummaryDatabase one = SummaryDatabase.open(address, InstantSource.fixed(then));
        SummaryDatabase other = SummaryDatabase.open(address, InstantSource.fixed(then))) {
      one.store().store(
          LongStream.rangeClosed(1, curves).mapToObj(sequence -> received(trace(key(sequence)))).toList());
      CompletableFuture<Integer> deleted = sweep(one, then).thenCombine(sweep(other, then), Integer::sum);
      int both = deleted.get(60, TimeUnit.SECONDS);
      int left = TraceCleaner.sweep(one.traces(), then.plusSeconds(1));
      assertEquals(curves, both + left);
      assertEquals(0, TraceCleaner.sweep(other.traces(), then.plusSeconds(1)));
    }
  }

  private static CompletableFuture<Integer> sweep(SummaryDatabase database, Instant then) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return TraceCleaner.sweep(database.traces(), then.plusSeconds(1));
      } catch (StoreException e) {
        throw new IllegalStateException(e);
      }
    });
  }
}
