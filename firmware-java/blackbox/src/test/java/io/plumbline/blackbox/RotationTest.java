package io.plumbline.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.blackbox.Recorded.Back;
import io.plumbline.blackbox.Recorded.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  private final Path folder;

  RotationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static BlackBoxOptions options(long fileBytes, long totalBytes) {
    return new BlackBoxOptions(256, 500_000_000L, 0, 0, fileBytes, MINUTE_NS, totalBytes, 8);
  }

  @Test
  void shouldSpreadTheRowsOverFilesWhenTheyPassTheirSize() throws Exception {
    List<Row> rows = Recorded.plausible(2000, 31);
    Recorded.write(folder, rows, options(5000, 1 << 20));
    List<Row> back = new ArrayList<>();
    List<Path> files = Recorded.files(folder);
    assertTrue(files.size() > 3, files.toString());
    for (Path file : files) {
      assertTrue(Files.size(file) <= 5000 + 1000, file + " has " + Files.size(file));
      Back part = Recorded.read(file, 64);
      assertTrue(part.report().isWhole(), part.report().toString());
      back.addAll(part.rows());
      try (BlackBoxReader reader = BlackBoxReader.open(file, event -> {})) {
        assertEquals(Recorded.header(), reader.header());
        assertEquals(files.indexOf(file) + 1, reader.fileNumber());
      }
    }
    assertEquals(rows, back);
  }

  @Test
  void shouldBeginANewFileWhenTheOldOneIsOldEnough() throws Exception {
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), options(1 << 20, 1 << 30));
    List<Row> rows = Recorded.plausible(90, 32);
    for (int i = 0; i < 3; i++) {
      Recorded.append(writer, rows.subList(30 * i, 30 * (i + 1)), i * MINUTE_NS);
      writer.flush(i * MINUTE_NS);
    }
    writer.close(2 * MINUTE_NS);
    assertEquals(List.of("plumbline-00000001-bar-1-test.plbb", "plumbline-00000002-bar-1-test.plbb",
        "plumbline-00000003-bar-1-test.plbb"),
        Recorded.files(folder).stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void shouldDeleteTheOldestOfItsOwnWhenTheLimitIsPassed() throws Exception {
    Files.createDirectories(folder);
    Path foreign = Files.write(folder.resolve("holiday.plbb"), new byte[50_000]);
    Path alike = Files.write(folder.resolve("plumbline-1-x.plbb"), new byte[50_000]);
    Path directory = Files.createDirectory(folder.resolve("plumbline-00000001-dir.plbb"));
    // The work of an earlier run, under another journal: the oldest there is.
    Path earlier = Files.write(folder.resolve("plumbline-00000007-earlier.plbb"), new byte[9_000]);
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), options(5_000, 20_000));
    List<Row> rows = Recorded.plausible(6000, 33);
    for (int i = 0; i < 60; i++) {
      Recorded.append(writer, rows.subList(100 * i, 100 * (i + 1)), 0);
      Path current = Objects.requireNonNull(writer.file());
      assertTrue(Files.exists(current));
      long total = 0;
      for (Path file : Recorded.files(folder)) {
        total += Files.isDirectory(file) || file.equals(foreign) || file.equals(alike) ? 0 : Files.size(file);
      }
      assertTrue(total <= 21_000, total + " bytes");
    }
    writer.close(0);
    assertTrue(Files.exists(foreign) && Files.exists(alike) && Files.exists(directory));
    assertTrue(Files.notExists(earlier));
    assertTrue(writer.deletedFiles() > 5, writer.deletedFiles() + " deleted");
    List<Path> left = Recorded.files(folder).stream().filter(file -> file.toString().contains("bar-1-test")).toList();
    assertEquals(rows.getLast(), Recorded.read(left.getLast(), 64).rows().getLast());
    assertEquals(
        "plumbline-" + String.format(Locale.ROOT, "%08d", 7 + writer.deletedFiles() - 1 + left.size())
            + "-bar-1-test.plbb",
        left.getLast().getFileName().toString());
  }

  @Test
  void shouldNotWriteOverAFileWhenARunBeforeUsedTheSameJournal() throws Exception {
    List<Row> rows = Recorded.plausible(50, 34);
    Recorded.write(folder, rows, Recorded.SMALL);
    Recorded.write(folder, rows, Recorded.SMALL);
    assertEquals(2, Recorded.files(folder).size());
  }
}
