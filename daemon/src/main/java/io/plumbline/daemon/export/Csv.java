package io.plumbline.daemon.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CSV as in RFC 4180, with a row of names. A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises; numbers stay numbers.
final class Csv {
  private static final String FORMULA = "=+-@\t\r\n";

  private final Appendable out;

  Csv(Appendable out, List<Column> columns) throws IOException {
    this.out = out;
    row(columns.stream().map(Column::name).toList());
  }

  /// @param values Boolean, Number or String, null for an empty field
  void row(List<? extends @Nullable Object> values) throws IOException {
    String separator = "";
    for (Object value : values) {
      out.append(separator).append(value == null ? "" : value instanceof String text ? text(text) : value.toString());
      separator = ",";
    }
    out.append("\r\n");
  }

  private static String text(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n') && !safe.isEmpty();
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
