package io.plumbline.bar.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.technique.Baseline;
import io.plumbline.core.technique.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFileTest {
  private final Path folder;
  private final BaselineFile file;

  BaselineFileTest(@TempDir Path folder) {
    this.folder = folder.resolve("state");
    this.file = new BaselineFile(this.folder);
  }

  private static Baseline of(int reps, double tensionS) {
    Baseline baseline = new Baseline();
    for (int i = 0; i < reps; i++) {
      RepMeasures rep = new RepMeasures();
      rep.tensionS = tensionS + 0.01 * Math.sin(i);
      rep.leftShare = 0.5 + 0.001 * Math.cos(i);
      baseline.learn(rep);
    }
    return baseline;
  }

  private void write(String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file.path(), text);
  }

  @Test
  void shouldGiveBackEveryBitWhenKept() throws Exception {
    for (int reps : new int[]{3, 8, 57}) {
      Baseline kept = of(reps, 1.0 / 3);
      file.keep("Kim \"K\" \\ Müller", "deadlift-sumo", kept);
      Baseline found = file.find("Kim \"K\" \\ Müller", "deadlift-sumo").orElseThrow();
      for (Measure measure : Measure.values()) {
        assertEquals(kept.keep(measure), found.keep(measure));
      }
    }
  }

  @Test
  void shouldKeepTheOthersWhenOneChanges() throws Exception {
    file.keep("Kim", "squat", of(9, 0.8));
    file.keep("Ada", "squat", of(9, 0.9));
    file.keep("Kim", "deadlift-conventional", of(9, 1));
    file.keep("Ada", "squat", of(12, 0.9));
    assertEquals(9, file.find("Kim", "squat").orElseThrow().count(Measure.TENSION_TIME));
    assertEquals(12, file.find("Ada", "squat").orElseThrow().count(Measure.TENSION_TIME));
    assertTrue(file.find("Ada", "row").isEmpty());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file.path()), files.toList(), "no draft is left");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
    version = 2                                                                                         | version must be 1, but is 2
    x                                                                                                   | move the file away
    version = 1\\nbaseline = 3                                                                          | baseline must be a list of tables
    version = 1\\n[[baseline]]\\nathlete = 3                                                            | baseline 1: athlete must be a text
    version = 1\\n[[baseline]]\\nathlete = "Kim"\\nexercise = "squat"                                   | baseline 1: measures must be a table
    version = 1\\n[[baseline]]\\nathlete = "Kim"\\nexercise = "squat"\\n[baseline.measures]\\nluck = "1: 2"          | Kim, squat, luck: 'luck' is no measure
    version = 1\\n[[baseline]]\\nathlete = "Kim"\\nexercise = "squat"\\n[baseline.measures]\\ntilt = "many"          | tilt: 'many' is no state of a baseline
    version = 1\\n[[baseline]]\\nathlete = "Kim"\\nexercise = "squat"\\n[baseline.measures]\\ntilt = "12 0.1"        | tilt: must be a count, a mean and a spread
    version = 1\\n[[baseline]]\\nathlete = "Kim"\\nexercise = "squat"\\n[baseline.measures]\\ntilt = "12 0.1 -3"     | tilt: no state of a baseline
    version = 1\\n[[baseline]]\\nathlete = "Kim"\\nexercise = "squat"\\n[baseline.measures]\\ntilt = "3: 0.1 0.2"    | tilt: no state of a baseline
    """)
  void shouldNameFilePlaceAndMendWhenTheFileIsNoGood(String text, String reason) throws IOException {
    write(text.replace("\\n", "\n"));
    String message = String
        .valueOf(assertThrows(ConfigException.class, () -> file.find("Kim", "squat")).getMessage());
    assertTrue(message.startsWith(file.path() + ": ") && message.contains(reason), message);
    assertTrue(message.endsWith("; move the file away to begin anew") && message.lines().count() == 1, message);
  }

  @Test
  void shouldPutAFileAsideAndGoOnWhenItIsNoGood() throws IOException {
    write("version = 9\n");
    List<String> warnings = new ArrayList<>();
    try (BaselineKeeper keeper = new BaselineKeeper(file, "Kim", "squat", warnings::add)) {
      assertNull(keeper.known());
      keeper.keep(of(9, 1));
    }
    assertEquals(1, warnings.size(), warnings::toString);
    assertEquals("version = 9\n", Files.readString(folder.resolve("baselines.toml.unusable")));
    try (BaselineKeeper again = new BaselineKeeper(file, "Kim", "squat", warnings::add)) {
      assertEquals(9, Objects.requireNonNull(again.known()).count(Measure.TENSION_TIME));
    }
  }

  @Test
  void shouldHaveTheLatestOnTheDiskWhenTheKeeperIsClosed() throws Exception {
    try (BaselineKeeper keeper = new BaselineKeeper(file, "Kim", "squat", AssertionError::new)) {
      for (int reps = 1; reps < 60; reps++) {
        keeper.keep(of(reps, 1));
      }
    }
    assertEquals(59, file.find("Kim", "squat").orElseThrow().count(Measure.TENSION_TIME));
  }

  @Test
  void shouldWarnAndGoOnWhenNothingCanBeWritten() throws IOException {
    Files.writeString(folder, "a file where the folder should be");
    List<String> warnings = new ArrayList<>();
    try (BaselineKeeper keeper = new BaselineKeeper(file, "Kim", "squat", warnings::add)) {
      keeper.keep(of(9, 1));
    }
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(warnings.getFirst().startsWith("what is usual for Kim was not kept in " + file.path()));
  }

  @Test
  void shouldFindTheFolderWhereSystemdOrXdgSayWhenTheyDo() {
    assertEquals(Path.of("/var/lib/plumbline"),
        StateFolder.usual(Map.of("STATE_DIRECTORY", "/var/lib/plumbline:/var/lib/other", "XDG_STATE_HOME", "/x"),
            "/home/a"));
    assertEquals(Path.of("/x/plumbline"), StateFolder.usual(Map.of("XDG_STATE_HOME", "/x"), "/home/a"));
    assertEquals(Path.of("/home/a/.local/state/plumbline"),
        StateFolder.usual(Map.of("XDG_STATE_HOME", "relative"), "/home/a"));
  }
}
