package io.plumbline.benchmarks.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LatencyCommandTest {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new LatencyCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--minutes=0", "--minutes=long", "--seed=-1", "--priority=100", "--cpu=100000"})
  void shouldEndWithTwoBeforeAnyWorkWhenAnArgumentIsWrong(String argument) {
    assertEquals(2, run(argument));
    assertTrue(err.toString().lines().findFirst().orElseThrow().contains(argument.substring(0, argument.indexOf('='))),
        err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void shouldTellTheLatencyOfEachKindOfCueWhenASetIsLifted() {
    assertEquals(0, run("--minutes", "0.1", "--priority", "0"), err::toString);
    System.out.println(out);
    for (String kind : new String[]{"stop, ", "finding, jerked-start", "finding, forward-drift", "rep counted"}) {
      assertTrue(out.toString().lines().anyMatch(line -> line.startsWith("  " + kind)), kind + ":\n" + out);
    }
    assertTrue(out.toString().contains("4 reps"), out::toString);
  }
}
