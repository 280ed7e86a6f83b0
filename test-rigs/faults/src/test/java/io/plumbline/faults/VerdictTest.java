package io.plumbline.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals written by hand, and what a daemon could have made of them.
class VerdictTest {
  private static final String BAR = "bar-1";
  private static final String JOURNAL = "j1";

  @TempDir
  private Path folder = Path.of("");
  private final Generated generated = new Generated();
  private final NavigableMap<Key, String> stored = new TreeMap<>();

  private static byte[] record(int kind, long sequence, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(24 + content.length);
    bytes.putInt(0x504C4A31).putInt(kind << 24).putLong(sequence).putInt(content.length);
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), 4, 16);
    crc.update(content);
    return bytes.putInt((int) crc.getValue()).put(content).array();
  }

  private static Key key(long sequence, String kind) {
    return new Key(BAR, JOURNAL, sequence, kind);
  }

  @BeforeEach
  void generate() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(1000);
    file.put(record(JournalRecords.HEADER, 0, BAR + "\n" + JOURNAL)).put(record(JournalRecords.REP, 1, "one"))
        .put(record(JournalRecords.TRACE, 1, "curve")).put("torn off".getBytes(StandardCharsets.UTF_8))
        .put(record(JournalRecords.REP, 2, "two")).put(record(JournalRecords.SET, 3, "set"))
        .put(record(JournalRecords.STORED, 2, "")).put(record(JournalRecords.REP, 4, "never whole"), 0, 30).flip();
    byte[] bytes = new byte[file.remaining()];
    file.get(bytes);
    Files.write(folder.resolve("j1-1.journal"), bytes);
    generated.add(folder);
    stored.putAll(generated.summaries());
  }

  private Verdict judge(long rows, long conflicts, List<String> disorders, Set<String> fromMemory) {
    return Verdict.of(generated, new Stored(stored, new TreeMap<>(), rows, conflicts, disorders), fromMemory,
        List.of());
  }

  private Verdict judge() {
    return judge(stored.size(), 0, List.of(), Set.of());
  }

  private static void assertBad(Verdict verdict, String fault) {
    assertFalse(verdict.isGood());
    assertTrue(String.join("\n", verdict.lines()).contains(fault), verdict.lines()::toString);
  }

  @Test
  void shouldBeContentWhenAllIsStoredOnce() {
    assertEquals(Set.of(key(1, "rep"), key(2, "rep"), key(3, "set")), generated.summaries().keySet());
    assertEquals(Set.of(key(1, "trace")), generated.curves().keySet());
    assertEquals(2, generated.reps(JOURNAL));
    assertTrue(judge().isGood(), judge().lines()::toString);
  }

  @Test
  void shouldNameWhatIsLost() {
    stored.remove(key(2, "rep"));
    assertBad(judge(), "rep 2 of bar-1's journal j1 is lost");
  }

  @Test
  void shouldNameWhatIsStoredWithOtherContent() {
    stored.put(key(2, "rep"), "too");
    assertBad(judge(), "rep 2 of bar-1's journal j1 is stored with other content");
  }

  @Test
  void shouldNameWhatWasPublishedBeforeItWasOnTheDiskUnlessTheDiskWasBad() {
    stored.put(key(4, "rep"), "four");
    assertBad(judge(), "rep 4 of bar-1's journal j1 is stored, but was published before");
    assertTrue(judge(stored.size(), 0, List.of(), Set.of(JOURNAL)).isGood());
  }

  @Test
  void shouldNameRowsConflictsAndDisorder() {
    assertBad(judge(2, 0, List.of(), Set.of()), "3 summaries, but 2 rows");
    assertBad(judge(3, 1, List.of(), Set.of()), "1 summaries came again with other content");
    assertBad(judge(3, 0, List.of("rep 2 began earlier"), Set.of()), "rep 2 began earlier");
  }

  @Test
  void shouldNotBeContentWhenNothingWasGenerated() {
    Verdict verdict = Verdict.of(new Generated(), new Stored(new TreeMap<>(), new TreeMap<>(), 0, 0, List.of()),
        Set.of(), List.of());
    assertFalse(verdict.isGood());
  }

  @Test
  void shouldFindAContradictionWhenTheJournalItselfSaysTwoThings() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    ByteBuffer file = ByteBuffer.allocate(200);
    file.put(record(JournalRecords.HEADER, 0, BAR + "\n" + JOURNAL)).put(record(JournalRecords.REP, 1, "uno"));
    Files.write(other.resolve("j1-2.journal"), file.array());
    generated.add(other);
    assertBad(judge(), "stands in the journal twice, with two contents");
  }

  @Test
  void shouldCopyEverythingButTheDaemonsWord() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy")).resolve("j1-1.journal");
    JournalRecords.copyUnsettled(folder.resolve("j1-1.journal"), copy);
    assertEquals(
        List.of(JournalRecords.HEADER, JournalRecords.REP, JournalRecords.TRACE, JournalRecords.REP,
            JournalRecords.SET),
        JournalRecords.read(copy).records().stream().map(JournalRecords.Entry::kind).toList());
  }
}
