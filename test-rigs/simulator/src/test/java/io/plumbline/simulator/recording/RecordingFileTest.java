package io.plumbline.simulator.recording;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFileTest {
  private static final String SHORT = """
    purpose = "One short rep"
    exercise = "deadlift-conventional"
    [rep]
    slack.plateau_s = 0
    lockout.hold_s = 0.1
    descent.duration_s = 0.5
    [[set]]
    load_kg = 82.5
    reps = 1
    rest_before_s = 0.3
    rest_after_s = 0.2
    """;

  @TempDir
  private Path folder = Path.of("");

  private Scenario scenario(String more) throws IOException {
    Path file = folder.resolve("short.toml");
    Files.writeString(file, SHORT + more);
    Scenario scenario = Scenarios.load(file);
    Files.delete(file);
    return scenario;
  }

  private byte[] write(String name, Scenario scenario, long seed) throws IOException {
    Path file = folder.resolve(name);
    RecordingFile.write(file, scenario, seed, at -> {});
    return Files.readAllBytes(file);
  }

  private static String unzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void shouldWriteTheSameBytesWhenScenarioAndSeedAreTheSame() throws IOException {
    Scenario scenario = scenario("");
    byte[] first = write("a.csv.gz", scenario, 5);
    assertArrayEquals(first, write("b.csv.gz", scenario, 5));
    assertFalse(Arrays.equals(first, write("c.csv.gz", scenario, 6)));
    assertArrayEquals(new byte[4], Arrays.copyOfRange(first, 4, 8), "no time in the gzip header");
    assertEquals(unzip(first), new String(write("d.csv", scenario, 5), StandardCharsets.UTF_8));
  }

  @Test
  void shouldWriteHeaderTruthAndFullRows() throws IOException {
    Scenario scenario = scenario("[sensors]\nleft.mount_yaw_deg = 90\n");
    Path file = folder.resolve("a.csv");
    RecordingFile.Written written = RecordingFile.write(file, scenario, 3, at -> {});
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> head = lines.stream().takeWhile(line -> line.startsWith("#")).toList();
    List<String> columns = List.of(lines.get(head.size()).split(",", -1));
    List<String> rows = lines.subList(head.size() + 1, lines.size());
    assertAll(() -> assertEquals("# plumbline-recording: 1", head.getFirst()),
        () -> assertTrue(head.containsAll(List.of("# exercise: deadlift-conventional", "# load_kg: 82.5",
            "# bar_kg: 20", "# outboard_kg: 6.7", "# facing: +1", "# lever_right: 0.65 0.0 0.01",
            "# source: simulated, scenario short, seed 3", "# note: One short rep")), head::toString),
        () -> assertTrue(head.stream().anyMatch(line -> line.startsWith("# mount_left: 0.70710678")), head::toString),
        () -> assertTrue(head.getLast().startsWith("# truth_rep_1: {\"set\": 1, \"number\": 1, \"outcome\": "),
            head::getLast),
        () -> assertEquals(1, written.reps()), () -> assertEquals(rows.size(), written.rows()),
        () -> assertEquals("t_s", columns.getFirst()), () -> assertEquals("truth_phase", columns.getLast()),
        () -> assertTrue(columns.containsAll(List.of("left_ax", "right_gz", "left_hx", "left_fy", "right_fz",
            "pelvis_ax", "thorax_qw", "truth_x", "truth_vz", "truth_qw", "truth_lumbar_deg")), columns::toString),
        () -> assertTrue(rows.stream().allMatch(row -> row.split(",", -1).length == columns.size())),
        () -> assertTrue(rows.stream().noneMatch(row -> row.contains("NaN"))),
        () -> assertTrue(rows.stream().anyMatch(row -> row.endsWith(",ascent"))));
    double last = -1;
    for (String row : rows) {
      double time = Double.parseDouble(row.substring(0, row.indexOf(',')));
      assertTrue(time > last, row);
      last = time;
    }
    assertEquals(last, written.seconds(), 0.01);
  }

  @Test
  void shouldLeaveOutWhatIsNotThereWhenThereIsNoStrap() throws IOException {
    String text = new String(
        write("a.csv", scenario("[sensors]\nstrap.fitted = false\nforce.fitted = false\nimus = [\"centre\"]\n"), 1),
        StandardCharsets.UTF_8);
    assertFalse(text.contains("truth_lumbar_deg,"));
    assertFalse(text.contains("pelvis"));
    assertFalse(text.contains("lever_left"));
    assertTrue(text.contains("# lever_centre: 0.0 0.0 0.01"));
  }

  @Test
  void shouldTellTheLoadOnlyWhenAllRepsHadTheSame() {
    assertEquals(OptionalDouble.of(140), RecordingWriter.load(Scenarios.named("deadlift-working-set")));
    assertEquals(OptionalDouble.empty(), RecordingWriter.load(Scenarios.named("plate-changes")));
    assertEquals(OptionalDouble.of(125), RecordingWriter.load(Scenarios.named("unequal-plates")));
    assertEquals(OptionalDouble.of(80), RecordingWriter.load(Scenarios.named("incident-loading-one-side")));
    assertEquals(OptionalDouble.of(100), RecordingWriter.load(Scenarios.named("incident-roll")));
    assertEquals(OptionalDouble.empty(), RecordingWriter.load(Scenarios.named("incident-plates")));
  }

  @Test
  void shouldKeepTheOldFileAndLeaveNothingElseWhenTheWorkIsBroken() throws IOException {
    Path file = folder.resolve("kept.csv");
    Files.writeString(file, "old");
    Scenario scenario = scenario("");
    assertThrows(IllegalStateException.class, () -> RecordingFile.write(file, scenario, 1, at -> {
      throw new IllegalStateException("broken");
    }));
    assertEquals("old", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }
}
