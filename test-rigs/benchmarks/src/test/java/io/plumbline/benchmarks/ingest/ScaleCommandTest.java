package io.plumbline.benchmarks.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.benchmarks.process.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import picocli.CommandLine;

/// One at a time: the command keeps this whole process to one processor.
@ResourceLock("processors")
class ScaleCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ScaleCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private void assertTold(String pattern) {
    assertTrue(out.toString().lines().anyMatch(line -> line.matches(pattern)), pattern + ":\n" + out + err);
  }

  @Test
  void shouldLoseAndDoubleNothingWhenOneDaemonIsKilledAndTheOtherStopped() {
    assumeTrue(Program.find("mosquitto").isPresent(), "skipped: no mosquitto");
    assumeTrue(Files.isDirectory(Path.of("/usr/lib/postgresql")), "skipped: no PostgreSQL server");
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "skipped: one processor only");
    assertEquals(0, run("--bars", "10", "--reps", "12"), () -> out + "\n" + err);
    assertTold("undisturbed +40 +[1-9][0-9]? +[1-9][0-9]? +0");
    assertTold("daemon-a killed, started again +40 +[0-9]+ \\+ [0-9]+ +[0-9]+ +[0-9]+");
    assertTold("daemon-b stopped, started again +40 +[0-9]+ +[0-9]+ \\+ [0-9]+ +[0-9]+");
    assertTold("in the database: 120 of 120, 120 of them as published; lost 0, doubled 0");
    assertTold("10 of 10 bars were told that everything is stored; .*");
  }

  @Test
  void shouldRefuseWhenTheRepsCannotBePartedInThree() {
    assertEquals(2, run("--reps", "7"));
    assertTrue(err.toString().startsWith("--reps must be 6, 9, 12 … up to 3000, but is 7"), err.toString());
    assertEquals(2, run("--bars", "0"));
  }

  @Test
  void shouldShowExamplesWhenAskedForHelp() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("Examples:") && out.toString().contains("--bars 50 --reps 6"), out.toString());
  }
}
