package io.plumbline.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.coach.SafetyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The pages' texts stand in one catalogue, in both languages, and the shell that works offline is all of the pages.
class PageTextsTest {
  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Pattern ENTRY = Pattern
      .compile("^  '([^']+)': \\[\\s*('(?:[^'\\\\]|\\\\.)*'|\"[^\"]*\"),\\s*'((?:[^'\\\\]|\\\\.)*)'\\]",
          Pattern.MULTILINE);
  private static final Pattern USED = Pattern.compile("\\bt\\('([^']+)'|data-t(?:-label)?=\"([^\"]+)\"");
  /// Keys that are put together: what stands before the part that varies.
  private static final Pattern BUILT = Pattern
      .compile("`([a-z-]+\\.)[^`]*\\$|word\\('([^']+)'|(?:choice|one|many)\\([^\n]*?'([a-z]+)'");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

  private static Map<String, List<String>> catalogue() throws IOException {
    Map<String, List<String>> entries = new TreeMap<>();
    ENTRY.matcher(Files.readString(WEB.resolve("js/texts/catalogue.js"))).results().forEach(found -> {
      String english = found.group(2);
      assertEquals(null,
          entries.put(found.group(1), List.of(english.substring(1, english.length() - 1), found.group(3))),
          found.group(1) + " stands twice");
    });
    return entries;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(WEB)) {
      return all.filter(path -> path.toString().matches(".*\\.(js|html)") && !path.toString().contains("vendor")
          && !path.endsWith("catalogue.js")).sorted().toList();
    }
  }

  @Test
  void shouldHaveTheSamePlacesWhenATextIsInBothLanguages() throws IOException {
    Map<String, List<String>> entries = catalogue();
    assertTrue(entries.size() > 300, () -> "read: " + entries.size());
    List<String> wrong = new ArrayList<>();
    entries.forEach((key, texts) -> {
      Set<String> english = places(texts.getFirst());
      // Sentences of the bar are shown as the bar told them, where the page speaks its language.
      if (!texts.getFirst().isEmpty() && !english.equals(places(texts.getLast()))) {
        wrong.add(key);
      }
      if (texts.getFirst().contains("|") != texts.getLast().contains("|")) {
        wrong.add(key + ": one|many");
      }
    });
    assertEquals(List.of(), wrong);
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldBeInTheCatalogueWhenAPageUsesAText() throws IOException {
    Map<String, List<String>> entries = catalogue();
    Set<String> missing = new TreeSet<>();
    Set<String> used = new TreeSet<>();
    Set<String> begins = new TreeSet<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      USED.matcher(text).results().map(PageTextsTest::first).forEach(key -> {
        used.add(key);
        if (!entries.containsKey(key)) {
          missing.add(source.getFileName() + ": " + key);
        }
      });
      BUILT.matcher(text).results().map(PageTextsTest::begin).forEach(begins::add);
      // Keys in tables of the code, as of columns.
      Pattern.compile("'([a-z][a-z0-9-]*(?:\\.[a-z0-9+-]+)*)'").matcher(text).results().map(found -> found.group(1))
          .forEach(used::add);
    }
    assertEquals(Set.of(), missing);
    Set<String> dead = entries.keySet().stream()
        .filter(key -> !used.contains(key) && begins.stream().noneMatch(key::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), dead, "texts that no page uses");
  }

  private static String begin(MatchResult found) {
    return found.group(1) != null ? found.group(1) : (found.group(2) != null ? found.group(2) : found.group(3)) + ".";
  }

  private static String first(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  @Test
  void shouldSayTheSameAsTheDaemonWhenItTellsWhenToSeekHelp() throws IOException {
    Set<String> shown = catalogue().entrySet().stream().filter(entry -> entry.getKey().startsWith("safety."))
        .map(entry -> entry.getValue().getFirst()).collect(Collectors.toSet());
    SafetyText text = SafetyText.PAGE;
    Stream.of(Stream.of(text.title(), text.about()), text.atOnce().stream(), text.soon().stream()).flatMap(all -> all)
        .forEach(line -> assertTrue(shown.contains(line), line));
  }

  @Test
  void shouldKeepEveryFileOfThePagesWhenTheShellIsInstalled() throws IOException {
    String worker = Files.readString(WEB.resolve("sw.js"));
    Set<String> shell = Pattern.compile("'(/[^']*)'").matcher(worker.substring(0, worker.indexOf("];"))).results()
        .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    Set<String> files = new TreeSet<>();
    try (Stream<Path> all = Files.walk(WEB)) {
      all.filter(Files::isRegularFile).map(path -> "/" + WEB.relativize(path)).forEach(files::add);
    }
    // Accounts are made where the daemon is there; the worker is not its own.
    files.removeAll(Set.of("/sw.js", "/accounts.html", "/js/accounts.js", "/icons/512.png", "/vendor/uplot/LICENSE"));
    files.remove("/index.html");
    files.add("/");
    assertEquals(files, shell);
  }
}
