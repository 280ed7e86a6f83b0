package io.plumbline.system.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.system.Program;
import io.plumbline.system.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
  private static final Map<String, String> NO_BUILD = Map.of("PLUMBLINE_NO_BUILD", "1");

  @TempDir
  private Path folder = Path.of("");

  @Test
  void shouldRunFromAnywhereWhenCalledByALinkInAFolderWithSpaces() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("a folder with spaces"));
    Path link = Files.createSymbolicLink(odd.resolve("a link"), Repository.ROOT.resolve("plumbline"));
    try (Program simulate = Program.start(odd, NO_BUILD,
        List.of(link.toString(), "simulate", "sensor-slow-rate", "-o", "a set.csv"))) {
      assertEquals(0, simulate.awaitEnd(), simulate::errors);
    }
    assertTrue(Files.readString(odd.resolve("a set.csv")).startsWith("# plumbline-recording: 1\n"));
  }

  @Test
  void shouldNameVersionCommitJdkAndMavenWhenAsked() throws IOException {
    try (Program version = Program.plumbline("version")) {
      assertEquals(0, version.awaitEnd(), version::errors);
      String all = String.join("\n", version.lines());
      assertTrue(all.matches("(?s)plumbline \\d+\\.\\d+\\.\\d+.*, commit ([0-9a-f]{12}|unknown)\nJDK .*\nMaven \\d.*"),
          all);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"demonstrat | did you mean",
      "replay /no/such/recording.csv | /no/such/recording.csv",
      "package now | takes no arguments",
      "simulate squat -o / | / is a folder", "simulate squad -o x.csv | nearest: 'squat'", "replay / | directory"})
  void shouldSayInOneLineWhatIsWrongWhenInputIsUseless(String typed, String expected) throws IOException {
    try (Program program = Program.plumbline(typed.strip().split(" ", -1))) {
      assertEquals(2, program.awaitEnd());
      List<String> lines = program.errors().lines().toList();
      assertAll(() -> assertEquals(1, lines.size(), program::errors),
          () -> assertTrue(lines.getFirst().contains(expected), program::errors),
          () -> assertEquals(List.of(), program.lines()));
    }
  }

  @Test
  void shouldSayInOneLineWhatIsWrongWhenTheNamedJdkIsNone() throws IOException {
    Map<String, String> environment = Map.of("PLUMBLINE_NO_BUILD", "1", "PLUMBLINE_JAVA_HOME", folder.toString());
    for (String script : List.of("plumbline", "mvnw")) {
      try (Program program = Program.start(folder, environment,
          List.of(Repository.ROOT.resolve(script).toString(), "-v"))) {
        assertEquals(2, program.awaitEnd());
        assertTrue(program.errors().contains("JDK 25 or newer") && program.errors().lines().count() == 1,
            program::errors);
      }
    }
  }

  @Test
  void shouldFindMavenWhenCalledAsWrapper() throws IOException {
    try (Program mvnw = Program.start(folder, Map.of(), List.of(Repository.ROOT.resolve("mvnw").toString(), "-v"))) {
      assertEquals(0, mvnw.awaitEnd(), mvnw::errors);
      assertTrue(String.join("\n", mvnw.lines()).contains("Apache Maven"), () -> mvnw.lines().toString());
    }
  }
}
