package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.system.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plumbline bar calibrate` as a user starts it, on virtual chips.
class CalibrateTest {
  @TempDir
  private Path folder = Path.of("");

  private static List<String> run(int status, String... arguments) throws IOException {
    try (Program program = Program.plumbline(arguments)) {
      assertEquals(status, program.awaitEnd(), program::errors);
      return status == 2 ? List.of(program.errors().strip()) : program.lines();
    }
  }

  /// What was found, without when and by which run.
  private static List<String> findings(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.matches("(id|date) = .*")).toList();
  }

  @Test
  void shouldWriteTheSameFileWhenPlayedFromTheRecordingOfAVirtualCalibration() throws IOException {
    Path first = folder.resolve("first.toml");
    Path second = folder.resolve("second.toml");
    Path boxes = folder.resolve("boxes");
    List<String> table = run(0, "bar", "calibrate", "--virtual", "--seed", "5", "--calibration", first.toString(),
        "--record", boxes.toString());
    assertTrue(table.getLast().startsWith("Calibrated: cal-"), table::toString);
    Path box;
    try (Stream<Path> files = Files.list(boxes)) {
      box = files.findFirst().orElseThrow();
    }
    run(0, "bar", "calibrate", "--calibration", second.toString(), "--recording", box.toString());
    assertEquals(findings(first), findings(second));
    List<String> config = run(0, "bar", "--virtual", "calibration", "--speed", "max", "--calibration",
        first.toString(), "--print-config");
    assertTrue(config.stream().anyMatch(line -> line.startsWith("accel_matrix") && line.endsWith(first.toString())),
        config::toString);
  }

  @Test
  void shouldLeaveTheOldFileWhenAPlateIsRefused() throws IOException {
    Path file = folder.resolve("calibration.toml");
    run(0, "bar", "calibrate", "--virtual", "--calibration", file.toString(), "--only", "rest");
    String before = Files.readString(file);
    List<String> table = run(1, "bar", "calibrate", "--virtual", "--calibration", file.toString(), "--plates",
        "20,57,100,57,20,0");
    assertTrue(table.stream().anyMatch(line -> line.startsWith("REFUSED left load cells: 57 kg")), table::toString);
    assertEquals(before, Files.readString(file));
  }

  @Test
  void shouldRefuseInOneLineWhenOptionsDoNotFit() throws IOException {
    assertTrue(run(2, "bar", "calibrate", "--only", "facse").getFirst().contains("did you mean 'faces'?"));
    assertTrue(run(2, "bar", "calibrate", "--recording", folder.resolve("none.plbb").toString()).getFirst()
        .contains("no such file"));
    assertTrue(run(2, "bar", "calibrate", "--virtual", "--plates", "-5").getFirst().contains("--plates"));
    assertTrue(run(2, "bar", "calibrate", "--virtual", "--kit", "budget").getFirst().contains("standard kit"));
  }
}
