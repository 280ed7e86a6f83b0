package io.plumbline.daemon.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads CSV as RFC 4180 has it and nothing else: CRLF after each line, as many fields everywhere, quotes where they must be.
public final class CsvText {
  private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\",\r\n]*))(,|\r\n)");

  private CsvText() {}

  /// The rows, by the names of the first one.
  public static List<Map<String, String>> read(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    Matcher field = FIELD.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!field.find(at) || field.start() != at) {
        throw new AssertionError("no field of RFC 4180 at " + at + ": " + text.substring(at));
      }
      line.add(field.group(1) != null ? field.group(1).replace("\"\"", "\"") : field.group(2));
      if (field.group(3).equals("\r\n")) {
        lines.add(line);
        line = new ArrayList<>();
      }
      at = field.end();
    }
    List<String> names = lines.removeFirst();
    if (!line.isEmpty() || lines.stream().anyMatch(row -> row.size() != names.size())) {
      throw new AssertionError("a line is not whole: " + text);
    }
    return lines.stream().map(row -> {
      Map<String, String> byName = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        byName.put(names.get(i), row.get(i));
      }
      return byName;
    }).toList();
  }
}
