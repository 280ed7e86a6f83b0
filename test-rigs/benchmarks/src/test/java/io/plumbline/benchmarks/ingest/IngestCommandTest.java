package io.plumbline.benchmarks.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.benchmarks.process.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import picocli.CommandLine;

/// One at a time: the command keeps this whole process to one processor.
@ResourceLock("processors")
class IngestCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new IngestCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void shouldStoreEverythingAndCompareWhenAFewRepsArePublished() {
    assumeTrue(Program.find("mosquitto").isPresent(), "skipped: no mosquitto");
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "skipped: one processor only");
    assertEquals(0, run("--reps", "40", "--bars", "2", "--rounds", "1", "--memory", "3"), err.toString());
    for (Contestant contestant : Contestant.values()) {
      boolean told = out.toString().lines().anyMatch(line -> line.matches(
          Pattern.quote(contestant.title) + " +[0-9]+ +[0-9]+\\.[0-9]{2}x +[0-9]+"));
      assertEquals(!contestant.usesPostgres || Files.isDirectory(Path.of("/usr/lib/postgresql")), told,
          contestant.title + ":\n" + out);
    }
    assertTrue(out.toString().lines().anyMatch(line -> line.matches(" +3 bars connected.* holds [1-9][0-9]+ MB")),
        out.toString());
  }

  @Test
  void shouldRefuseWhenNothingIsToBeMeasured() {
    assertEquals(2, run("--reps", "0"));
    assertTrue(err.toString().startsWith("--reps must be 1 to 1000000, but is 0"), err.toString());
  }
}
