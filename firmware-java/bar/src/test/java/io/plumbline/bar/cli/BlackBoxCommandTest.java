package io.plumbline.bar.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.blackbox.FrameAssembly;
import io.plumbline.bar.testing.BlackBoxes;
import io.plumbline.blackbox.BlackBoxOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlackBoxCommandTest {
  private final Path folder;

  BlackBoxCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static CommandRun run(String... arguments) {
    return run(BlackBoxes.CentreFrames::new, false, arguments);
  }

  private static CommandRun run(FrameAssembly.Factory frames, boolean terminal, String... arguments) {
    return CommandRun.of(console -> new BlackBoxCommand(console, frames), new ByteArrayInputStream(new byte[0]),
        terminal, arguments);
  }

  private Path damaged() throws IOException {
    Path file = BlackBoxes.lifts(folder.resolve("damaged"), 2);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 5300, 5400, (byte) 0);
    return Files.write(file, bytes);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void shouldShowWhatIsInAFileWhenAskedForInfo() {
    Path file = BlackBoxes.lifts(folder, 2);
    CommandRun run = run("info", "--texts", file.toString());
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("bar-1-test, file 1"), run.out());
    assertTrue(run.out().contains("0.1.0, abc1234"), run.out());
    assertTrue(run.out().contains("2026-09-21T14:13:20Z (the clock was not synchronised"), run.out());
    assertTrue(run.out().contains("Kim?[31m"), run.out());
    assertTrue(run.out().lines().anyMatch(line -> line.matches(
        " *centre-imu +ICM-42688-P +3199 +16\\.00 +200\\.00 +200 +1 +1 +1")), run.out());
    assertTrue(run.out().contains("1 event"), run.out());
    assertTrue(run.out().contains("whole: 3199 samples in"), run.out());
    assertTrue(run.out().contains("    id = \"bar-1\"") && run.out().contains("    centre = 1"), run.out());
    assertFalse(run("info", file.toString()).out().contains("centre = 1"));
  }

  @Test
  void shouldTellWholeFromDamagedFromUnusableWhenVerifying() throws Exception {
    Path whole = BlackBoxes.lifts(folder.resolve("whole"), 1);
    CommandRun good = run("verify", whole.toString());
    assertEquals(0, good.status(), good.err());
    assertTrue(good.out().contains(": whole: 1999 samples"), good.out());

    CommandRun bad = run("verify", whole.toString(), damaged().toString());
    assertEquals(1, bad.status(), bad.err());
    assertTrue(bad.out().contains("damaged in 1 place: 1 block lost, saved "), bad.out());
    assertTrue(bad.out().contains(": unreadable; lost block "), bad.out());

    Path text = Files.writeString(folder.resolve("notes.txt"), "not a black box");
    CommandRun none = run("verify", text.toString(), whole.toString());
    assertEquals(2, none.status());
    assertEquals("plumbline blackbox verify: " + text + ": has no header of a black box in it; is it one? A recording"
        + " in CSV is for 'plumbline replay'\n", none.err());
    assertTrue(none.out().contains(": whole: "), none.out());
  }

  @Test
  void shouldSayThatItWasNotClosedWhenThePowerWasCut() throws Exception {
    Path file = BlackBoxes.lifts(folder, 1);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 36));
    CommandRun between = run("verify", file.toString());
    assertEquals(1, between.status());
    assertTrue(between.out().contains("not closed: 1999 samples in"), between.out());
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 200));
    CommandRun within = run("verify", file.toString());
    assertEquals(1, within.status());
    assertTrue(within.out().contains("not closed: the last block is incomplete and lost, "), within.out());
  }

  @Test
  void shouldNameTheReasonWhenAFileCannotBeUsed() throws Exception {
    for (String command : List.of("info", "verify")) {
      CommandRun missing = run(command, folder.resolve("nothing").toString());
      assertEquals(2, missing.status());
      assertEquals("plumbline blackbox " + command + ": " + folder.resolve("nothing")
          + ": no such file; check the path\n", missing.err());
      CommandRun directory = run(command, folder.toString());
      assertTrue(directory.err().endsWith(": is a directory; name the files in it\n"), directory.err());
      Path empty = Files.write(folder.resolve("empty.plbb"), new byte[0]);
      CommandRun nothing = run(command, empty.toString());
      assertTrue(nothing.err().contains("is empty"), nothing.err());
      assertEquals(2, run(command).status());
    }
    assertEquals(2, run().status());
  }

  @Test
  void shouldReplayWhatItExportedWhenThereWereLifts() throws Exception {
    Path file = BlackBoxes.lifts(folder, 3);
    Path plain = folder.resolve("lifts.csv");
    CommandRun run = run("export", file.toString(), "-o", plain.toString());
    assertEquals(0, run.status(), run.err());
    assertEquals(plain + ": 4399 rows\n", run.out());
    List<String> lines = Files.readAllLines(plain);
    assertEquals(List.of("# plumbline-recording: 1", "# load_kg: 100.0", "# bar_kg: 15.0",
        "# outboard_kg: 5.5", "# facing: -1", "# mount_centre: 1.0 0.0 0.0 0.0", "# lever_centre: 0.0 0.0 0.0",
        "# exercise: deadlift-conventional",
        "# source: black box of bar-1, journal bar-1-test, software 0.1.0 (abc1234)",
        "t_s,centre_ax,centre_ay,centre_az,centre_gx,centre_gy,centre_gz", "0,0,0,9.80665,0,0,0"),
        lines.subList(0, 11));
    assertFalse(String.join("", lines).contains("Kim"));
    Path packed = folder.resolve("lifts.csv.gz");
    assertEquals(0, run("export", file.toString(), "-o", packed.toString()).status());
    CommandRun replay = CommandRun.replay(packed.toString());
    assertEquals(0, replay.status(), replay.err());
    assertTrue(replay.out().contains("set 1: 3 reps"), replay.out());
    CommandRun plainReplay = CommandRun.replay(plain.toString());
    assertEquals(replay.out(), plainReplay.out());
  }

  @Test
  void shouldKeepAFileWhenItIsThereAlreadyUnlessForced() throws Exception {
    Path file = BlackBoxes.lifts(folder, 1);
    Path target = Files.writeString(folder.resolve("out.csv"), "mine");
    CommandRun refused = run("export", file.toString(), "-o", target.toString());
    assertEquals(2, refused.status());
    assertEquals("plumbline blackbox export: " + target
        + ": is there already; give another name, or --force to replace it\n", refused.err());
    assertEquals("mine", Files.readString(target));
    assertEquals(0, run("export", "--force", file.toString(), "-o", target.toString()).status());
    assertTrue(Files.readString(target).startsWith("# plumbline-recording: 1\n"));
    assertEquals(List.of("out.csv", file.getFileName().toString()), names().stream().sorted().toList());
  }

  @Test
  void shouldLeaveNothingBehindWhenTheExportFails() throws Exception {
    Path file = BlackBoxes.lifts(folder, 1);
    byte[] before = Files.readAllBytes(file);
    CommandRun noFrames = run(header -> {
      throw new IllegalArgumentException("force: no calibration cal-7; name it in the configuration");
    }, false, "export", file.toString(), "-o", folder.resolve("out.csv").toString());
    assertEquals(2, noFrames.status());
    assertEquals("plumbline blackbox export: " + file
        + ": force: no calibration cal-7; name it in the configuration\n", noFrames.err());
    CommandRun badEnding = run("export", file.toString(), "-o", folder.resolve("out.txt").toString());
    assertTrue(badEnding.err().endsWith(": must end in .csv or .csv.gz\n"), badEnding.err());
    CommandRun noFolder = run("export", file.toString(), "-o", folder.resolve("no/out.csv").toString());
    assertTrue(noFolder.err().endsWith(": its folder is not there; make it first\n"), noFolder.err());
    Path other = BlackBoxes.lifts(folder.resolve("other"), 1, "journal-2", BlackBoxOptions.DEFAULT);
    CommandRun twoJournals = run("export", file.toString(), other.toString(), "-o",
        folder.resolve("out.csv").toString());
    assertEquals(2, twoJournals.status());
    assertTrue(twoJournals.err().contains("is of journal journal-2, but "), twoJournals.err());
    CommandRun twice = run("export", file.toString(), file.toString(), "-o", folder.resolve("out.csv").toString());
    assertTrue(twice.err().contains("name it once"), twice.err());
    assertEquals(2, run("export", file.toString()).status());
    assertEquals(List.of("other", file.getFileName().toString()), names());
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void shouldExportWhatIsSavedWhenAFileIsDamaged() throws Exception {
    Path target = folder.resolve("saved.csv");
    CommandRun run = run("export", damaged().toString(), "-o", target.toString());
    assertEquals(1, run.status());
    assertTrue(run.err().contains("damaged in 1 place: 1 block lost, saved "), run.err());
    assertEquals(1, run.err().lines().count());
    assertTrue(Files.readAllLines(target).size() > 1000);
  }

  @Test
  void shouldJoinTheFilesOfARecordingWhenItHasSeveral() throws Exception {
    BlackBoxOptions small = new BlackBoxOptions(1024, 500_000_000L, 1_000_000_000L, 0, 3000, 1L << 60, 1L << 30, 8);
    Path parts = folder.resolve("parts");
    BlackBoxes.lifts(parts, 2, BlackBoxes.JOURNAL, small);
    String[] arguments;
    try (var files = Files.list(parts)) {
      arguments = files.sorted(Comparator.reverseOrder()).map(Path::toString).toArray(String[]::new);
    }
    assertTrue(arguments.length > 2, arguments.length + " files");
    String[] all = Arrays.copyOf(arguments, arguments.length + 3);
    all[arguments.length] = "-o";
    all[arguments.length + 1] = folder.resolve("joined.csv").toString();
    all[arguments.length + 2] = "--force";
    String[] command = new String[all.length + 1];
    command[0] = "export";
    System.arraycopy(all, 0, command, 1, all.length);
    CommandRun joined = run(command);
    assertEquals(0, joined.status(), joined.err());
    Path whole = BlackBoxes.lifts(folder.resolve("whole"), 2);
    run("export", whole.toString(), "-o", folder.resolve("whole.csv").toString());
    assertEquals(Files.readString(folder.resolve("whole.csv")), Files.readString(folder.resolve("joined.csv")));
  }

  @Test
  void shouldShowProgressWhenMessagesGoToATerminal() {
    Path file = BlackBoxes.lifts(folder, 3);
    CommandRun run = run(BlackBoxes.CentreFrames::new, true, "export", file.toString(), "-o",
        folder.resolve("out.csv").toString());
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.err().replaceAll("\r\u001b\\[K(\\[[= ]*\\] \\d+ % of [\\d.]+ MB)?", ""));
  }

  @Test
  void shouldShowExamplesWhenAskedForHelp() {
    for (String command : List.of("info", "verify", "export")) {
      CommandRun help = run(command, "--help");
      assertEquals(0, help.status());
      assertTrue(help.out().contains("Examples:") && help.out().contains("Exit status:"), help.out());
    }
    assertTrue(run("--help").out().contains("verify"));
  }
}
