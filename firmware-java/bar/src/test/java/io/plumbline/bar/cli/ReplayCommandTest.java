package io.plumbline.bar.cli;

import static io.plumbline.bar.testing.Recordings.COLUMNS;
import static io.plumbline.bar.testing.Recordings.bytes;
import static io.plumbline.bar.testing.Recordings.gzip;
import static io.plumbline.bar.testing.Recordings.lifts;
import static io.plumbline.bar.testing.Recordings.restRow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayCommandTest {
  private final Path folder;

  ReplayCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String file(String name, byte[] content) throws Exception {
    return Files.write(folder.resolve(name), content).toString();
  }

  private static List<Payload> decode(String out) throws Exception {
    List<Payload> payloads = new ArrayList<>();
    for (String line : out.lines().toList()) {
      payloads.add(new ContractCodec().decode(bytes(line)));
    }
    return payloads;
  }

  /// One line that names the file and shows no stack trace.
  private static void assertOneLine(CommandRun run, String name) {
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("plumbline replay: " + name + ": "), run.err());
  }

  @Test
  void shouldPrintRepsAndTheirSetAsJsonWhenAskedFor() throws Exception {
    String file = file("lifts.csv.gz", gzip(bytes(lifts(3))));
    CommandRun run = CommandRun.replay("--json", file);
    assertEquals("", run.err());
    assertEquals(0, run.status());
    List<Payload> payloads = decode(run.out());
    assertEquals(4, payloads.size());
    RepSummary rep = (RepSummary) payloads.getFirst();
    assertEquals(Exercise.DEADLIFT_CONVENTIONAL, rep.exercise());
    assertEquals(0.5, rep.velocity().meanConcentricMps(), 0.05);
    assertEquals(0.5, rep.motion().rangeOfMotionM(), 0.03);
    assertEquals(new Load(Load.Source.ENTERED, 100.0, null, null, null), rep.load());
    assertEquals(3, ((SetSummary) payloads.getLast()).completedReps());
  }

  @Test
  void shouldChangeWhatIsKnownOfAnAthleteOnlyWhenAskedToLearn() throws Exception {
    String file = file("lifts.csv", bytes(lifts(3)));
    Path state = folder.resolve("state");
    CommandRun reading = CommandRun.replay(file, "--athlete", "Kim", "--state", state.toString());
    assertEquals(0, reading.status(), reading.err());
    assertTrue(Files.notExists(state));
    CommandRun learning = CommandRun.replay(file, "--athlete", "Kim", "--state", state.toString(), "--learn");
    assertEquals(0, learning.status(), learning.err());
    Path known = state.resolve("baselines.toml");
    assertTrue(Files.readString(known).contains("athlete = \"Kim\""));
    Files.writeString(known, "version = 7\n");
    CommandRun refused = CommandRun.replay(file, "--athlete", "Kim", "--state", state.toString());
    assertEquals(2, refused.status());
    assertTrue(refused.err().startsWith("plumbline replay: " + known + ": version must be 1, but is 7"), refused.err());
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertEquals(2, CommandRun.replay(file, "--learn").status(), "nobody to learn of");
  }

  @Test
  void shouldPrintTheColumnsAndFindingsOfTechniqueInTheTable() throws Exception {
    CommandRun run = CommandRun.replay(file("lifts.csv", bytes(lifts(2))));
    String header = run.out().lines().findFirst().orElseThrow();
    for (String column : List.of("mean m/s", "slack", "drift cm", "left %", "W mean")) {
      assertTrue(header.contains(column), header);
    }
    assertTrue(run.out().contains("tonnage 200 kg"), run.out());
  }

  @Test
  void shouldPrintCuesAndQualityTooWhenAskedForAll() throws Exception {
    CommandRun run = CommandRun.replay(file("lifts.csv", bytes(lifts(2))), "--json=all");
    List<Payload> payloads = decode(run.out());
    assertEquals(2, payloads.stream().filter(Cue.class::isInstance).count());
    assertEquals(1, payloads.stream().filter(Quality.class::isInstance).count());
    assertEquals(2, payloads.stream().filter(RepSummary.class::isInstance).count());
  }

  @Test
  void shouldPrintALineARepAndALineASetWhenReadByPeople() throws Exception {
    CommandRun run = CommandRun.replay(file("lifts.csv", bytes(lifts(2))));
    List<String> all = run.out().lines().toList();
    List<String> lines = all.stream().filter(line -> !line.startsWith("           ")).toList();
    assertEquals(4, lines.size(), run.out());
    assertTrue(all.stream().anyMatch(line -> line.startsWith("           + Your bar rose in a plumb line")), run.out());
    assertTrue(lines.getFirst().contains("mean m/s"));
    assertTrue(lines.get(1).contains("±"));
    assertTrue(lines.getLast().startsWith("set 1: 2 reps in "), lines.getLast());
    assertTrue(lines.getLast().contains("entered 100.0 kg"), lines.getLast());
  }

  @Test
  void shouldGiveTheSameBytesWhenPlayedTwiceAndOtherKeysWhenAskedForNewOnes() throws Exception {
    String file = file("lifts.csv", bytes(lifts(2)));
    CommandRun first = CommandRun.replay(file, "--json=all");
    assertEquals(first, CommandRun.replay(file, "--json=all"));
    CommandRun asNew = CommandRun.replay(file, "--json=all", "--as-new");
    assertNotEquals(first.out(), asNew.out());
    assertEquals(first.out().lines().count(), asNew.out().lines().count());
  }

  @Test
  void shouldPlayAPipeWhenTheFileIsADash() throws Exception {
    CommandRun run = CommandRun.replayOf(new ByteArrayInputStream(gzip(bytes(lifts(2)))), "-", "--json", "--athlete",
        "Kim", "--bar-id", "garage");
    assertEquals(0, run.status(), run.err());
    RepSummary rep = (RepSummary) decode(run.out()).getFirst();
    assertEquals("Kim", rep.athlete());
    assertEquals("garage", rep.key().barId());
  }

  @Test
  void shouldTellOfTheFileOnOneLineWhenItCannotBeUsed() throws Exception {
    String[][] table = {{file("empty.csv", new byte[0]), "is empty"}, {folder.toString(), "is a directory"},
        {folder.resolve("nowhere.csv").toString(), "no such file"},
        {file("binary.csv", new byte[]{(byte) 0xff, 0, 1, 2, '\n', 3}), "is no text"},
        {file("column.csv", bytes("t_s,left_ax\n0,1\n")),
            "column left_ay, left_az, left_gx, left_gy, left_gz is missing"},
        {file("header.csv", bytes(COLUMNS + "\n")), "has no rows"},
        {file("cut.csv.gz", java.util.Arrays.copyOf(gzip(bytes(lifts(1))), 12)), "cut or damaged"},
        {"nul\0byte", "is no path"}};
    for (String[] row : table) {
      CommandRun run = CommandRun.replay(row[0]);
      assertEquals(2, run.status(), row[1]);
      assertEquals("", run.out(), row[1]);
      assertOneLine(run, row[0]);
      assertTrue(run.err().contains(row[1]), run.err());
    }
  }

  @ParameterizedTest
  @CsvSource({"'abc,0,0,9.8,0,0,0\n', a cell that is no number ('abc' in t_s)",
      "'0.5,0,0,9.8,0,0,0\n', time does not increase",
      "'100,0,0', the file is cut in the middle of a line", "'100,0,0\n', wrong number of cells"})
  void shouldPlayTheGoodRowsAndTellOfTheOthersOnOneLineWhenRowsHaveDefects(String row, String reason) throws Exception {
    String lifts = lifts(2);
    long line = lifts.lines().count() + 1;
    String file = file("defect.csv", bytes(lifts + row));
    CommandRun run = CommandRun.replay(file, "--json");
    assertEquals(2, run.status());
    assertEquals(3, decode(run.out()).size());
    assertOneLine(run, file);
    assertTrue(run.err().contains("line " + line + ": " + reason), run.err());

    CommandRun lenient = CommandRun.replay(file, "--json", "--lenient");
    assertEquals(0, lenient.status());
    assertEquals(run.err(), lenient.err());
    assertEquals(run.out(), lenient.out());
  }

  @Test
  void shouldExitWithTwoEvenIfLenientWhenNoRowIsGood() throws Exception {
    CommandRun run = CommandRun.replay(file("bad.csv", bytes(COLUMNS + "\na,b\nc,d\n")), "--lenient");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("no row is good"), run.err());
  }

  @Test
  void shouldEndAtOnceWhenAPipeGivesZerosForEver() {
    InputStream zeros = new InputStream() {
      @Override
      public int read() {
        return 0;
      }
    };
    CommandRun run = CommandRun.replayOf(zeros, "-");
    assertEquals(2, run.status());
    assertOneLine(run, "standard input");
  }

  @Test
  void shouldTellWhatItIgnoredWhenAColumnIsUnknown() throws Exception {
    String file = file("unknown.csv", bytes(COLUMNS + ",centre_xa\n" + restRow(0) + ",1\n"));
    CommandRun run = CommandRun.replay(file);
    assertEquals(0, run.status());
    assertTrue(run.err().contains("notice: line 1: unknown column 'centre_xa' ignored, did you mean 'centre_ax'?"),
        run.err());
  }

  @Test
  void shouldEndWithoutAWordWhenNobodyReadsTheOutput() throws Exception {
    String file = file("lifts.csv", bytes(lifts(2)));
    PrintStream gone = new PrintStream(new java.io.OutputStream() {
      @Override
      public void write(int value) throws java.io.IOException {
        throw new java.io.IOException("Broken pipe");
      }
    }, false, StandardCharsets.UTF_8);
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    Console console = new Console(InputStream.nullInputStream(), gone,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
    assertEquals(0, new CommandLine(new ReplayCommand(console)).execute(file));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldShowProgressAndWipeItBeforeResultsWhenOnATerminal() throws Exception {
    String file = file("lifts.csv", bytes(lifts(3)));
    CommandRun run = CommandRun.of(ReplayCommand::new, InputStream.nullInputStream(), true, file);
    assertTrue(run.err().contains(" % of 0."), run.err());
    assertTrue(run.err().endsWith("\r\033[K"), run.err());
  }

  @ParameterizedTest
  @CsvSource({"--facing=2, --facing: must be +1 or -1", "--bar-id=a/b, --bar-id: ", "--athlete= , --athlete: ",
      "--json=some, --json"})
  void shouldRefuseAnOptionWhenItsValueIsWrong(String option, String message) {
    CommandRun run = CommandRun.replay(option, "any.csv");
    assertEquals(2, run.status());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void shouldExplainItselfWhenAskedForHelp() {
    CommandRun run = CommandRun.replay("--help");
    assertEquals(0, run.status());
    assertTrue(run.out().contains("Examples:"));
    assertTrue(run.out().contains("Exit status:"));
    assertTrue(run.out().contains("--lenient"));
  }
}
