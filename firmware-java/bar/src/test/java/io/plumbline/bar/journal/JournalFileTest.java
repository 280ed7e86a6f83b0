package io.plumbline.bar.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plumbline.blackbox.ChannelOpener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  private static final int RECORDS = 3;

  @TempDir
  private Path folder = Path.of("");

  private static byte[] content(int number) {
    return ("{\"rep\":" + number + ",\"text\":\"PLJ1\"}").getBytes(StandardCharsets.UTF_8);
  }

  /// A file with a header and three records.
  ///
  /// @param ends where each record ends
  private byte[] written(List<Integer> ends) throws IOException {
    Path path = folder.resolve("a-1.journal");
    JournalFile file = JournalFile.create(path, "bar-1", "a", ChannelOpener.FILES);
    ends.add((int) file.size());
    for (int i = 1; i <= RECORDS; i++) {
      file.append(Kind.REP, i, content(i));
      ends.add((int) file.size());
    }
    file.force();
    file.close();
    return Files.readAllBytes(path);
  }

  private static List<String> read(Path path) throws IOException {
    JournalFile.Contents contents = JournalFile.read(path);
    List<String> texts = new ArrayList<>();
    if (contents != null) {
      contents.entries().forEach(
          entry -> texts.add(entry.sequence() + " " + new String(entry.content(), StandardCharsets.UTF_8)));
    }
    return texts;
  }

  private static String text(int number) {
    return number + " " + new String(content(number), StandardCharsets.UTF_8);
  }

  @Test
  void shouldReadEachWholeRecordWhenTheFileIsCutAnywhere() throws IOException {
    List<Integer> ends = new ArrayList<>();
    byte[] bytes = written(ends);
    Path cut = folder.resolve("cut.journal");
    for (int length = 0; length <= bytes.length; length++) {
      Files.write(cut, java.util.Arrays.copyOf(bytes, length));
      List<String> expected = new ArrayList<>();
      for (int i = 1; i <= RECORDS; i++) {
        if (length >= ends.get(i)) {
          expected.add(text(i));
        }
      }
      assertEquals(expected, read(cut), "cut to " + length);
    }
  }

  @Test
  void shouldReadTheOtherRecordsWhenAnyBitOfOneFlips() throws IOException {
    List<Integer> ends = new ArrayList<>();
    byte[] bytes = written(ends);
    Path flipped = folder.resolve("flipped.journal");
    for (int at = ends.get(1); at < ends.get(2); at++) {
      for (int bit = 0; bit < 8; bit++) {
        bytes[at] ^= (byte) (1 << bit);
        Files.write(flipped, bytes);
        assertEquals(List.of(text(1), text(3)), read(flipped), "bit " + bit + " of byte " + at);
        bytes[at] ^= (byte) (1 << bit);
      }
    }
  }

  @Test
  void shouldGoOnBehindATornRecordWhenItIsAppendedTo() throws IOException {
    byte[] bytes = written(new ArrayList<>());
    Path torn = folder.resolve("torn.journal");
    Files.write(torn, java.util.Arrays.copyOf(bytes, bytes.length - 5));
    JournalFile.Contents contents = JournalFile.read(torn);
    assertNotNull(contents);
    contents.file().append(Kind.STORED, 2, new byte[0]);
    contents.file().close();
    JournalFile.Contents again = JournalFile.read(torn);
    assertNotNull(again);
    assertEquals(2, again.storedUpTo());
    assertEquals(List.of(text(1), text(2)), read(torn));
  }

  @Test
  void shouldRefuseAFileThatIsNoJournal() throws IOException {
    Path other = folder.resolve("other.journal");
    Files.writeString(other, "what somebody left here");
    assertNull(JournalFile.read(other));
  }

  @Test
  void shouldSayThatARecordIsDamagedWhenItIsReadLater() throws IOException {
    written(new ArrayList<>());
    Path path = folder.resolve("a-1.journal");
    JournalFile.Contents contents = JournalFile.read(path);
    assertNotNull(contents);
    Files.write(path, new byte[(int) Files.size(path)]);
    assertThrows(java.io.UncheckedIOException.class, () -> contents.entries().getFirst().content());
  }
}
