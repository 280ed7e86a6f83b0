package io.plumbline.system.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.faults.Verdict;
import io.plumbline.system.Program;
import io.plumbline.system.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bar program and `daemon sync` as processes, on both ends of a cable that is pulled in the middle.
class CableSyncTest {
  private static final int MIDDLE_BYTES = 30_000;

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void needTerminals() {
    assumeTrue(Files.isWritable(Path.of("/dev/ptmx")), "this system has no pseudo terminals");
  }

  private Path barEnd() {
    return folder.resolve("ttyGS0");
  }

  private Path daemonEnd() {
    return folder.resolve("ttyACM0");
  }

  private Program bar(String... more) throws IOException {
    Path config = Files.writeString(folder.resolve("bar.toml"),
        "[link]\nbroker = \"\"\nserial_port = \"" + barEnd() + "\"\n");
    String[] usual = {"bar", "--config", config.toString(), "--state", folder.resolve("state").toString(),
        "--no-record", "--virtual"};
    String[] all = Stream.of(usual, more).flatMap(Arrays::stream).toArray(String[]::new);
    return Program.plumbline(all);
  }

  private Program sync() throws IOException {
    return Program.plumbline("daemon", "sync", daemonEnd().toString(), "--data", data().toString());
  }

  /// Somebody has lifted and walks away: a session in which nothing more comes, as long as it takes.
  private String resting() throws IOException {
    return Files.writeString(folder.resolve("resting.toml"), """
      purpose = "Bar lies on its plates"
      exercise = "deadlift-conventional"
      seed = 7

      [[set]]
      load_kg = 100
      reps = 0
      rest_before_s = 600

      [[set.incident]]
      kind = "phone"
      """).toString();
  }

  private Path data() {
    return folder.resolve("data");
  }

  @Test
  void shouldStoreEachOnceWhenTheCableIsPulledInTheMiddle() throws Exception {
    Files.createSymbolicLink(barEnd(), folder.resolve("nothing"));
    try (Program earlier = bar("touch-and-go", "--speed", "max")) {
      assertEquals(0, earlier.awaitEnd(), earlier::errors);
      assertTrue(earlier.errors().contains("there is no such device"), earlier::errors);
    }
    try (TerminalCable cable = new TerminalCable(barEnd(), daemonEnd(), MIDDLE_BYTES);
        Program bar = bar(resting())) {
      assertTrue(bar.awaitLine("").contains("summaries of earlier runs wait"));
      try (Program first = sync()) {
        cable.awaitPulled();
        assertEquals(1, first.awaitEnd(), first::errors);
        assertTrue(first.errors().contains("the cable was pulled"), first::errors);
        assertEquals(1, first.errors().lines().count(), first::errors);
      }
      try (TerminalCable _ = new TerminalCable(barEnd(), daemonEnd(), Long.MAX_VALUE)) {
        try (Program second = sync()) {
          assertEquals(0, second.awaitEnd(), second::errors);
          assertEquals("", second.errors());
          assertTrue(
              second.lines().getLast().matches("[1-9]\\d* stored, \\d+ already there, 0 kept aside; up to sequence"
                  + " [1-9]\\d* of journal rec-.*"),
              second.lines()::toString);
        }
        Verdict verdict = Verdict.ofFolders(folder.resolve("state/journal"), data());
        assertTrue(verdict.isGood(), verdict::toString);
        assertTrue(verdict.generatedCurves() > 0, verdict::toString);
        assertEquals(verdict.generatedCurves(), verdict.curves(), "over a cable curves are promised too");
        try (Program third = sync()) {
          assertEquals(0, third.awaitEnd(), third::errors);
          assertTrue(third.lines().getLast().startsWith("0 stored, 0 already there, 0 kept aside"),
              third.lines()::toString);
        }
      }
      bar.signal("TERM");
      assertEquals(0, bar.awaitEnd(), bar::errors);
      assertTrue(bar.lines().stream().anyMatch(line -> line.startsWith("a daemon reads the journal over ")),
          bar.lines()::toString);
      assertTrue(bar.lines().getLast().contains("nothing waits in the journal"), bar.lines()::toString);
    }
  }

  @Test
  void shouldGoOnTheNextTimeWhenInterruptedInTheMiddle() throws Exception {
    Files.createSymbolicLink(barEnd(), folder.resolve("nothing"));
    try (Program earlier = bar("touch-and-go", "--speed", "max")) {
      assertEquals(0, earlier.awaitEnd(), earlier::errors);
    }
    try (TerminalCable cable = new TerminalCable(barEnd(), daemonEnd(), Long.MAX_VALUE, MIDDLE_BYTES);
        Program bar = bar(resting())) {
      assertTrue(bar.awaitLine("").contains("summaries of earlier runs wait"));
      List<String> command = List.of("env", "--default-signal=INT", Repository.ROOT.resolve("plumbline").toString(),
          "daemon", "sync", daemonEnd().toString(), "--data", data().toString());
      try (Program first = Program.start(folder, Map.of("PLUMBLINE_NO_BUILD", "1"), command)) {
        cable.awaitStanding();
        first.signal("INT");
        assertEquals(1, first.awaitEnd(), first::errors);
        assertTrue(first.errors().startsWith("daemon sync: interrupted; what is stored stays, run it again"),
            first::errors);
        assertEquals(1, first.errors().lines().count(), first::errors);
      }
      cable.goOn();
      try (Program second = sync()) {
        assertEquals(0, second.awaitEnd(), second::errors);
      }
      Verdict verdict = Verdict.ofFolders(folder.resolve("state/journal"), data());
      assertTrue(verdict.isGood(), verdict::toString);
      assertEquals(verdict.generatedCurves(), verdict.curves(), verdict::toString);
      bar.signal("TERM");
      assertEquals(0, bar.awaitEnd(), bar::errors);
    }
  }

  @Test
  void shouldSayOneLineWhenNoBarIsThere() throws Exception {
    try (Program absent = Program.plumbline("daemon", "sync", folder.resolve("ttyUSB7").toString(), "--data",
        data().toString())) {
      assertEquals(2, absent.awaitEnd());
      assertTrue(absent.errors().startsWith("daemon sync: there is no " + folder.resolve("ttyUSB7")), absent::errors);
      assertEquals(1, absent.errors().lines().count(), absent::errors);
    }
    try (TerminalCable _ = new TerminalCable(barEnd(), daemonEnd(), Long.MAX_VALUE); Program silent = sync()) {
      assertEquals(2, silent.awaitEnd());
      assertTrue(silent.errors().contains("no Plumbline bar answers on " + daemonEnd()), silent::errors);
      assertEquals(1, silent.errors().lines().count(), silent::errors);
    }
    assertTrue(Files.notExists(data()), "nothing is made");
  }
}
