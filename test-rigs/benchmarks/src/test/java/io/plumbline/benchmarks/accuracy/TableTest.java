package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void shouldAlignWordsToTheLeftAndNumbersToTheRightWhenItIsText() {
    Table table = new Table("what", "n");
    table.add("a", "100");
    table.add("longer", "7");
    assertEquals("what      n\na       100\nlonger    7\n", table.toText());
    assertEquals("| what | n |\n| --- | ---: |\n| a | 100 |\n| longer | 7 |\n", table.toMarkdown());
  }

  @Test
  void shouldRefuseWhenARowIsTooShort() {
    Table table = new Table("what", "n");
    assertThrows(IllegalArgumentException.class, () -> table.add("a"));
  }
}
