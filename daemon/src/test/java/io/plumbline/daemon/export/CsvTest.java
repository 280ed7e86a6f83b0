package io.plumbline.daemon.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.daemon.export.Column.Kind;
import io.plumbline.daemon.support.CsvText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final List<Column> COLUMNS = List.of(new Column("note", "/note", Kind.TEXT),
      new Column("drift_m", "/drift_m", Kind.NUMBER));

  private static Map<String, String> back(String note) throws Exception {
    StringBuilder text = new StringBuilder();
    new Csv(text, COLUMNS).row(List.of(note, -0.5));
    return CsvText.read(text.toString()).getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0", "=\"a\",\"b\""})
  void shouldBeNoFormulaAndLeaveNumbersWhenATextBeginsLikeOne(String note) throws Exception {
    assertEquals(Map.of("note", "'" + note, "drift_m", "-0.5"), back(note));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "as always", "a,b", "she said \"no\"", "two\r\nlines", "1-2", "ü"})
  void shouldComeBackWhenATextIsNoFormula(String note) throws Exception {
    assertEquals(Map.of("note", note, "drift_m", "-0.5"), back(note));
  }
}
