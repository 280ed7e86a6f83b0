package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AccuracyCommandTest {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new AccuracyCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sets=0", "--sets=many", "--first-seed=-1", "--sensors=three-imus", "--threads=0",
      "--plots=/no/such/folder", "--csv=/no/such/folder/reps.csv", "--write-docs=/no/such/file.md"})
  void shouldEndWithTwoBeforeAnyWorkWhenAnArgumentIsWrong(String argument) {
    assertEquals(2, run(argument));
    String name = argument.substring(0, argument.indexOf('='));
    String line = err.toString().lines().findFirst().orElseThrow();
    assertTrue(line.contains(name) || line.contains("/no/such"), line);
    assertEquals("", out.toString());
  }

  @Test
  void shouldFillTheDocumentAndDrawBesideItWhenAskedTo(@TempDir Path folder) throws IOException {
    StringBuilder text = new StringBuilder("# Paper\n");
    AccuracyCommand.MEASURED.forEach(
        name -> text.append("<!-- measured: ").append(name).append(" -->\n<!-- end of ").append(name).append(" -->\n"));
    Path document = Files.writeString(folder.resolve("paper.md"), text);
    assertEquals(0, run("--sets", "1", "--first-seed", "880011", "--write-docs", document.toString()), err.toString());
    String written = Files.readString(document);
    assertTrue(written.contains("./plumbline benchmark accuracy --sets 1 --first-seed 880011 --write-docs"), written);
    assertTrue(written.contains("without "), written);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals("agreement.png coverage.png errors.png load.png paper.md",
          String.join(" ", files.map(file -> file.getFileName().toString()).sorted().toList()));
    }
  }
}
