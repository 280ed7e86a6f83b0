package io.plumbline.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {
  private static final String SHORT = """
    purpose = "Nothing but a knock"
    exercise = "deadlift-conventional"
    [[set]]
    load_kg = 60
    reps = 0
    rest_before_s = 0.2
    rest_after_s = 0.2
    [[set.incident]]
    kind = "phone"
    duration_s = 0.2
    pause_s = 0.1
    """;

  @TempDir
  private Path folder = Path.of("");
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  private int run(Object... arguments) {
    return new CommandLine(new SimulateCommand()).setErr(new PrintWriter(err)).setOut(new PrintWriter(out))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private String scenario() throws IOException {
    return Files.writeString(folder.resolve("short.toml"), SHORT).toString();
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private String firstError() {
    return err.toString().lines().findFirst().orElse("");
  }

  @Test
  void shouldWriteRecordingAndPictureWhenBothAreAskedFor() throws IOException {
    Path recording = folder.resolve("a.csv.gz");
    Path picture = folder.resolve("a.svg");
    assertEquals(0, run(scenario(), "-o", recording, "--plot", picture), err::toString);
    assertEquals(Set.of("short.toml", "a.csv.gz", "a.svg"), files());
    assertTrue(Files.size(picture) > 0);
    List<String> lines = err.toString().lines().toList();
    assertTrue(lines.getFirst().matches(".*a\\.csv\\.gz: 0 reps, \\d+\\.\\d s, \\d+ samples, \\d+ times real time"),
        err::toString);
    assertEquals(picture + ": drawn", lines.getLast());
    assertEquals("", out.toString());
  }

  @Test
  void shouldWriteTheSameBytesWhenTheSeedIsTheSame() throws IOException {
    String scenario = scenario();
    Path first = folder.resolve("a.csv");
    Path second = folder.resolve("b.csv");
    assertEquals(0, run(scenario, "-o", first, "--seed", 9));
    assertEquals(0, run(scenario, "-o", second, "--seed", 9));
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    assertEquals(0, run(scenario, "-o", second, "--seed", 10));
    assertTrue(Files.mismatch(first, second) >= 0, "another seed, other noise");
    assertTrue(Files.readString(second).contains("scenario short, seed 10"));
  }

  @Test
  void shouldDrawWithoutARecordingWhenOnlyAPictureIsAskedFor() throws IOException {
    assertEquals(0, run(scenario(), "--plot", folder.resolve("a.png")), err::toString);
    assertEquals(Set.of("short.toml", "a.png"), files());
  }

  @Test
  void shouldListEveryScenarioWithItsPurpose() {
    assertEquals(0, run("--list"));
    List<String> lines = out.toString().lines().toList();
    assertEquals(Scenarios.names(), lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    assertTrue(lines.getFirst().endsWith("  " + Scenarios.named(Scenarios.names().getFirst()).purpose()));
  }

  @Test
  void shouldPrintAFileThatIsTheScenarioWhenItIsReadAgain() throws IOException {
    assertEquals(0, run("--print", "squat"));
    Path file = folder.resolve("squat.toml");
    Files.writeString(file, out.toString());
    assertEquals(Scenarios.named("squat"), Scenarios.load(file));
  }

  @Test
  void shouldPrintKnobsAndExamplesWhenAskedForHelp() {
    assertEquals(0, run("--knobs"));
    assertTrue(out.toString().contains("| `rom_m` | m |"));
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("plumbline simulate --random 20 --seed 100 -o campaign"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
    ^^                                    | which scenario? Give a name (--list shows them) or a .toml file
    squat                                 | nothing to write: give -o FILE.csv.gz, --plot FILE.png or both
    sqat -o @/a.csv                       | no scenario is named 'sqat'; nearest: 'squat'
    missing.toml -o @/a.csv               | missing.toml: no such file
    @ -o @/a.csv                          | is a folder, not a scenario file
    squat -o @                            | is a folder: name a file, for example
    squat -o @/no/a.csv                   | a.csv: its folder does not exist
    squat -o @/a.png                      | a.png: the name of a recording ends in .csv or .csv.gz
    squat -o                              | Missing required parameter for option '--output' (FILE)
    squat --plot @/a.gif                  | a.gif: the name of a picture ends in .png or .svg
    squat --plot @/no/a.png               | a.png: its folder does not exist
    squat --list                          | exclude each other
    --list --random 3                     | exclude each other
    --list -o @/a.csv                     | -o, --plot and --seed need a scenario to simulate
    --print sqat                          | no scenario is named 'sqat'; nearest: 'squat'
    --random 2                            | --random writes recordings to a folder: give -o FOLDER
    --random 0 -o @                       | --random must be from 1 to 1000000
    --random 1 -o @/no/folder             | its folder does not exist
    --random x -o @                       | Invalid value for option '--random'
    squat -o @/a.csv --seed -1            | --seed must be from 0 to 999999999999999, but is -1
    squat -o @/a.csv --seed 1e3           | Invalid value for option '--seed'
    squat row -o @/a.csv                  | Unmatched argument
    --reps 3                              | Unknown option: '--reps'
    """)
  void shouldRefuseInOneLineAndWriteNothingWhenTheCallMakesNoSense(String line, String expected) throws IOException {
    String[] arguments = line.isEmpty()
        ? new String[0]
        : line.strip().replace("@", folder.toString()).split(" ", -1);
    assertEquals(2, run((Object[]) arguments));
    assertTrue(firstError().contains(expected), err::toString);
    assertEquals(Set.of(), files());
  }

  @Test
  void shouldNameLineAndKeyWhenAScenarioFileIsWrong() throws IOException {
    Path file = folder.resolve("bad.toml");
    Files.writeString(file, SHORT.replace("pause_s", "pase_s"));
    assertEquals(2, run(file, "-o", folder.resolve("a.csv")));
    assertEquals(file + ":11: unknown key 'pase_s' in [set.incident]; nearest: 'pause_s'", firstError());
    assertEquals(Set.of("bad.toml"), files());
  }

  @Test
  void shouldNotReplaceWhatIsNoOrdinaryFile() {
    assertEquals(2, run("squat", "-o", "/dev/null"));
    assertTrue(firstError().contains("the name of a recording ends in"), err::toString);
  }

  @Test
  void shouldWriteRandomScenariosToANewFolder() throws IOException {
    Path campaign = folder.resolve("campaign");
    assertEquals(0, run("--random", 1, "--seed", 372, "-o", campaign), err::toString);
    try (Stream<Path> files = Files.list(campaign)) {
      assertEquals(List.of("random-372.csv.gz"), files.map(file -> file.getFileName().toString()).toList());
    }
    Path alone = folder.resolve("alone.csv.gz");
    assertEquals(0, run("random-372", "-o", alone), err::toString);
    assertEquals(-1, Files.mismatch(alone, campaign.resolve("random-372.csv.gz")), "the same by its name");
  }
}
