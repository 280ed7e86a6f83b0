package io.plumbline.system.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.journal.Journal;
import io.plumbline.bar.journal.JournalLimits;
import io.plumbline.bar.journal.Kind;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.wire.WireCodec;
import io.plumbline.contract.wire.WireMessage.Hello;
import io.plumbline.contract.wire.WireMessage.Welcome;
import io.plumbline.contract.wire.WireReader;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.ingest.Intake;
import io.plumbline.daemon.serial.BarSync;
import io.plumbline.daemon.serial.Line;
import io.plumbline.daemon.serial.SyncException;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import io.plumbline.system.cable.MemoryCable.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Breaks the cable at its bytes, one at a time; the store must have each summary once, with its own bytes, and the bar must know it.
@Execution(ExecutionMode.SAME_THREAD)
class CableFaultTest {
  private static final String BAR = "garage-bar";
  private static final String GOLDEN_JOURNAL = "j-7f3a91";
  /// At every byte it takes minutes: `mvn verify -pl test-rigs/system -am -Dtest=CableFaultTest -Dplumbline.excludedGroups= -Dsurefire.failIfNoSpecifiedTests=false`.
  private static final int STRIDE = 61;
  private static final int MOST_RUNS = 3;

  @TempDir
  private static Path shared = Path.of("set by JUnit");
  private static SummaryDatabase database;
  private static final AtomicLong JOURNALS = new AtomicLong();

  private final IngestCounters counters = new IngestCounters();

  /// A journal of its own in the common database: two reps, curves of one, their set.
  private record Session(String journalId, Journal journal) implements AutoCloseable {
    @Override
    public void close() {
      journal.close();
    }
  }

  @BeforeAll
  static void openStore() throws StoreException {
    database = SummaryDatabase.open(DatabaseAddress.inFolder(shared), InstantSource.system());
  }

  @AfterAll
  static void closeStore() {
    database.close();
  }

