package io.plumbline.daemon.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plumbline.daemon.imports.CsvRows.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  @ParameterizedTest
  @ValueSource(strings = {"a,b\r\n\"c,\"\"1\"\"\",d\r\n", "\uFEFFa;b\n\"c,\"\"1\"\"\";d", "a\tb\n\nc,\"1\"\td\n"})
  void shouldReadTheSameWhenWrittenByAnotherProgram(String text) {
    assertEquals(List.of(List.of("a", "b"), List.of("c,\"1\"", "d")),
        CsvRows.of(text).stream().map(Row::fields).toList());
  }

  @Test
  void shouldKnowTheLineWhenAFieldHasSeveral() {
    List<Row> rows = CsvRows.of("a,b\n\"two\nlines\",x\n\nlast,y\n");
    assertEquals(List.of(1, 2, 5), rows.stream().map(Row::line).toList());
  }

  @Test
  void shouldSayWhereWhenAQuoteIsNeverClosed() {
    String message = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> CsvRows.of("a,b\nc,\"d\ne,f\n")).getMessage());
    assertEquals("2: a quote is opened and never closed; close it, or export the file again", message);
  }
}
