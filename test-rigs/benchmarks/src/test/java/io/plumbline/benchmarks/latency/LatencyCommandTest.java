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

  /// How late, and which of them were so late that they were left out, is the machine's affair.
  @Test
  void shouldTellTheLatencyOfCuesWhenASetIsLifted() {
    assertEquals(0, run("--minutes", "0.1", "--priority", "0"), err::toString);
    System.out.println(out);
    for (String row : new String[]{"sample -> measured", "sample -> GPIO", "  finding, ",
        "top's sample -> MQTT subscriber", "true lockout -> dashboard", "bare MQTT message", "a rep's result"}) {
      assertTrue(out.toString().lines().anyMatch(line -> line.startsWith(row)), row + ":\n" + out);
    }
    assertTrue(err.toString().contains("cue: "), err::toString);
  }
}
