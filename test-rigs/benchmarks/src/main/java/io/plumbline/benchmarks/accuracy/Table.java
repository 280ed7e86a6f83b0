package io.plumbline.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Rows of words and numbers for a terminal or for Markdown. The first column is aligned to the left, the others to the right. Not thread-safe.
final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  Table(String... header) {
    columns = header.length;
    rows.add(List.of(header));
  }

  void add(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells in a table of " + columns);
    }
    rows.add(List.of(cells));
  }

  boolean isEmpty() {
    return rows.size() == 1;
  }

  String toText() {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? row.get(i) + space : "  " + space + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  String toMarkdown() {
    StringBuilder text = new StringBuilder(markdown(rows.getFirst()));
    text.append(markdown(Stream.iterate(0, i -> i + 1).limit(columns).map(i -> i == 0 ? "---" : "---:").toList()));
    rows.stream().skip(1).forEach(row -> text.append(markdown(row)));
    return text.toString();
  }

  private static String markdown(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
