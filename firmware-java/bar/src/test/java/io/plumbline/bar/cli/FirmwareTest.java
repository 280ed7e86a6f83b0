package io.plumbline.bar.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FirmwareTest {
  private final StringWriter err = new StringWriter();

  private CommandLine commandLine() {
    return Firmware.commandLine().setErr(new PrintWriter(err)).setOut(new PrintWriter(new StringWriter()));
  }

  @Test
  void shouldHaveTheBarsCommandsWhenItIsThePackagedProgram() {
    assertEquals(Set.of("bar", "replay", "blackbox", "help"), commandLine().getSubcommands().keySet());
  }

  @Test
  void shouldSayInOneLineWhatIsWrongWhenACommandIsMistyped() {
    assertAll(() -> assertEquals(ExitStatus.UNUSABLE, commandLine().execute("repla")),
        () -> assertEquals(1, err.toString().lines().count(), err::toString),
        () -> assertTrue(err.toString().contains("did you mean replay"), err::toString));
  }
}
