package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedDocumentTest {
  @Test
  void shouldKeepTheWordsAroundWhenNumbersAreReplaced() {
    String document = "a\n<!-- measured: x -->\nold\n<!-- end of x -->\nb\n<!-- measured: y -->\n<!-- end of y -->\n";
    String replaced = MarkedDocument.replace(document, "x", "new\n\n");
    assertEquals(
        "a\n<!-- measured: x -->\nnew\n<!-- end of x -->\nb\n<!-- measured: y -->\n<!-- end of y -->\n", replaced);
    assertEquals(replaced, MarkedDocument.replace(replaced, "x", "new"));
  }

  @Test
  void shouldSayWhichMarkerIsMissingWhenADocumentLacksOne(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("d.md"), "<!-- measured: x -->\n");
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
        () -> MarkedDocument.read(file, List.of("x")));
    assertTrue(String.valueOf(refused.getMessage()).contains("<!-- end of x -->"), refused.getMessage());
  }

  @Test
  void shouldBeReadyForTheNumbersWhenItIsTheCoresOwn() {
    Path own = Path.of("../..").resolve(AccuracyCommand.DOCUMENT);
    assertTrue(MarkedDocument.read(own, AccuracyCommand.MEASURED).startsWith("# "));
  }

  @Test
  void shouldReplaceAFileWholeWhenItIsWritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("d.md"), "a long old text");
    WholeFile.write(file, "new");
    assertEquals("new", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void shouldRefuseWhenThereIsNoFolder(@TempDir Path folder) {
    Path nowhere = folder.resolve("none/at/all.csv");
    assertThrows(IllegalArgumentException.class, () -> WholeFile.check(nowhere));
    assertThrows(IllegalArgumentException.class, () -> WholeFile.check(folder));
  }
}
