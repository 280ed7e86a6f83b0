package io.plumbline.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.blackbox.Recorded.Back;
import io.plumbline.blackbox.Recorded.Block;
import io.plumbline.blackbox.Recorded.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full or fails never stops the writer, and spoils nothing that was written.
class DiskFailureTest {
  private static final long SECOND_NS = 1_000_000_000L;

  private final Path folder;

  DiskFailureTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private BlackBoxWriter writer(ChannelOpener opener) {
    return new BlackBoxWriter(folder, Recorded.header(), Recorded.SMALL, opener);
  }

  private List<Row> everything() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Path file : Recorded.files(folder)) {
      Back back = Recorded.read(file, 64);
      assertEquals(0, back.report().damageCount(), back.report().toString());
      rows.addAll(back.rows());
    }
    return rows;
  }

  @Test
  void shouldPauseAndGoOnWhenTheDiskIsFullAtAnyByte() throws Exception {
    List<Row> rows = Recorded.plausible(240, 21);
    for (int free = 0; free < 4000; free += 37) {
      for (Path file : Files.isDirectory(folder) ? Recorded.files(folder) : List.<Path>of()) {
        Files.delete(file);
      }
      LimitedDisk disk = new LimitedDisk(free);
      BlackBoxWriter writer = writer(disk);
      Recorded.append(writer, rows.subList(0, 180), 0);
      boolean wasFull = writer.state() == BlackBoxWriter.State.PAUSED;
      assertEquals(wasFull, writer.failures() > 0);
      if (wasFull) {
        assertEquals("IOException: No space left on device", writer.lastFailure());
      }
      disk.free(1 << 20);
      // Not due yet: nothing is tried.
      long failures = writer.failures();
      writer.work(SECOND_NS / 2);
      assertEquals(failures, writer.failures());
      Recorded.append(writer, rows.subList(180, 240), 2 * SECOND_NS);
      writer.close(2 * SECOND_NS);
      assertEquals(BlackBoxWriter.State.CLOSED, writer.state());
      List<Row> back = everything();
      String which = "free " + free;
      assertEquals(writer.rows(), back.size(), which);
      assertEquals(240, writer.rows() + writer.droppedRows(), which);
      assertTrue(wasFull || writer.droppedRows() == 0, which);
      assertEquals(back, rows.stream().filter(back::contains).toList(), which);
      // All rows after the pause are there.
      assertEquals(rows.subList(180, 240), back.subList(back.size() - 60, back.size()), which);
    }
  }

  @Test
  void shouldSayHowManyRowsWereDroppedWhenTheDiskWasFull() throws Exception {
    LimitedDisk disk = new LimitedDisk(2500);
    BlackBoxWriter writer = writer(disk);
    Recorded.append(writer, Recorded.plausible(600, 22), 0);
    disk.free(1 << 20);
    Recorded.append(writer, Recorded.plausible(600, 23).subList(300, 600), 2 * SECOND_NS);
    writer.close(2 * SECOND_NS);
    assertTrue(writer.droppedRows() > 100, writer.droppedRows() + " dropped");
    Back back = Recorded.read(Objects.requireNonNull(writer.file()), 64);
    assertEquals(writer.droppedRows(), back.report().droppedRows());
    assertTrue(back.report().isWhole(), back.report().toString());
  }

  @Test
  void shouldGoOnInANewFileWhenAForceFails() throws Exception {
    List<Row> rows = Recorded.plausible(300, 24);
    LimitedDisk disk = new LimitedDisk(1 << 20);
    BlackBoxWriter writer = writer(disk);
    Recorded.append(writer, rows.subList(0, 100), 0);
    disk.failForce(true);
    Recorded.append(writer, rows.subList(100, 110), SECOND_NS);
    writer.flush(SECOND_NS);
    assertEquals(BlackBoxWriter.State.PAUSED, writer.state());
    disk.failForce(false);
    Recorded.append(writer, rows.subList(110, 300), 3 * SECOND_NS);
    writer.close(3 * SECOND_NS);
    assertEquals(2, Recorded.files(folder).size());
    assertEquals(rows, everything());
  }

  @Test
  void shouldForceAsSeldomAsToldWhenBlocksAreWritten() {
    BlackBoxOptions eachSecond = new BlackBoxOptions(256, SECOND_NS, SECOND_NS, SECOND_NS, 1 << 20, 1L << 60, 1 << 30,
        64);
    LimitedDisk disk = new LimitedDisk(1 << 20);
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), eachSecond, disk);
    List<Row> rows = Recorded.plausible(3000, 25);
    for (int i = 0; i < 30; i++) {
      Recorded.append(writer, rows.subList(100 * i, 100 * (i + 1)), i * SECOND_NS / 10);
    }
    assertTrue(writer.blocks() > 60, writer.blocks() + " blocks");
    // Once for the new file, then after 1 s and 2 s.
    assertEquals(3, disk.forces());
    writer.close(2 * SECOND_NS + SECOND_NS / 2);
    assertEquals(4, disk.forces());
  }

  @Test
  void shouldWaitForTheFolderWhenItCannotBeMade() throws Exception {
    Path inTheWay = Files.writeString(folder.resolve("box"), "a file");
    BlackBoxWriter writer = new BlackBoxWriter(inTheWay.resolve("in"), Recorded.header(), Recorded.SMALL);
    List<Row> rows = Recorded.plausible(60, 26);
    Recorded.append(writer, rows.subList(0, 30), 0);
    writer.flush(0);
    assertEquals(BlackBoxWriter.State.PAUSED, writer.state());
    assertFalse(writer.lastFailure().isEmpty());
    Files.delete(inTheWay);
    Recorded.append(writer, rows.subList(30, 60), 2 * SECOND_NS);
    writer.close(2 * SECOND_NS);
    assertEquals(60, writer.rows() + writer.droppedRows());
    assertEquals(writer.rows(), Recorded.read(Objects.requireNonNull(writer.file()), 64).rows().size());
  }

  @Test
  void shouldWriteTheEndWhenItsThreadWasInterrupted() throws Exception {
    BlackBoxWriter writer = writer(ChannelOpener.FILES);
    List<Row> rows = Recorded.plausible(60, 27);
    Recorded.append(writer, rows, 0);
    Thread.currentThread().interrupt();
    writer.close(0);
    assertTrue(Thread.interrupted());
    Back back = Recorded.read(Objects.requireNonNull(writer.file()), 64);
    assertEquals(rows, back.rows());
    assertTrue(back.report().isWhole());
  }

  @Test
  void shouldReadAllAroundThemWhenTheDiskCannotReadSomePages() throws Exception {
    List<Row> rows = Recorded.plausible(6000, 28);
    Path file = Recorded.write(folder, rows, Recorded.SMALL);
    LimitedDisk disk = new LimitedDisk(0);
    disk.spoil(8192, 16384);
    List<Row> back = new ArrayList<>();
    try (BlackBoxReader reader = BlackBoxReader.open(disk.read(file), event -> {})) {
      Recorded.rest(reader, 64, back);
      BlackBoxReport report = reader.report();
      assertEquals(1, report.damageCount(), report.toString());
      assertTrue(report.isEnded());
      Damage damage = report.damages().getFirst();
      assertTrue(damage.fromByte() > 8192 - 600 && damage.fromByte() <= 8192, damage.toString());
      assertTrue(damage.toByte() < 16384 + 600 && damage.toByte() >= 16384, damage.toString());
    }
    List<Block> blocks = Recorded.blocks(file);
    int before = blocks.stream().filter(block -> block.to() <= 8192).mapToInt(Block::rows).sum();
    int after = blocks.stream().filter(block -> block.from() >= 16384).mapToInt(Block::rows).sum();
    List<Row> expected = new ArrayList<>(rows.subList(0, before));
    expected.addAll(rows.subList(rows.size() - after, rows.size()));
    assertEquals(expected, back);
  }
}
