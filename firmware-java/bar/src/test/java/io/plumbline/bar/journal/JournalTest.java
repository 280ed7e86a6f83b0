package io.plumbline.bar.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.blackbox.ChannelOpener;
import io.plumbline.contract.payload.Ack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final JournalLimits LIMITS = new JournalLimits(1000, 4000, 4000, 8000, 2000, Duration.ZERO);

  @TempDir
  private Path folder = Path.of("");

  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  private Journal open(String id, ChannelOpener opener) {
    Journal journal = new Journal(folder, "bar-1", id, LIMITS, warnings::add, opener);
    journal.start();
    return journal;
  }

  private Journal open(String id) {
    return open(id, ChannelOpener.FILES);
  }

  private static byte[] content(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void reps(Journal journal, int from, int to) {
    for (int i = from; i <= to; i++) {
      journal.append(Kind.REP, i, content("rep " + i));
    }
    assertTrue(journal.flush(LONG));
  }

  /// All that is due, as text, taken.
  private static List<String> due(Journal journal, long nowNs) {
    List<String> texts = new ArrayList<>();
    for (Entry e = journal.backlog().next(nowNs); e != null; e = journal.backlog().next(nowNs)) {
      texts.add(e.journalId() + " " + new String(e.content(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static Ack ack(String id, long upTo, Ack.Hole... holes) {
    return new Ack("bar-1", id, upTo, List.of(holes));
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(JournalFile.SUFFIX)).count();
    }
  }

  @Test
  void shouldSendWhatWasNotStoredWhenTheProgramWasKilled() {
    // Never closed, as after SIGKILL.
    Journal killed = open("a");
    reps(killed, 1, 3);
    killed.abandon();
    try (Journal next = open("b")) {
      assertEquals(3, next.backlog().waiting());
      reps(next, 1, 1);
      assertEquals(List.of("a rep 1", "a rep 2", "a rep 3", "b rep 1"), due(next, 0));
      next.backlog().stored(ack("a", 3), 0);
      next.backlog().stored(ack("b", 1), 0);
      assertEquals(0, next.backlog().waiting());
    }
    try (Journal last = open("c")) {
      assertEquals(0, last.backlog().waiting());
      assertEquals(List.of(), due(last, 0));
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void shouldGiveNothingAwayBeforeItIsForcedToTheDisk() {
    FailingDisk disk = new FailingDisk();
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    disk.onForce = () -> events.add("forced");
    try (Journal journal = open("a", disk)) {
      reps(journal, 1, 1);
      events.clear();
      journal.backlog().onChange(() -> events.add("due"));
      reps(journal, 2, 2);
      assertEquals(List.of("forced", "due"), events);
    }
  }

  @Test
  void shouldSendFromMemoryAndWriteLaterWhenTheDiskIsFull() throws IOException {
    FailingDisk disk = new FailingDisk();
    Journal journal = open("a", disk);
    reps(journal, 1, 1);
    disk.full = true;
    reps(journal, 2, 3);
    for (int i = 0; i < 5; i++) {
      journal.append(Kind.TRACE, 3, content("curves"));
      assertTrue(journal.flush(LONG));
    }
    assertEquals(1, files(), "failures leave no heap of files");
    assertEquals(List.of("a rep 1", "a rep 2", "a rep 3"), due(journal, 0).subList(0, 3));
    assertNotNull(journal.complaint());
    assertTrue(journal.inMemoryOnly() >= 2);
    disk.full = false;
    reps(journal, 4, 4);
    assertNull(journal.complaint());
    assertEquals(0, journal.inMemoryOnly());
    assertEquals(2, warnings.size(), warnings.toString());
    assertTrue(warnings.getFirst().contains("No space left on device"), warnings.toString());
    journal.abandon();
    try (Journal next = open("b")) {
      assertEquals(List.of("a rep 1", "a rep 2", "a rep 3", "a curves", "a rep 4"), due(next, 0));
    }
  }

  @Test
  void shouldWriteTheSameToANewFileWhenAForceFailed() throws IOException {
    FailingDisk disk = new FailingDisk();
    Journal journal = open("a", disk);
    reps(journal, 1, 1);
    disk.forceFails = true;
    reps(journal, 2, 2);
    for (int i = 0; i < 5; i++) {
      reps(journal, 2, 2);
    }
    assertEquals(1, files(), "failures leave no heap of files");
    disk.forceFails = false;
    reps(journal, 3, 3);
    // What is in the first file behind the failed force is anybody's guess.
    Files.delete(folder.resolve("a-1.journal"));
    journal.abandon();
    try (Journal next = open("b")) {
      assertEquals(List.of("a rep 2", "a rep 3"), due(next, 0));
    }
  }

  @Test
  void shouldGiveUpCurvesBeforeSummariesWhenTheDiskFailsForLong() {
    FailingDisk disk = new FailingDisk();
    disk.full = true;
    try (Journal journal = open("a", disk)) {
      for (int i = 1; i <= 4; i++) {
        journal.append(Kind.REP, i, new byte[400]);
        journal.append(Kind.TRACE, i, new byte[400]);
      }
      assertTrue(journal.flush(LONG));
      assertEquals(4, journal.backlog().waiting());
      assertEquals(3, journal.lost());
    }
  }

  @Test
  void shouldSendAgainWhatTheDaemonMisses() {
    try (Journal journal = open("a")) {
      reps(journal, 1, 5);
      assertEquals(5, due(journal, 0).size());
      journal.backlog().stored(ack("a", 1, new Ack.Hole(2, 3)), 1);
      assertEquals(List.of(), due(journal, 1), "just sent");
      long later = Backlog.MISSING_NS + 2;
      journal.backlog().stored(ack("a", 1, new Ack.Hole(2, 3)), later);
      assertEquals(List.of("a rep 2", "a rep 3"), due(journal, later));
      assertEquals(4, journal.backlog().waiting(), "nothing is said of 4 and 5");
    }
  }

  @Test
  void shouldNotRemindForEverOfWhatStandsBehindAHoleThatIsNeverFilled() {
    try (Journal journal = open("a")) {
      reps(journal, 1, 1);
      reps(journal, 3, 5);
      assertEquals(4, due(journal, 0).size());
      journal.backlog().stored(new Ack("bar-1", "a", 1, List.of(new Ack.Hole(2, 2)), 4L), 0);
      assertEquals(1, journal.backlog().waiting());
      journal.backlog().remind(2 * Backlog.REMIND_NS);
      assertEquals(List.of("a rep 5"), due(journal, 2 * Backlog.REMIND_NS));
    }
  }

  @Test
  void shouldSendEverythingAgainWhenTheDaemonLostItsStore() {
    try (Journal journal = open("a")) {
      reps(journal, 1, 3);
      assertEquals(3, due(journal, 0).size());
      journal.backlog().stored(ack("a", 3), 0);
      assertEquals(0, journal.backlog().waiting());
      reps(journal, 4, 4);
      long later = Backlog.MISSING_NS + 1;
      assertEquals(List.of("a rep 4"), due(journal, later));
      journal.backlog().stored(ack("a", 0, new Ack.Hole(1, 3)), later);
      assertEquals(List.of("a rep 1", "a rep 2", "a rep 3"), due(journal, later));
    }
  }

  @Test
  void shouldRemindWhenNobodyAnswersForLong() {
    try (Journal journal = open("a")) {
      reps(journal, 1, 2);
      journal.backlog().remind(0);
      assertEquals(2, due(journal, 0).size());
      journal.backlog().remind(Backlog.REMIND_NS);
      assertEquals(List.of(), due(journal, Backlog.REMIND_NS));
      journal.backlog().stored(ack("a", 1), 0);
      long later = Backlog.REMIND_NS + Backlog.MISSING_NS;
      journal.backlog().remind(later);
      assertEquals(List.of("a rep 2"), due(journal, later));
      // The next time after twice as long, so that no broker is filled up for a daemon that is away.
      journal.backlog().remind(later + Backlog.REMIND_NS + Backlog.MISSING_NS);
      assertEquals(List.of(), due(journal, later));
      journal.backlog().remind(later + 2 * Backlog.REMIND_NS + Backlog.MISSING_NS);
      assertEquals(List.of("a rep 2"), due(journal, later));
    }
  }

  @Test
  void shouldSendAllThatIsNotStoredOverEachNewConnection() {
    try (Journal journal = open("a")) {
      reps(journal, 1, 3);
      assertEquals(3, due(journal, 0).size());
      assertTrue(journal.backlog().isSent());
      journal.backlog().stored(ack("a", 1), 0);
      journal.backlog().restart();
      assertFalse(journal.backlog().isSent());
      assertEquals(List.of("a rep 2", "a rep 3"), due(journal, 1));
    }
  }

  @Test
  void shouldKeepCurvesUntilTheBrokerHasThemToo() {
    try (Journal journal = open("a")) {
      journal.append(Kind.REP, 1, content("rep"));
      journal.append(Kind.TRACE, 1, content("curves"));
      assertTrue(journal.flush(LONG));
      Backlog backlog = journal.backlog();
      assertNotNull(backlog.next(0));
      Entry curves = Objects.requireNonNull(backlog.next(0));
      assertEquals(Kind.TRACE, curves.kind());
      backlog.stored(ack("a", 1), 0);
      assertEquals(0, backlog.settledUpTo("a"));
      backlog.received(curves);
      assertEquals(1, backlog.settledUpTo("a"));
    }
  }

  @Test
  void shouldDeleteSettledJournalsOnlyWhenRoomIsNeeded() throws IOException {
    for (String id : List.of("a", "b")) {
      try (Journal journal = open(id)) {
        journal.append(Kind.REP, 1, new byte[1200]);
        assertTrue(journal.flush(LONG));
        if (id.equals("a")) {
          journal.backlog().stored(ack("a", 1), 0);
        }
      }
    }
    assertEquals(2, files());
    try (Journal journal = open("c")) {
      journal.append(Kind.REP, 1, new byte[1700]);
      assertTrue(journal.flush(LONG));
      assertFalse(Files.exists(folder.resolve("a-1.journal")), "settled");
      assertTrue(Files.exists(folder.resolve("b-1.journal")), "not settled");
      assertNull(journal.complaint());
    }
  }

  @Test
  void shouldWarnBeforeAnythingGoesThatNobodyHasStored() throws IOException {
    try (Journal journal = open("a")) {
      journal.append(Kind.REP, 1, new byte[3000]);
      assertTrue(journal.flush(LONG));
    }
    try (Journal journal = open("b")) {
      journal.append(Kind.REP, 1, new byte[2000]);
      assertTrue(journal.flush(LONG));
      assertEquals(1, warnings.size(), warnings.toString());
      assertTrue(warnings.getFirst().contains("2 summaries wait for the daemon"), warnings.toString());
      journal.append(Kind.TRACE, 1, new byte[10]);
      assertTrue(journal.flush(LONG));
      assertEquals(1, journal.lost(), "curves are not kept any more");
      journal.append(Kind.REP, 2, new byte[4000]);
      assertTrue(journal.flush(LONG));
      assertFalse(Files.exists(folder.resolve("a-1.journal")));
      assertEquals(2, journal.lost());
      assertTrue(warnings.getLast().contains("journal a went for want of room, and with it 1 summaries"),
          warnings.toString());
    }
  }

  @Test
  void shouldLeaveAloneWhatIsNotOurs() throws IOException {
    Files.writeString(folder.resolve("x.journal"), "somebody's");
    try (Journal other = new Journal(folder, "bar-2", "o", LIMITS, warnings::add)) {
      other.start();
      reps(other, 1, 1);
    }
    warnings.clear();
    try (Journal journal = open("a")) {
      assertEquals(0, journal.backlog().waiting());
      assertEquals(2, warnings.size(), warnings.toString());
      assertTrue(warnings.stream().anyMatch(line -> line.contains("of bar bar-2, not of bar-1")), warnings.toString());
    }
    assertEquals(2, files());
  }

  @Test
  void shouldKeepToItsOwnFilesWhenAnotherProgramIsAtTheFolder() {
    try (Journal one = open("a")) {
      reps(one, 1, 1);
      try (Journal two = open("b")) {
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.getFirst().startsWith("another bar program uses the journals"), warnings.toString());
        reps(two, 1, 1);
        reps(one, 2, 2);
        assertEquals(List.of("b rep 1"), due(two, 0));
      }
    }
    try (Journal next = open("c")) {
      assertEquals(3, next.backlog().waiting());
    }
  }
}
