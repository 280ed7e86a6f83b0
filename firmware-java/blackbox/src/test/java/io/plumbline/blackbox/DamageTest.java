package io.plumbline.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.blackbox.Recorded.Back;
import io.plumbline.blackbox.Recorded.Block;
import io.plumbline.blackbox.Recorded.Row;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a recording when its bytes are not what was written.
class DamageTest {
  private static final int DAMAGES = 10_000;

  private final Path folder;

  DamageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /// A recording, its bytes and its blocks.
  private static final class Original {
    private final List<Row> rows;
    private final byte[] bytes;
    private final List<Block> blocks;

    Original(List<Row> rows, byte[] bytes, List<Block> blocks) {
      this.rows = rows;
      this.bytes = bytes;
      this.blocks = blocks;
    }

    List<Row> rows() {
      return rows;
    }

    byte[] bytes() {
      return bytes;
    }

    List<Block> blocks() {
      return blocks;
    }

    boolean hasHeaderOutside(int from, int to) {
      return blocks.stream()
          .anyMatch(block -> block.kind() == BlockFormat.KIND_HEADER && (block.to() <= from || block.from() >= to));
    }

    /// The rows of the blocks that lie in `[from, to)`.
    List<Row> rowsWithin(long from, long to) {
      List<Row> within = new ArrayList<>();
      int at = 0;
      for (Block block : blocks) {
        if (block.from() >= from && block.to() <= to) {
          within.addAll(rows.subList(at, at + block.rows()));
        }
        at += block.rows();
      }
      return within;
    }
  }

  private Original original(int rows, BlackBoxOptions options) throws Exception {
    List<Row> all = Recorded.plausible(rows, 11);
    Path file = Recorded.write(folder.resolve("original"), all, options);
    return new Original(all, Files.readAllBytes(file), Recorded.blocks(file));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void shouldLoseTheLastBlockAtMostWhenThePowerIsCutAtAnyByte() throws Exception {
    Original original = original(120, Recorded.SMALL);
    for (int length = 0; length < original.bytes().length; length++) {
      Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(original.bytes(), length));
      Back back = Recorded.read(file, 32);
      assertEquals(original.rowsWithin(0, length), back.rows(), "cut at " + length);
      assertFalse(back.report().isWhole());
      assertEquals(0, back.report().lostBlocks());
      int cut = length;
      boolean between = length == 0 || original.blocks().stream().anyMatch(block -> block.to() == cut);
      assertEquals(between ? 0 : 1, back.report().damageCount(), "cut at " + length);
      if (!between) {
        assertEquals(Damage.Kind.INCOMPLETE, back.report().damages().getFirst().kind());
      }
    }
  }

  @Test
  void shouldYieldNoRowTwiceWhenABlocksHeadStandsBeforeAnothersPayload() throws Exception {
    Original original = original(900, Recorded.SMALL);
    List<Block> samples = original.blocks().stream().filter(block -> block.kind() == BlockFormat.KIND_SAMPLES).toList();
    int swaps = 0;
    for (Block one : samples) {
      for (Block other : samples) {
        if (one.from() == other.from() || one.to() - one.from() != other.to() - other.from()) {
          continue;
        }
        byte[] damaged = original.bytes().clone();
        System.arraycopy(original.bytes(), other.from() + BlockFormat.HEAD_BYTES, damaged,
            one.from() + BlockFormat.HEAD_BYTES, one.to() - one.from() - BlockFormat.HEAD_BYTES);
        Back back = Recorded.read(Files.write(folder.resolve("damaged"), damaged), 64);
        List<Row> expected = new ArrayList<>(original.rowsWithin(0, one.from()));
        expected.addAll(original.rowsWithin(one.to(), damaged.length));
        assertEquals(expected, back.rows(), one + " with the payload of " + other);
        assertEquals(1, back.report().lostBlocks());
        swaps++;
      }
    }
    assertTrue(swaps > 10, swaps + " swaps");
  }

