package io.plumbline.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.blackbox.Recorded.Back;
import io.plumbline.blackbox.Recorded.Row;
import io.plumbline.core.raw.RawStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
  private final Path folder;

  RoundTripTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldGiveBackEachRowWhenTheyAreOfAnyContent() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("RoundTripTest seed " + seed);
    Random random = new Random(seed);
    // Blocks as large as the format allows.
    BlackBoxOptions large = new BlackBoxOptions(BlockFormat.MAX_PAYLOAD_BYTES, Long.MAX_VALUE, 0, 0, 1 << 30,
        Long.MAX_VALUE, 1 << 30, 64);
    for (int round = 0; round < 20; round++) {
      List<Row> rows = Recorded.wild(random.nextInt(round % 3 == 2 ? 20_000 : 2000), random);
      Path file = Recorded.write(folder.resolve("r" + round), rows,
          List.of(Recorded.SMALL, BlackBoxOptions.DEFAULT, large).get(round % 3));
      if (!rows.isEmpty()) {
        Back back = Recorded.read(file, 1 + random.nextInt(100));
        assertEquals(rows, back.rows(), "seed " + seed + ", round " + round);
        assertTrue(back.report().isWhole(), back.report().toString());
        assertEquals(rows.size(), back.report().rows());
      }
    }
  }

  @Test
  void shouldKeepTheFlagsAndTheUndeclaredCountsWhenARowHasThem() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int flags = 0; flags < 16; flags++) {
      rows.add(new Row(1, flags, flags, flags, List.of(1, 2, 3, 0, 0, 0, 0, 0)));
    }
    rows.add(new Row(1, 20, 16, 0, List.of(1, 2, 3, 0, 0, 0, 0, -9)));
    rows.add(new Row(1, 21, 17, 0, List.of(1, 2, 3, 0, 0, 0, 0, 0)));
    Back back = Recorded.read(Recorded.write(folder, rows, BlackBoxOptions.DEFAULT), 4);
    assertEquals(rows, back.rows());
  }

  @Test
  void shouldGiveBackTheHeaderWhenOpened() throws Exception {
    Path file = Recorded.write(folder, Recorded.plausible(10, 1), BlackBoxOptions.DEFAULT);
    try (BlackBoxReader reader = BlackBoxReader.open(file, event -> {})) {
      assertEquals(Recorded.header(), reader.header());
      assertEquals(1, reader.fileNumber());
      assertEquals(List.of("exercise", "athlete"),
          List.copyOf(java.util.Objects.requireNonNull(reader.header()).metadata().keySet()));
    }
    assertTrue(BlackBoxFile.isBlackBox(file));
    Path renamed = Files.copy(file, folder.resolve("renamed"));
    assertTrue(BlackBoxFile.isBlackBox(renamed));
    assertFalse(BlackBoxFile.isBlackBox(Files.writeString(folder.resolve("session.csv"), "t_s,left_ax\n")));
    assertFalse(BlackBoxFile.isBlackBox(Files.writeString(folder.resolve("short"), "x")));
    assertFalse(BlackBoxFile.isBlackBox(folder));
  }

  @Test
  void shouldTellEventsBetweenTheRowsWhenTheyWereRecordedThere() throws Exception {
    List<Row> rows = Recorded.plausible(30, 2);
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), BlackBoxOptions.DEFAULT);
    Recorded.append(writer, rows.subList(0, 7), 0);
    BlackBoxEvent event = new BlackBoxEvent(5_000_000_123L, "note", "straps on – Füße enger");
    assertTrue(writer.event(event, 0));
    assertFalse(writer.event(new BlackBoxEvent(0, "note", "x".repeat(BlockFormat.MAX_PAYLOAD_BYTES)), 0));
    assertEquals(1, writer.droppedEvents());
    Recorded.append(writer, rows.subList(7, 30), 0);
    writer.close(0);
    List<Row> seen = new ArrayList<>();
    List<Integer> rowsBefore = new ArrayList<>();
    Path file = java.util.Objects.requireNonNull(writer.file());
    try (BlackBoxReader reader = BlackBoxReader.open(file, told -> {
      assertEquals(event, told);
      rowsBefore.add(seen.size());
    })) {
      Recorded.rest(reader, 100, seen);
    }
    assertEquals(List.of(7), rowsBefore);
    assertEquals(rows, seen);
  }

  @Test
  void shouldReadTheSameWhenTheFileIsOfAnOlderVersion() throws Exception {
    List<Row> rows = Recorded.plausible(30, 2);
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), BlackBoxOptions.DEFAULT);
    Recorded.append(writer, rows.subList(0, 7), 0);
    BlackBoxEvent change = new BlackBoxEvent(Long.MIN_VALUE, BlackBoxEvent.CHANGE, "version = 1\n");
    assertTrue(writer.event(change, 0));
    Recorded.append(writer, rows.subList(7, 30), 0);
    writer.close(0);
    Path file = java.util.Objects.requireNonNull(writer.file());
    byte[] bytes = Files.readAllBytes(file);
    CRC32C crc = new CRC32C();
    for (Recorded.Block block : Recorded.blocks(file)) {
      assertEquals(BlockFormat.VERSION, bytes[block.from() + BlockFormat.VERSION_AT]);
      // As versions 1 and 2 had it: the second CRC over the head with its CRC, and over the payload.
      bytes[block.from() + BlockFormat.VERSION_AT] = (byte) (block.kind() == BlockFormat.KIND_CHANGE ? 2 : 1);
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      crc.reset();
      crc.update(bytes, block.from(), BlockFormat.HEAD_CRC_AT);
      buffer.putInt(block.from() + BlockFormat.HEAD_CRC_AT, (int) crc.getValue());
      int payloadTo = block.to() - BlockFormat.CRC_BYTES;
      crc.reset();
      crc.update(bytes, block.from(), payloadTo - block.from());
      buffer.putInt(payloadTo, (int) crc.getValue());
    }
    for (Path read : List.of(file, Files.write(folder.resolve("older"), bytes))) {
      Recorded.Back back = Recorded.read(read, 32);
      assertEquals(rows, back.rows());
      assertEquals(List.of(change), back.events());
      assertTrue(back.report().isWhole());
    }
  }

  @Test
  void shouldReadWhatIsThereWhenTheFileIsStillBeingWritten() throws Exception {
    List<Row> rows = Recorded.plausible(600, 3);
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), Recorded.SMALL);
    Recorded.append(writer, rows.subList(0, 300), 0);
    Path file = java.util.Objects.requireNonNull(writer.file());
    List<Row> seen = new ArrayList<>();
    try (BlackBoxReader reader = BlackBoxReader.open(file, event -> {})) {
      Recorded.rest(reader, 64, seen);
      assertTrue(seen.size() > 250, seen.size() + " rows");
      assertEquals(rows.subList(0, seen.size()), seen);
      assertFalse(reader.report().isEnded());
      assertEquals(0, reader.report().damageCount());
      Recorded.append(writer, rows.subList(300, 600), 0);
      writer.close(0);
      Recorded.rest(reader, 64, seen);
      assertEquals(rows, seen);
      assertTrue(reader.report().isWhole());
    }
  }

  @Test
  void shouldRefuseAHeaderWhenItCannotBeWritten() {
    BlackBoxHeader good = Recorded.header();
    BlackBoxHeader large = new BlackBoxHeader("b", Recorded.JOURNAL, "", "", good.start(), good.streams(), Map.of(),
        "x".repeat(BlockFormat.MAX_PAYLOAD_BYTES), List.of(), "");
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
        () -> new BlackBoxWriter(folder, large, BlackBoxOptions.DEFAULT).close());
    assertTrue(refusal.toString().contains("shorten"), refusal.toString());
    BlackBoxHeader badName = new BlackBoxHeader("b", "../up", "", "", good.start(), good.streams(), Map.of(), "",
        List.of(), "");
    assertThrows(IllegalArgumentException.class,
        () -> new BlackBoxWriter(folder, badName, BlackBoxOptions.DEFAULT).close());
    RawStream beyond = Recorded.stream(64, "x", RawStream.Kind.IMU, "x", 1, "ax");
    assertThrows(IllegalArgumentException.class, () -> new BlackBoxHeader("b", "j", "", "", good.start(),
        List.of(beyond), Map.of(), "", List.of(), ""));
  }

  @Test
  void shouldCountARowWhenItsStreamCannotBe() throws Exception {
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), BlackBoxOptions.DEFAULT);
    Recorded.append(writer, List.of(new Row(64, 0, 0, 0, List.of(0, 0, 0, 0, 0, 0, 0, 0)),
        new Row(0, 0, 0, 0, List.of(0, 0, 0, 0, 0, 0, 0, 0))), 0);
    writer.close(0);
    assertEquals(1, writer.droppedRows());
    assertEquals(1, writer.rows());
    assertEquals(1, Recorded.read(java.util.Objects.requireNonNull(writer.file()), 8).report().droppedRows());
  }

  @Test
  void shouldWriteNothingWhenNothingWasSampled() throws Exception {
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), BlackBoxOptions.DEFAULT);
    assertEquals(BlackBoxWriter.State.WAITING, writer.state());
    writer.work(1_000_000_000L);
    writer.close(0);
    assertNull(writer.file());
    assertEquals(List.of(), Recorded.files(folder));
  }

  @Test
  void shouldWriteAWaitingBlockWhenTheSamplesStop() throws Exception {
    BlackBoxWriter writer = new BlackBoxWriter(folder, Recorded.header(), BlackBoxOptions.DEFAULT);
    Recorded.append(writer, Recorded.plausible(3, 4), 1_000);
    writer.work(400_000_000L);
    assertNull(writer.file());
    writer.work(500_001_000L);
    assertNotNull(writer.file());
    assertEquals(3, Recorded.read(java.util.Objects.requireNonNull(writer.file()), 8).rows().size());
    writer.close(0);
  }
}
