package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DaemonCommandTest {
  @TempDir
  Path folder = Path.of("set by JUnit");

  private record Ended(int status, String out, String err) {}

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = DaemonCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        .execute(arguments);
    return new Ended(status, out.toString(), err.toString());
  }

  private static void refused(String says, String... arguments) {
    Ended ended = run(arguments);
    assertEquals(2, ended.status, ended.err);
    assertTrue(ended.err.startsWith("daemon: ") && ended.err.contains(says), ended.err);
    assertEquals(1, ended.err.lines().count(), ended.err);
    assertEquals("", ended.out);
  }

  @Test
  void shouldEndWithOneLineAndStatusTwoWhenAnOptionIsWrong() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    refused("broker URL", "--data", folder.toString(), "--broker", "gym");
    refused("database URL", "--data", folder.toString(), "--db", "mysql://h/d");
    refused("--http-port must be 0 to 65535", "--http-port", "70000");
    refused("'x'", "--mqtt-port", "x");
    refused("--client-id must be", "--client-id", "a b");
    refused("--data", "--data", file.toString());
    refused("--wrong", "--wrong");
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count(), "nothing is made for a wrong URL");
    }
  }

  @Test
  void shouldShowExamplesWhenAskedForHelp() {
    Ended ended = run("--help");
    assertEquals(0, ended.status);
    assertTrue(ended.out.contains("Examples:") && ended.out.contains("--db postgresql://"), ended.out);
  }

  @Test
  void shouldFollowTheXdgRuleWhenNoFolderIsGiven() {
    assertEquals(Path.of("/x/plumbline"), DaemonCommand.defaultFolder(Map.of("XDG_DATA_HOME", "/x")));
    Path home = Path.of(System.getProperty("user.home"), ".local", "share", "plumbline");
    assertEquals(home, DaemonCommand.defaultFolder(Map.of()));
    assertEquals(home, DaemonCommand.defaultFolder(Map.of("XDG_DATA_HOME", "relative")));
  }
}
