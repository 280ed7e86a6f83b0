package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.pairing.PairingCode;
import io.plumbline.system.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stranger's way from a daemon to a paired bar, as processes, over TLS.
class PairingTest {
  private static final String RESTING = """
    purpose = "Bar lies on its plates"
    exercise = "deadlift-conventional"
    seed = 7

    [[set]]
    load_kg = 100
    reps = 0
    rest_before_s = 600

    [[set.incident]]
    kind = "phone"
    """;

  @TempDir
  private Path folder = Path.of("");

  private record Ended(List<String> out, String err) {}

  private static Ended run(int status, String... command) throws IOException {
    try (Program program = Program.plumbline(command)) {
      assertEquals(status, program.awaitEnd(), program::errors);
      return new Ended(program.lines(), program.errors().strip());
    }
  }

  private Ended daemon(int status, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("daemon"));
    command.addAll(List.of(words));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    return run(status, command.toArray(String[]::new));
  }

  private void refused(String says, String code) throws IOException {
    Ended ended = run(2, "bar", "pair", code, "--state", folder.resolve("state").toString());
    assertTrue(ended.err.startsWith("plumbline bar pair: ") && ended.err.contains(says), ended.err);
    assertEquals(1, ended.err.lines().count(), ended.err);
    assertEquals(List.of(), ended.out);
  }

  @Test
  void shouldPublishOverTlsUntilItsAccessIsTakenWhenABarIsPaired() throws IOException {
    Path scenario = Files.writeString(folder.resolve("resting.toml"), RESTING);
    Path state = folder.resolve("state");
    try (Program daemon = Program.plumbline("daemon", "--data", folder.resolve("data").toString(), "--mqtt-port", "0",
        "--mqtts-port", "0", "--http-port", "0")) {
      String local = daemon.awaitLine("Broker: ").split(" ", -1)[0];
      String secure = daemon.awaitLine("Bars: ");
      daemon.awaitLine("Dashboard: ");
      String line = daemon(0, "pair", "garage").out.getLast();
      assertTrue(line.startsWith("plumbline bar pair plumb1-"), line);
      String code = line.substring(line.lastIndexOf(' ') + 1);

      Ended paired = run(0, "bar", "pair", code, "--state", state.toString());
      assertTrue(paired.err.contains("paired as garage"), paired.err);
      try (Stream<Path> files = Files.list(state)) {
        for (Path file : files.toList()) {
          assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
              file.toString());
        }
      }
      refusals(code);
      assertEquals(1, daemon(0, "bars").out.stream().filter(bar -> bar.contains("garage")).count());
      assertTrue(daemon(2, "bars", "--revoke", "attic").err.contains("nobody is called 'attic'"));

      String[] plain = {"bar", "--virtual", scenario.toString(), "--no-record", "--state", state.toString()};
      try (Program bar = Program.plumbline(plain)) {
        assertEquals(secure, bar.awaitLine("connected to ").split(" ", -1)[0]);
        Ended done = run(0, "daemon", "tell", "garage", "identify", "--broker", local);
        assertTrue(done.out.getFirst().startsWith("done: "), done.out.toString());
        daemon(0, "bars", "--revoke", "garage");
        Ended offline = run(1, "daemon", "tell", "garage", "identify", "--wait", "1", "--broker", local);
        assertTrue(offline.err.contains("it is offline"), offline.err);
      }
    }
    assertTrue(daemon(2, "pair", "garage").err.contains("no daemon runs on"), "and no code without a daemon");
  }

  /// Each of them one line, and the pairing that is there stays.
  private void refusals(String code) throws IOException {
    PairingCode good = PairingCode.parse(code);
    Path settings = folder.resolve("state").resolve("paired.toml");
    String before = Files.readString(settings);
    refused("it was used already", code);
    refused("the code is mistyped or cut short", code.substring(0, code.length() - 1));
    refused("the code is no pairing code", "garage");
    refused("the code has expired", new PairingCode("garage", good.hosts(), good.port(), good.authorityPrint(),
        good.user(), good.secret(), Instant.now().minus(Duration.ofMinutes(1))).text());
    refused("another broker answers there", PairingCode.fresh("garage", good.hosts(), good.port(), new byte[32],
        good.until()).text());
    refused("cannot be reached", PairingCode.fresh("garage", good.hosts(), 1, new byte[32], good.until()).text());
    assertEquals(before, Files.readString(settings));
    assertFalse(before.contains("password"), "the secret has a file of its own");
  }
}
