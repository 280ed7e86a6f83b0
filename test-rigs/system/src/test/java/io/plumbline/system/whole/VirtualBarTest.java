package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.system.Program;
import io.plumbline.system.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bar program on virtual chips, as a user starts it.
class VirtualBarTest {
  /// Nothing listens there; what is measured is kept all the same.
  private static final String NO_BROKER = "tcp://127.0.0.1:1";

  @TempDir
  private Path folder = Path.of("");

  private Path blackBox() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".plbb")).findFirst().orElseThrow();
    }
  }

  @Test
  void shouldRecordReplayAndExportTheSameRepsWhenRunOnVirtualChips() throws IOException {
    List<String> live;
    try (Program bar = Program.plumbline("bar", "--virtual", "touch-and-go", "--speed", "max", "--record",
        folder.toString(), "--broker", NO_BROKER)) {
      assertEquals(1, bar.awaitEnd(), "there is no broker: " + bar.errors());
      live = repsOf(bar.lines());
    }
    assertTrue(live.size() > 2, live::toString);
    String file = blackBox().toString();
    try (Program replay = Program.plumbline("replay", file)) {
      assertEquals(0, replay.awaitEnd(), replay::errors);
      assertEquals(live, repsOf(replay.lines()));
    }
    try (Program verify = Program.plumbline("blackbox", "verify", file)) {
      assertEquals(0, verify.awaitEnd(), () -> verify.errors() + verify.lines());
    }
    String csv = folder.resolve("session.csv.gz").toString();
    try (Program export = Program.plumbline("blackbox", "export", file, "-o", csv)) {
      assertEquals(0, export.awaitEnd(), export::errors);
    }
    try (Program replay = Program.plumbline("replay", csv)) {
      assertEquals(0, replay.awaitEnd(), replay::errors);
      assertEquals(live, repsOf(replay.lines()), "the export holds what the pipeline saw");
    }
  }

  /// Lines of the table: set, rep, start and measures; not the set's, whose length depends on where the stream ended.
  private static List<String> repsOf(List<String> lines) {
    return lines.stream().filter(line -> line.matches(" +\\d+ +\\d+ .*±.*")).toList();
  }

  @Test
  void shouldFindAllChipsGoodWhenNothingIsWrong() throws IOException {
    for (String kit : List.of("standard", "budget")) {
      try (Program check = Program.plumbline("bar", "check", "--virtual", "--kit", kit)) {
        assertEquals(0, check.awaitEnd(), () -> kit + ": " + check.lines() + check.errors());
        assertTrue(check.lines().getLast().startsWith("All "), () -> check.lines().toString());
      }
    }
  }

  @Test
  void shouldNameChipAndMendWhenOneIsBad() throws IOException {
    try (
        Program check = Program.plumbline("bar", "check", "--virtual", "--fault", "left-imu: wrong identity", "--fault",
            "right-high-g: look-alike", "--fault", "force: no clock")) {
      assertEquals(1, check.awaitEnd(), check::errors);
      String table = String.join("\n", check.lines());
      assertTrue(table.contains("  left-imu: ") && table.contains("  right-high-g: ") && table.contains("  force: "),
          table);
      assertTrue(table.contains("g at rest instead of 1"), table);
      assertTrue(table.endsWith("2 of 5 chips are as they should be."), table);
    }
  }

  @Test
  void shouldSayWhatIsMissingWhenThereIsNoHardware() throws IOException {
    Path devices = Files.createDirectory(folder.resolve("dev"));
    Path config = Files.writeString(folder.resolve("bar.toml"), "[board]\ndevices = \"" + devices + "\"\n");
    try (Program check = Program.plumbline("bar", "check", "--config", config.toString())) {
      assertEquals(1, check.awaitEnd(), check::errors);
      String table = String.join("\n", check.lines());
      assertTrue(table.contains("dtparam=spi=on") && table.contains("dtparam=i2c_arm=on,i2c_arm_baudrate=400000"),
          table);
      assertTrue(table.endsWith("0 of 5 chips are as they should be."), table);
    }
  }

  @Test
  void shouldEndInGoodOrderWhenInterruptedInRealTime() throws IOException, InterruptedException {
    try (Program bar = Program.start(folder, Map.of("PLUMBLINE_NO_BUILD", "1"),
        List.of("env", "--default-signal=INT", Repository.ROOT.resolve("plumbline").toString(), "bar", "--virtual",
            "--record", folder.toString(), "--broker", NO_BROKER))) {
      bar.awaitLine("black box: ");
      bar.signal("INT");
      int status = bar.awaitEnd();
      // A rep that was measured until then has reached no broker, and no journal keeps it.
      assertTrue(status == 0 || status == 1, "status " + status + " " + bar.errors());
    }
    try (Program verify = Program.plumbline("blackbox", "verify", blackBox().toString())) {
      assertEquals(0, verify.awaitEnd(), () -> verify.errors() + verify.lines());
    }
    assertFalse(Files.exists(folder.resolve("blackbox")), "nothing beside the wished folder");
  }
}
