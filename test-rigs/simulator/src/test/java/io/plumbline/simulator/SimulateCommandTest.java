package io.plumbline.simulator;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {
  @TempDir
  private Path folder = Path.of("");

  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new SimulateCommand()).setCaseInsensitiveEnumValuesAllowed(true).setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private Path simulate(String name, String... options) {
    Path file = folder.resolve(name);
    String[] arguments = Stream
        .concat(Stream.of("-o", file.toString(), "--reps", "1", "--rest", "0.5"), Arrays.stream(options))
        .toArray(String[]::new);
    assertEquals(0, run(arguments), err::toString);
    return file;
  }

  @Test
  void shouldWriteTheSameBytesWhenTheSeedIsTheSame() throws IOException {
    byte[] first = Files.readAllBytes(simulate("a.csv.gz", "--seed", "5"));
    assertArrayEquals(first, Files.readAllBytes(simulate("b.csv.gz", "--seed", "5")));
    assertFalse(Arrays.equals(first, Files.readAllBytes(simulate("c.csv.gz", "--seed", "6"))));
    assertArrayEquals(new byte[4], Arrays.copyOfRange(first, 4, 8), "no time in the gzip header");
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(first))) {
      assertArrayEquals(unzipped.readAllBytes(), Files.readAllBytes(simulate("d.csv", "--seed", "5")));
    }
  }

  @Test
  void shouldWriteHeaderAndFullRowsWhenThereIsOneImu() throws IOException {
    List<String> lines = Files.readAllLines(simulate("one.csv", "--imus", "centre", "--no-forces"),
        StandardCharsets.UTF_8);
    int header = 0;
    while (lines.get(header).startsWith("#")) {
      header++;
    }
    List<String> columns = List.of(lines.get(header).split(",", -1));
    List<String> rows = lines.subList(header + 1, lines.size());
    assertAll(() -> assertEquals("# plumbline-recording: 1", lines.getFirst()),
        () -> assertTrue(lines.contains("# facing: +1")),
        () -> assertTrue(lines.contains("# lever_centre: 0.0 0.0 0.0")), () -> assertEquals("t_s", columns.getFirst()),
        () -> assertTrue(columns.containsAll(List.of("centre_az", "centre_gx", "truth_z", "truth_qw", "truth_phase"))),
        () -> assertFalse(columns.contains("left_fz")), () -> assertTrue(rows.getFirst().startsWith("0.000000,")),
        () -> assertTrue(rows.get(1).startsWith("0.001000,")),
        () -> assertTrue(rows.stream().allMatch(row -> row.split(",", -1).length == columns.size())));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"--reps 0 | reps must be between 1 and 10000",
      "--load 10 | load, bar included, must be between 20 and 600 kg",
      "--velocity NaN | mean velocity must be between", "--tempo 1,2 | tempo needs four numbers",
      "--imus left,left | each place on the bar has one IMU",
      "--rate 1 | rate must be between 50 and 8000 Hz", "--touch-down 3 | touch-down speed",
      "--imus top | Invalid value for option '--imus'"})
  void shouldRefuseInOneLineWhenAnOptionMakesNoSense(String options, String expected) throws IOException {
    Path file = folder.resolve("never.csv");
    String[] arguments = Stream.concat(Stream.of("-o", file.toString()), Arrays.stream(options.strip().split(" ", -1)))
        .toArray(String[]::new);
    assertEquals(2, run(arguments));
    assertTrue(err.toString().lines().findFirst().orElse("").contains(expected), err::toString);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count(), "nothing is left behind");
    }
  }

  @Test
  void shouldNameTheReasonWhenTheFileCannotBeWritten() {
    assertEquals(2, run("-o", folder.resolve("missing").resolve("set.csv").toString()));
    assertTrue(err.toString().contains("its folder does not exist"), err::toString);
    assertEquals(2, run("-o", folder.toString()));
    assertTrue(err.toString().contains("is a folder"), err::toString);
  }

  @Test
  void shouldLeaveTheOldFileAloneWhenTheNewOneIsRefused() throws IOException {
    Path file = simulate("kept.csv");
    byte[] before = Files.readAllBytes(file);
    assertEquals(2, run("-o", file.toString(), "--reps", "-3"));
    assertArrayEquals(before, Files.readAllBytes(file));
  }
}
