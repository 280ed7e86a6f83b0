package io.plumbline.daemon.coach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `coach.md` beside the code.
class CoachTableTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final Pattern NUMBER = Pattern.compile("`([a-z0-9_]+)` ([0-9.]+)(?: |,|$)");

  private static List<String> lines() throws IOException {
    Path here = Path.of("coach.md");
    return Files.readAllLines(Files.exists(here) ? here : Path.of("daemon/coach.md"));
  }

  /// Rows of the table below a heading, without its head, cells trimmed.
  private static List<List<String>> rows(String heading) throws IOException {
    return lines().stream().dropWhile(line -> !line.equals("## " + heading)).skip(1)
        .takeWhile(line -> !line.startsWith("## ")).filter(line -> line.startsWith("|")).skip(2)
        .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::strip).toList())
        .toList();
  }

  @Test
  void shouldListEachRuleWithItsNumbersAndDefaultsWhenTheDocumentIsRead() throws IOException {
    TreeMap<String, TreeMap<String, Double>> written = new TreeMap<>();
    for (List<String> row : rows("Rules")) {
      TreeMap<String, Double> numbers = new TreeMap<>();
      Matcher matcher = NUMBER.matcher(row.get(2));
      while (matcher.find()) {
        numbers.put(matcher.group(1), Double.valueOf(matcher.group(2)));
      }
      written.put(row.get(0).replace("`", ""), numbers);
    }
    TreeMap<String, TreeMap<String, Double>> coded = new TreeMap<>();
    for (Coach.Known rule : Coach.rules()) {
      TreeMap<String, Double> numbers = new TreeMap<>();
      rule.numbers().forEach(number -> numbers.put(number.id(), number.usual()));
      coded.put(rule.id(), numbers);
    }
    assertEquals(coded, written);
  }

  @Test
  void shouldListEachNumberWithItsRangeWhenTheDocumentIsRead() throws IOException {
    List<String> coded = Arrays.stream(RuleNumber.values()).map(number -> "`" + number.id() + "` "
        + Words.number(number.usual()) + " " + Words.number(number.least()) + " to " + Words.number(number.most()) + " "
        + number.meaning()).toList();
    assertEquals(coded, rows("Numbers").stream().map(row -> String.join(" ", row)).toList());
  }

  @Test
  void shouldNameTestsThatExistWhenARuleIsListed() throws IOException {
    for (List<String> row : rows("Rules")) {
      Matcher matcher = TEST.matcher(row.get(3));
      int tests = 0;
      while (matcher.find()) {
        tests++;
        assertTrue(exists(matcher.group(1), matcher.group(2)), row.get(3));
      }
      assertTrue(tests > 0, row.get(0));
    }
  }

  private static boolean exists(String test, String method) {
    try {
      return Stream.of(Class.forName(CoachTableTest.class.getPackageName() + "." + test).getDeclaredMethods())
          .anyMatch(one -> one.getName().equals(method) && one.getAnnotations().length > 0);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