  @Test
  void shouldYieldOnlyOriginalRowsInOrderAndAllThatAreUntouchedWhenDamagedAtRandom() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("DamageTest seed " + seed);
    Random random = new Random(seed);
    Original original = original(500, Recorded.SMALL);
    Map<Row, Integer> places = new HashMap<>();
    for (int i = 0; i < original.rows().size(); i++) {
      assertFalse(places.containsKey(original.rows().get(i)), "rows must differ to be told apart");
      places.put(original.rows().get(i), i);
    }
    byte[] bytes = original.bytes();
    int whole = 0;
    for (int i = 0; i < DAMAGES; i++) {
      int from = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 40 : 8000));
      byte[] range = Arrays.copyOfRange(bytes, from, to);
      byte[] before = Arrays.copyOf(bytes, from);
      byte[] after = Arrays.copyOfRange(bytes, to, bytes.length);
      byte[] damaged;
      // Blocks before and behind the damage, none of whose bytes was touched.
      int untouchedTo = from;
      int untouchedFrom = to;
      switch (random.nextInt(6)) {
        case 0 -> {
          for (int flips = 1 + random.nextInt(8); flips > 0 && range.length > 0; flips--) {
            range[random.nextInt(range.length)] ^= (byte) (1 << random.nextInt(8));
          }
          damaged = join(before, range, after);
        }
        case 1 -> damaged = join(before, after);
        case 2 -> {
          byte[] noise = new byte[random.nextInt(2000)];
          random.nextBytes(noise);
          damaged = join(before, noise, range, after);
          untouchedFrom = from;
        }
        case 3 -> damaged = join(before, new byte[range.length], after);
        case 4 -> {
          // A copy of any other range, also from further on.
          int copyFrom = random.nextInt(bytes.length);
          int copyTo = Math.min(bytes.length, copyFrom + random.nextInt(8000));
          damaged = join(before, Arrays.copyOfRange(bytes, copyFrom, copyTo), range, after);
          untouchedFrom = from;
        }
        default -> {
          int copyFrom = random.nextInt(bytes.length - range.length + 1);
          damaged = join(before, Arrays.copyOfRange(bytes, copyFrom, copyFrom + range.length), after);
        }
      }
      Back back = Recorded.read(Files.write(folder.resolve("damaged"), damaged), 1 + random.nextInt(64));
      String which = "seed " + seed + ", damage " + i;
      int last = -1;
      for (Row row : back.rows()) {
        Integer place = places.get(row);
        assertTrue(place != null && place > last, which + ": " + row);
        last = place == null ? last : place;
      }
      List<Row> ahead = original.rowsWithin(0, untouchedTo);
      assertTrue(back.rows().size() >= ahead.size(), which);
      assertEquals(ahead, back.rows().subList(0, ahead.size()), which);
      List<Row> behind = original.rowsWithin(untouchedFrom, bytes.length);
      assertTrue(back.rows().size() >= behind.size(), which);
      assertEquals(behind, back.rows().subList(back.rows().size() - behind.size(), back.rows().size()), which);
      if (back.report().isWhole()) {
        whole++;
        assertEquals(original.rows(), back.rows(), which);
      }
      int lostRows = original.rows().size() - back.rows().size();
      // Without any header nobody knows where the file began.
      if (lostRows > 0 && back.report().isEnded() && original.hasHeaderOutside(untouchedTo, untouchedFrom)) {
        assertTrue(back.report().lostBlocks() > 0, which);
      }
    }
    // Some damages change nothing: an empty range at the end, a copy of the same bytes.
    assertTrue(whole < DAMAGES / 10, whole + " damages were no damage");
  }

  @Test
  void shouldSurviveManyDamagesInOneFileWhenTheDiskIsBad() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("DamageTest seed " + seed);
    Random random = new Random(seed);
    Original original = original(3000, Recorded.SMALL);
    Map<Row, Integer> places = new HashMap<>();
    original.rows().forEach(row -> places.put(row, places.size()));
    for (int round = 0; round < 50; round++) {
      byte[] damaged = original.bytes().clone();
      for (int i = 0; i < 60; i++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Back back = Recorded.read(Files.write(folder.resolve("damaged"), damaged), 64);
      int last = -1;
      for (Row row : back.rows()) {
        int place = places.getOrDefault(row, -1);
        assertTrue(place > last, "seed " + seed + ", round " + round + ": " + row);
        last = place;
      }
      assertTrue(back.rows().size() > 1000, "seed " + seed + ": " + back.rows().size() + " rows");
    }
  }

  @Test
  void shouldFindALaterHeaderWhenTheFirstIsDamaged() throws Exception {
    Original original = original(900, Recorded.SMALL);
    byte[] damaged = original.bytes().clone();
    damaged[50] ^= 1;
    Path file = Files.write(folder.resolve("damaged"), damaged);
    try (BlackBoxReader reader = BlackBoxReader.open(file, event -> {})) {
      assertEquals(Recorded.header(), reader.header());
      List<Row> rows = new ArrayList<>();
      Recorded.rest(reader, 50, rows);
      assertEquals(original.rows(), rows);
      Block first = original.blocks().getFirst();
      assertEquals(List.of(new Damage(Damage.Kind.UNREADABLE, 0, first.to(), 0, 1)), reader.report().damages());
    }
  }

  @Test
  void shouldTellPlaceAndBlocksWhenSomeAreMissing() throws Exception {
    Original original = original(900, Recorded.SMALL);
    Block third = original.blocks().get(3);
    Block fourth = original.blocks().get(4);
    byte[] damaged = original.bytes().clone();
    Arrays.fill(damaged, third.from() + 9, fourth.from() + 9, (byte) 0);
    Back back = Recorded.read(Files.write(folder.resolve("damaged"), damaged), 64);
    assertEquals(List.of(new Damage(Damage.Kind.UNREADABLE, third.from(), fourth.to(), 3, 2)),
        back.report().damages());
    assertEquals(original.rows().size() - third.rows() - fourth.rows(), back.rows().size());
  }

  @Test
  void shouldSetBlocksOfAnotherRecordingAsideWhenTheyAreInTheFile() throws Exception {
    Original original = original(300, Recorded.SMALL);
    Path second = new RecordingFolder(folder.resolve("original"), Recorded.JOURNAL).file(2);
    List<Row> others = Recorded.plausible(300, 12);
    Recorded.write(folder.resolve("original"), others, Recorded.SMALL);
    byte[] both = join(original.bytes(), Files.readAllBytes(second));
    Back back = Recorded.read(Files.write(folder.resolve("both"), both), 64);
    assertEquals(original.rows(), back.rows());
    assertEquals(List.of(Damage.Kind.FOREIGN), back.report().damages().stream().map(Damage::kind).toList());
  }

  @Test
  void shouldYieldNothingWhenTheFileIsNoRecording() throws Exception {
    byte[] noise = new byte[3_000_000];
    new Random(5).nextBytes(noise);
    for (int at = 0; at < noise.length - 8; at += 1000) {
      for (int i = 0; i < 8; i++) {
        noise[at + i] = (byte) (BlockFormat.MARKER >>> (8 * i));
      }
    }
    Path file = Files.write(folder.resolve("noise"), noise);
    try (BlackBoxReader reader = BlackBoxReader.open(file, event -> {})) {
      assertEquals(null, reader.header());
      List<Row> rows = new ArrayList<>();
      Recorded.rest(reader, 10, rows);
      assertEquals(0, rows.size());
      assertEquals(1, reader.report().damageCount());
    }
  }
}
