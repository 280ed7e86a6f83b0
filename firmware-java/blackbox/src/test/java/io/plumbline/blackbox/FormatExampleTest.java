package io.plumbline.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.blackbox.Recorded.Row;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of `FORMAT.md` is what the code writes, byte for byte.
class FormatExampleTest {
  private static final Path DOCUMENT = Path.of("FORMAT.md");
  private static final String BEGINNING = "<!-- example -->\n```\n";
  private static final int BYTES_A_LINE = 16;

  private final Path folder;

  FormatExampleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private byte[] example() throws Exception {
    RawStream stream = new RawStream(0, "left-high-g", RawStream.Kind.HIGH_G, "ADXL375", 800,
        List.of(new RawChannel("ax", "m/s²", 0.5, 0, -4096, 4095)));
    BlackBoxHeader header = new BlackBoxHeader("bar-1", "j1", "0.1.0", "abc1234",
        new BlackBoxHeader.Start(1_000_000_000L, 1_790_000_000_000L, true), List.of(stream),
        Map.of("exercise", "squat"), "", List.of(), "");
    BlackBoxWriter writer = new BlackBoxWriter(folder, header, BlackBoxOptions.DEFAULT);
    Recorded.append(writer, List.of(new Row(0, 1_000_000_000L, 0, 0, List.of(20, 0, 0, 0, 0, 0, 0, 0)),
        new Row(0, 1_001_250_000L, 1, 0, List.of(19, 0, 0, 0, 0, 0, 0, 0)),
        new Row(0, 1_002_500_000L, 2, 0, List.of(19, 0, 0, 0, 0, 0, 0, 0)),
        new Row(0, 1_006_250_003L, 5, RawBatch.GAP_BEFORE | RawBatch.CLIPPED, List.of(-4097, 0, 0, 0, 0, 0, 0, 0))),
        0);
    writer.event(new BlackBoxEvent(1_007_000_000L, "note", "drop"), 0);
    writer.close(0);
    return Files.readAllBytes(Objects.requireNonNull(writer.file()));
  }

  private static String dump(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < bytes.length; line += BYTES_A_LINE) {
      StringBuilder hex = new StringBuilder();
      StringBuilder ascii = new StringBuilder();
      for (int i = line; i < Math.min(line + BYTES_A_LINE, bytes.length); i++) {
        hex.append(String.format(Locale.ROOT, "%02x ", bytes[i]));
        ascii.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
      }
      text.append(String.format(Locale.ROOT, "%04x  %-48s %s%n", line, hex, ascii));
    }
    return text.toString();
  }

  @Test
  void shouldWriteWhatTheDocumentShowsWhenGivenItsExample() throws Exception {
    String document = Files.readString(DOCUMENT, StandardCharsets.UTF_8);
    int begin = document.indexOf(BEGINNING) + BEGINNING.length();
    String shown = document.substring(begin, document.indexOf("```", begin));
    assertEquals(dump(example()), shown, "what belongs into " + DOCUMENT + " is first");
  }

  @Test
  void shouldUseTheCrcOfTheDocumentWhenItChecks() {
    CRC32C crc = new CRC32C();
    crc.update("123456789".getBytes(StandardCharsets.US_ASCII));
    assertEquals(0xE3069283L, crc.getValue());
    crc.reset();
    crc.update("j1#1".getBytes(StandardCharsets.US_ASCII));
    assertEquals(crc.getValue(), Integer.toUnsignedLong(BlockFormat.tag("j1", 1)));
  }

  @Test
  void shouldNameEachLimitWhenItDescribesTheFormat() throws Exception {
    String document = Files.readString(DOCUMENT, StandardCharsets.UTF_8);
    assertTrue(document.contains("| 12 | 4 | payload length, at most " + BlockFormat.MAX_PAYLOAD_BYTES));
    assertTrue(document.contains("0 to " + (BlockFormat.MAX_STREAMS - 1)));
    assertTrue(document.contains("format version " + BlockFormat.VERSION));
  }
}
