package io.plumbline.demo.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.cli.CommandErrors;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class PlumblineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(CommandLine command, String... arguments) {
    return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"simulat | did you mean simulate", "zzz | --help lists",
      "simulate squat --sed 3 -o x | --seed",
      "simulate | which scenario?", "test --slow daemon | ./plumbline test --slow daemon"})
  void shouldSayInOneLineWhatIsWrongWhenACommandIsMistyped(String typed, String expected) {
    assertEquals(2, run(Plumbline.commandLine(), typed.strip().split(" ", -1)));
    List<String> lines = err.toString().lines().toList();
    assertAll(() -> assertEquals(1, lines.size(), err::toString),
        () -> assertTrue(lines.getFirst().contains(expected), err::toString),
        () -> assertEquals("", out.toString()));
  }

  @Command(name = "broken")
  static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("first line\n  second line");
    }
  }

  @Test
  void shouldPrintOneLineWithoutTraceWhenACommandFails() {
    CommandLine broken = new CommandLine(new Broken());
    assertEquals(1, run(broken.setExecutionExceptionHandler(new CommandErrors(false))));
    assertEquals("broken: first line second line (PLUMBLINE_DEBUG=1 shows where)", err.toString().strip());
  }

  @Test
  void shouldPrintTheTraceWhenDebuggingIsAskedFor() {
    CommandLine broken = new CommandLine(new Broken());
    assertEquals(1, run(broken.setExecutionExceptionHandler(new CommandErrors(true))));
    assertTrue(err.toString().contains("at io.plumbline.demo.cli.PlumblineTest$Broken.run"), err::toString);
  }

  static Stream<String> commands() {
    return Plumbline.commandLine().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldShowExamplesWhenHelpIsAskedFor(String command) {
    assertEquals(0, run(Plumbline.commandLine(), command, "--help"));
    assertTrue(command.equals("help") || out.toString().contains("Examples:"), out::toString);
  }

  @Test
  void shouldShowAllCommandsWhenNoneIsGiven() {
    assertEquals(2, run(Plumbline.commandLine()));
    commands().forEach(command -> assertTrue(err.toString().contains("  " + command), command));
  }

  @Test
  void shouldNameVersionAndJdkWhenAsked() {
    assertEquals(0, run(Plumbline.commandLine(), "version"));
    String version = out.toString();
    assertAll(() -> assertTrue(version.startsWith("plumbline ")), () -> assertTrue(version.contains("JDK 2")));
  }

  @Test
  void shouldCompleteEveryCommandWhenTheScriptIsPrinted() {
    assertEquals(0, run(Plumbline.commandLine(), "completion"));
    assertAll(() -> assertTrue(out.toString().contains("complete -F _complete_plumbline")),
        () -> commands().forEach(command -> assertTrue(out.toString().contains(command), command)));
  }
}
