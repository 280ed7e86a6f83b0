package io.plumbline.daemon.imports;

import java.util.ArrayList;
import java.util.List;

/// Reads CSV as programs write it: a comma, a semicolon or a tab between fields, whichever the first line has most of; fields in quotes may hold all of them.
final class CsvRows {
  /// One row.
  ///
  /// @param line in the file, from 1
  record Row(int line, List<String> fields) {}

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private CsvRows(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String first = this.text.lines().findFirst().orElse("");
    this.separator = count(first, ';') > count(first, ',') ? ';' : count(first, '\t') > count(first, ',') ? '\t' : ',';
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /// All rows that are not empty.
  ///
  /// @throws IllegalArgumentException where a quote is not closed; the message says in which line it begins
  static List<Row> of(String text) {
    CsvRows reader = new CsvRows(text);
    List<Row> rows = new ArrayList<>();
    while (reader.at < reader.text.length()) {
      Row row = reader.row();
      if (row.fields().stream().anyMatch(field -> !field.isBlank())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Row row() {
    int begin = line;
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at < text.length() && text.charAt(at) == separator) {
        at++;
        continue;
      }
      endOfLine();
      return new Row(begin, fields);
    }
  }

  private void endOfLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  private String plain() {
    int begin = at;
    while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return text.substring(begin, at);
  }

  private String quoted() {
    int begin = line;
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at < text.length() && text.charAt(at) == '"') {
          at++;
        } else {
          // What follows the quote belongs to the field, as in most readers.
          return field + plain();
        }
      }
      line += c == '\n' ? 1 : 0;
      field.append(c);
    }
    throw new IllegalArgumentException(
        begin + ": a quote is opened and never closed; close it, or export the file again");
  }
}
