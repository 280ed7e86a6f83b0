package io.plumbline.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.blackbox.Recorded.Row;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blocks whose CRC is right and whose content is not: somebody meant it so. The reader still neither throws nor takes more memory.
class HostileContentTest {
  private static final int ROUNDS = 5000;

  private final Path folder;

  HostileContentTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static void change(byte[] payload, Random random) {
    for (int changes = random.nextInt(6); changes > 0 && payload.length > 0; changes--) {
      int at = random.nextInt(random.nextBoolean() ? payload.length : Math.min(24, payload.length));
      payload[at] = (byte) (random.nextInt(4) == 0 ? -1 : random.nextInt(256));
    }
  }

  @Test
  void shouldNeitherThrowNorBelieveItWhenTheContentIsForged() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("HostileContentTest seed " + seed);
    Random random = new Random(seed);
    Path original = Recorded.write(folder.resolve("original"), Recorded.plausible(200, 51), Recorded.SMALL);
    byte[] bytes = Files.readAllBytes(original);
    List<Recorded.Block> blocks = Recorded.blocks(original);
    CRC32C crc = new CRC32C();
    long malformed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      long sequence = 0;
      for (Recorded.Block block : blocks.subList(0, 6)) {
        byte[] payload = Arrays.copyOfRange(bytes, block.from() + BlockFormat.HEAD_BYTES,
            block.to() - BlockFormat.CRC_BYTES);
        change(payload, random);
        if (random.nextInt(10) == 0) {
          payload = Arrays.copyOf(payload, random.nextInt(2 * payload.length + 1));
        }
        ByteBuffer forged = BlockFormat.buffer(payload.length);
        forged.position(BlockFormat.HEAD_BYTES).put(payload);
        int kind = random.nextInt(10) == 0 ? random.nextInt(256) : block.kind();
        long number = random.nextInt(20) == 0 ? random.nextLong() : sequence++;
        BlockFormat.seal(forged, kind, number, BlockFormat.tag(Recorded.JOURNAL, 1), crc);
        byte[] whole = new byte[forged.remaining()];
        forged.get(whole);
        file.writeBytes(whole);
      }
      Path path = Files.write(folder.resolve("forged"), file.toByteArray());
      try (BlackBoxReader reader = BlackBoxReader.open(path, event -> {})) {
        List<Row> rows = new ArrayList<>();
        Recorded.rest(reader, 7, rows);
        BlackBoxReport report = reader.report();
        assertTrue(rows.size() == report.rows() && rows.size() < file.size(), "seed " + seed);
        malformed += report.damages().stream().filter(damage -> damage.kind() == Damage.Kind.MALFORMED).count();
      }
    }
    assertTrue(malformed > ROUNDS / 10, malformed + " malformed blocks");
  }
}