  private static String golden(String type, String journalId, long sequence) {
    try (InputStream in = Objects
        .requireNonNull(CableFaultTest.class.getResourceAsStream("/io/plumbline/contract/example/" + type + ".json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s*\\n\\s*", "")
          .replace(GOLDEN_JOURNAL, journalId).replaceFirst("\"sequence\": \\d+", "\"sequence\": " + sequence);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Session session() {
    String id = "j-" + JOURNALS.incrementAndGet();
    Journal journal = new Journal(shared.resolve(id), BAR, id, JournalLimits.DEFAULT, warning -> {
      throw new AssertionError(warning);
    });
    journal.start();
    append(journal, Kind.REP, "rep", id, 1);
    append(journal, Kind.TRACE, "trace", id, 1);
    append(journal, Kind.REP, "rep", id, 2);
    append(journal, Kind.SET, "set", id, 3);
    assertTrue(journal.flush(Duration.ofSeconds(60)));
    return new Session(id, journal);
  }

  private static void append(Journal journal, Kind kind, String type, String id, long sequence) {
    journal.append(kind, sequence, golden(type, id, sequence).getBytes(StandardCharsets.UTF_8));
  }

  /// A run of the daemon's side.
  ///
  /// @return how it ended, null where no bar answered
  private BarSync.End sync(MemoryCable cable) throws Exception {
    BarSync sync = new BarSync(cable, "cable", cable::nowNs, () -> false, report -> {});
    try {
      assertEquals(BAR, sync.greet());
    } catch (SyncException e) {
      return BarSync.End.CUT;
    }
    return sync.run(new Intake(database.store(), counters), database.reader());
  }

  private void check(Session session, String place) throws Exception {
    String id = session.journalId;
    for (long sequence : new long[]{1, 2}) {
      assertEquals(golden("rep", id, sequence),
          database.reader().rep(new RecordKey(BAR, id, sequence)).orElse("lost"), place);
    }
    assertEquals(golden("trace", id, 1), database.reader().trace(new RecordKey(BAR, id, 1)).orElse("lost"), place);
    SetDetail set = database.reader().set(BAR, id, 3).orElseThrow(() -> new AssertionError("no set: " + place));
    assertEquals(golden("set", id, 3), set.summaryJson(), place);
    assertEquals(3, database.reader().progress(BAR, id).storedUpTo(), place);
    assertEquals(0, counters.conflicts.sum() + counters.rejected.sum(), place);
    assertEquals(4, counters.stored.sum(), place + ": each was new once");
    assertEquals(0, session.journal.backlog().held().getFirst().waiting(), place + ": the bar knows");
  }

  private long[] lengths() throws Exception {
    try (Session session = session()) {
      MemoryCable cable = new MemoryCable(BAR, session.journal.backlog(), new Random(1));
      cable.plug(Fault.NONE, true, 0);
      assertEquals(BarSync.End.COMPLETE, sync(cable));
      check(session, "without a fault");
      counters.stored.reset();
      return new long[]{cable.bytesToBar(), cable.bytesToDaemon()};
    }
  }

  private void breakAtEvery(Fault fault, int stride) throws Exception {
    long[] lengths = lengths();
    long seed = 20261122L + fault.ordinal();
    Random random = new Random(seed);
    int tried = 0;
    for (boolean toBar : new boolean[]{true, false}) {
      long length = lengths[toBar ? 0 : 1];
      for (long at = random.nextInt(stride); at < length; at += stride) {
        String place = fault + (toBar ? " to the bar" : " to the daemon") + " at byte " + at + " of " + length
            + ", seed "
            + seed;
        counters.stored.reset();
        try (Session session = session()) {
          MemoryCable cable = new MemoryCable(BAR, session.journal.backlog(), random);
          cable.plug(fault, toBar, at);
          BarSync.End end = sync(cable);
          for (int run = 1; end != BarSync.End.COMPLETE && run < MOST_RUNS; run++) {
            assertEquals(Fault.CUT, fault, place + ": only a cut needs another run, but it ended " + end);
            cable.plug(Fault.NONE, true, 0);
            end = sync(cable);
          }
          assertEquals(BarSync.End.COMPLETE, end, place);
          check(session, place);
        }
        tried++;
      }
    }
    System.out.println(fault + " at " + tried + " bytes, seed " + seed);
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void shouldStoreEachOnceWhenTheCableFailsAtSomeBytes(Fault fault) throws Exception {
    breakAtEvery(fault, STRIDE);
  }

  @Tag("campaign")
  @ParameterizedTest
  @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void shouldStoreEachOnceWhenTheCableFailsAtAnyByte(Fault fault) throws Exception {
    breakAtEvery(fault, 1);
  }

  @Test
  void shouldBringOnlyWhatIsMissingWhenTheStoreHasAPart() throws Exception {
    try (Session session = session()) {
      MemoryCable cable = new MemoryCable(BAR, session.journal.backlog(), new Random(2));
      cable.plug(Fault.NONE, true, 0);
      assertEquals(BarSync.End.COMPLETE, sync(cable));
      append(session.journal, Kind.REP, "rep", session.journalId, 4);
      assertTrue(session.journal.flush(Duration.ofSeconds(60)));
      BarSync second = new BarSync(cable, "cable", cable::nowNs, () -> false, report -> {});
      assertEquals(BAR, second.greet());
      assertEquals(BarSync.End.COMPLETE, second.run(new Intake(database.store(), counters), database.reader()));
      assertEquals(1, second.report().entries());
      assertEquals(4L, second.report().upTo().get(session.journalId));
      assertEquals(0, second.report().left());
    }
  }

  @Test
  void shouldBringAllThatTheBarHasWhenTheStoreIsNew() throws Exception {
    try (Session session = session()) {
      MemoryCable cable = new MemoryCable(BAR, session.journal.backlog(), new Random(3));
      cable.plug(Fault.NONE, true, 0);
      assertEquals(BarSync.End.COMPLETE, sync(cable));
      try (SummaryDatabase fresh = SummaryDatabase.open(DatabaseAddress.inFolder(shared.resolve(session.journalId)),
          InstantSource.system())) {
        BarSync second = new BarSync(cable, "cable", cable::nowNs, () -> false, report -> {});
        assertEquals(BAR, second.greet());
        assertEquals(BarSync.End.COMPLETE, second.run(new Intake(fresh.store(), counters), fresh.reader()));
        assertTrue(second.report().stored() >= 3, () -> second.report().toString());
        assertEquals(3, fresh.reader().progress(BAR, session.journalId).storedUpTo());
      }
    }
  }

  @Test
  void shouldComeInBatchesAndPagesWhenThereIsMuch() throws Exception {
    Path folder = shared.resolve("many");
    for (int i = 0; i < 120; i++) {
      Journal journal = new Journal(folder, BAR, "many-" + i, JournalLimits.DEFAULT, warning -> {});
      journal.start();
      append(journal, Kind.REP, "rep", "many-" + i, 1);
      journal.close();
    }
    try (Journal last = new Journal(folder, BAR, "last", JournalLimits.DEFAULT, warning -> {})) {
      last.start();
      for (long sequence = 1; sequence <= 100; sequence++) {
        append(last, Kind.REP, "rep", "last", sequence);
      }
      assertTrue(last.flush(Duration.ofSeconds(60)));
      assertEquals(121, last.backlog().held().size());
      MemoryCable cable = new MemoryCable(BAR, last.backlog(), new Random(4));
      cable.plug(Fault.NONE, true, 0);
      assertEquals(BarSync.End.COMPLETE, sync(cable));
      assertEquals(100, database.reader().progress(BAR, "last").storedUpTo());
      assertEquals(1, database.reader().progress(BAR, "many-119").storedUpTo());
      assertEquals(220, counters.stored.sum());
      assertEquals(0, last.backlog().waiting());
    }
  }

  @Test
  void shouldSayTheOtherVersionWhenTheBarIsNewer() throws Exception {
    WireCodec codec = new WireCodec();
    WireReader reader = new WireReader(codec);
    List<byte[]> answers = new ArrayList<>();
    Line newer = new Line() {
      @Override
      public int read(byte[] buffer) {
        if (answers.isEmpty()) {
          return 0;
        }
        byte[] answer = answers.removeFirst();
        System.arraycopy(answer, 0, buffer, 0, answer.length);
        return answer.length;
      }

      @Override
      public void write(byte[] frame) {
        Hello hello = (Hello) reader.take(frame, frame.length).getFirst();
        answers.add(codec.encode(new Welcome(hello.session(), 2, "", 0, List.of())));
      }
    };
    BarSync sync = new BarSync(newer, "cable", System::nanoTime, () -> false, report -> {});
    SyncException refused = assertThrows(SyncException.class, sync::greet);
    assertNotNull(refused.getMessage());
    assertTrue(refused.getMessage().contains("update the daemon"), refused.getMessage());
  }

  @Test
  void shouldEndAtOnceWhenSomebodyWantsIt() throws Exception {
    try (Session session = session()) {
      MemoryCable cable = new MemoryCable(BAR, session.journal.backlog(), new Random(5));
      cable.plug(Fault.NONE, true, 0);
      assertNull(new BarSync(cable, "cable", cable::nowNs, () -> true, report -> {}).greet());
      List<Long> seen = new ArrayList<>();
      BarSync sync = new BarSync(cable, "cable", cable::nowNs, () -> !seen.isEmpty(),
          report -> seen.add(report.stored()));
      assertEquals(BAR, sync.greet());
      assertEquals(BarSync.End.STOPPED, sync.run(new Intake(database.store(), counters), database.reader()));
      assertEquals(List.of(4L), seen, "what was committed counts");
      assertEquals(3, database.reader().progress(BAR, session.journalId).storedUpTo());
    }
  }
}
