package io.plumbline.bar.cli;

import static io.plumbline.bar.testing.Recordings.COLUMNS;
import static io.plumbline.bar.testing.Recordings.bytes;
import static io.plumbline.bar.testing.Recordings.gzip;
import static io.plumbline.bar.testing.Recordings.lifts;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the recording, replay ends with 0 or 2 and a few lines. Anything else is an exception on its way to the user.
class ReplayFuzzTest {
  private static final byte[] GOOD = bytes(lifts(1));

  private static void assertEndsWell(byte[] recording) {
    CommandRun run = CommandRun.replayOf(new ByteArrayInputStream(recording), "-", "--json=all");
    assertTrue(run.status() == 0 || run.status() == 2, run.err());
    assertTrue(run.err().lines().count() <= 25, run.err());
    assertTrue(run.err().lines().allMatch(line -> line.startsWith("plumbline replay: standard input: ")), run.err());
  }

  @Property(tries = 40)
  void shouldEndWellWhenBytesAreChanged(@ForAll long seed, @ForAll boolean packed) {
    Random random = new Random(seed);
    byte[] content = packed ? gzip(GOOD) : GOOD.clone();
    int changes = 1 + random.nextInt(20);
    for (int i = 0; i < changes; i++) {
      int at = random.nextBoolean() ? random.nextInt(content.length) : random.nextInt(Math.min(300, content.length));
      content[at] = (byte) random.nextInt(256);
    }
    assertEndsWell(random.nextInt(4) == 0 ? Arrays.copyOf(content, random.nextInt(content.length)) : content);
  }

  @Property(tries = 40)
  void shouldEndWellWhenNumbersAreOfAnySize(@ForAll long seed) {
    Random random = new Random(seed);
    double[] sizes = {0, 1e-300, 1e-6, 1, 10, 1e3, 1e6, 1e300};
    StringBuilder csv = new StringBuilder(COLUMNS + ",left_fz,right_fz,truth_z\n");
    double timeS = random.nextInt(3) * 1e6;
    double size = sizes[random.nextInt(sizes.length)];
    for (int row = 0; row < 400; row++) {
      timeS += random.nextInt(50) == 0 ? sizes[random.nextInt(sizes.length - 1)] : 0.01;
      if (random.nextInt(30) == 0) {
        size = sizes[random.nextInt(sizes.length)];
      }
      csv.append(timeS);
      for (int cell = 0; cell < 9; cell++) {
        csv.append(',').append(random.nextInt(10) == 0 ? "" : Double.toString(random.nextGaussian() * size));
      }
      csv.append('\n');
    }
    assertEndsWell(bytes(csv.toString()));
  }
}
