package io.plumbline.bar.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LineReaderTest {
  /// Gives its bytes in pieces of any size, as a pipe does.
  private static final class Pieces extends InputStream {
    private final byte[] content;
    private final Random random;
    private int at;

    Pieces(byte[] content, long seed) {
      this.content = content;
      this.random = new Random(seed);
    }

    @Override
    public int read() {
      return at == content.length ? -1 : content[at++];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (at == content.length) {
        return -1;
      }
      int count = Math.min(Math.min(length, 1 + random.nextInt(70_000)), content.length - at);
      System.arraycopy(content, at, target, offset, count);
      at += count;
      return count;
    }
  }

  @Property(tries = 200)
  void shouldGiveTheSameLinesWhateverThePiecesAre(@ForAll long seed, @ForAll @IntRange(max = 60) int count)
      throws IOException {
    Random random = new Random(seed);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expected.add("x".repeat(random.nextInt(random.nextInt(10) == 0 ? LineReader.MAX_LINE_BYTES : 300)));
    }
    String text = expected.isEmpty() ? "" : String.join("\n", expected) + "\n";
    LineReader reader = new LineReader(new Pieces(text.getBytes(StandardCharsets.US_ASCII), seed));
    List<String> lines = new ArrayList<>();
    while (reader.next() == LineReader.Result.LINE) {
      lines.add(new String(reader.buffer(), reader.start(), reader.end() - reader.start(), StandardCharsets.US_ASCII));
    }
    assertEquals(expected, lines);
    assertEquals(count, reader.lineNumber());
  }
}
