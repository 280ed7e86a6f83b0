package io.plumbline.daemon.coach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The coach says the same in both languages.
class PhrasesTest {
  private static final Path CODE = Path.of("src/main/java/io/plumbline/daemon/coach");
  private static final Path TEXTS = Path.of("src/main/resources/io/plumbline/daemon/coach");
  private static final Pattern KEY = Pattern.compile("\"([a-z-]+\\.[a-z0-9-]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  private static Properties texts(String name) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(TEXTS.resolve(name))) {
      texts.load(reader);
    }
    return texts;
  }

  @Test
  void shouldHaveEachTextInBothLanguagesWhenItIsSaid() throws IOException {
    Properties english = texts("phrases.properties");
    Properties german = texts("phrases_de.properties");
    Set<String> keys = new TreeSet<>(english.stringPropertyNames());
    assertTrue(keys.size() > 100, () -> "read: " + keys.size());
    assertEquals(keys, new TreeSet<>(german.stringPropertyNames()));
    for (String key : keys) {
      assertEquals(places(english.getProperty(key)), places(german.getProperty(key)), key);
    }
    Set<String> parts = keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    Set<String> said = new TreeSet<>();
    Arrays.stream(Exercise.values()).map(exercise -> "name." + exercise.id()).forEach(said::add);
    List.of("technique-check", "film-a-heavy-set", "mobility-check").forEach(rule -> said.add("reminder." + rule));
    try (Stream<Path> sources = Files.list(CODE)) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        KEY.matcher(Files.readString(source)).results().map(found -> found.group(1))
            .filter(key -> parts.contains(key.substring(0, key.indexOf('.')))).forEach(said::add);
      }
    }
    assertEquals(keys, said, "texts, and what the code says");
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldWriteNumbersDaysAndManyAsTheLanguageDoesWhenTheyAreSaid() {
    Phrases german = Phrases.in(Locale.GERMANY);
    assertTrue(early(Phrases.ENGLISH, 3).startsWith("The conventional deadlift came after 3 working sets of"));
    assertTrue(early(Phrases.ENGLISH, 1).startsWith("The conventional deadlift came after 1 working set of"));
    assertTrue(early(german, 3).startsWith("Kreuzheben kam nach 3 Arbeitssätzen anderer"));
    assertTrue(early(german, 1).startsWith("Kreuzheben kam nach 1 Arbeitssatz anderer"));
    assertEquals(
        "Wie fühlt sich der Rücken nach der Einheit vom 3.11.2026 an? Eine Rückmeldung braucht nur wenige Klicks.",
        german.say("check-in.due", LocalDate.of(2026, 11, 3)));
    assertEquals(
        "Kniebeuge mit 102,5 kg war heute 0,06 m/s langsamer als deine Linie der letzten Wochen. Heute passt vielleicht eine leichtere Einheit.",
        german.say("today.slower", Exercise.SQUAT, 102.5, 0.06));
    assertEquals("This week's squat is within the usual step.",
        Phrases.in(Locale.FRENCH).say("weekly.within", Exercise.SQUAT));
  }

  private static String early(Phrases phrases, long sets) {
    return phrases.say("early.late", Exercise.DEADLIFT_CONVENTIONAL, sets, "squat");
  }

  @Property(tries = 100)
  void shouldFindTheSameInBothLanguagesWhateverTheHistory(@ForAll long seed) {
    Past past = RandomPast.of(new Random(seed));
    List<CoachFinding> english = all(past, Locale.ENGLISH);
    List<CoachFinding> german = all(past, Locale.GERMAN);
    assertEquals(english.stream().map(PhrasesTest::silent).toList(), german.stream().map(PhrasesTest::silent).toList());
    for (int i = 0; i < english.size(); i++) {
      String text = german.get(i).text();
      assertNotEquals(english.get(i).text(), text);
      assertFalse(text.contains("{") || text.contains("''") || text.contains(" the "), text);
    }
  }

  private static List<CoachFinding> all(Past past, Locale locale) {
    return Coach.explain(past.history(), RandomPast.NOW, locale).stream()
        .flatMap(part -> Stream.concat(part.fired().stream(), part.quiet().stream()))
        .flatMap(looked -> looked.findings().stream()).toList();
  }

  private static CoachFinding silent(CoachFinding finding) {
    return new CoachFinding(finding.rule(), finding.about(), finding.level(), finding.value(), finding.limit(),
        finding.unit(), finding.basis(), "");
  }
}
