package io.plumbline.demo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plumbline bar calibrate` as a user types it, on virtual chips.
class CalibrateTest {
  @TempDir
  private Path folder = Path.of("");
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Plumbline.commandLine().setErr(new PrintWriter(err)).execute(arguments);
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
    assertEquals(0, run("bar", "calibrate", "--virtual", "--seed", "5", "--calibration", first.toString(), "--record",
        boxes.toString()));
    Path box;
    try (Stream<Path> files = Files.list(boxes)) {
      box = files.findFirst().orElseThrow();
    }
    assertEquals(0, run("bar", "calibrate", "--recording", box.toString(), "--calibration", second.toString()));
    assertEquals(findings(first), findings(second));
    assertEquals(0, run("bar", "--virtual", "calibration", "--calibration", first.toString(), "--print-config"));
  }

  @Test
  void shouldLeaveTheOldFileWhenAPlateIsRefused() throws IOException {
    Path file = folder.resolve("calibration.toml");
    assertEquals(0, run("bar", "calibrate", "--virtual", "--calibration", file.toString(), "--only", "rest"));
    String before = Files.readString(file);
    assertEquals(1, run("bar", "calibrate", "--virtual", "--calibration", file.toString(), "--plates",
        "20,57,100,57,20,0"));
    assertEquals(before, Files.readString(file));
  }

  @Test
  void shouldRefuseInOneLineWhenOptionsDoNotFit() {
    assertEquals(2, run("bar", "calibrate", "--only", "facse"));
    assertTrue(err.toString().contains("did you mean 'faces'?"), err::toString);
    assertEquals(2, run("bar", "calibrate", "--recording", folder.resolve("none.plbb").toString()));
    assertEquals(2, run("bar", "calibrate", "--virtual", "--plates", "-5"));
    assertEquals(2, run("bar", "calibrate", "--virtual", "--kit", "budget"));
    assertFalse(Files.exists(folder.resolve("calibration.toml")));
  }
}
