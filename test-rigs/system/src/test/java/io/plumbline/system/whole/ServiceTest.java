package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.system.Program;
import io.plumbline.system.Repository;
import io.plumbline.virtualchips.kernel.ServiceListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bar program as a service manager starts, watches and stops it.
class ServiceTest {
  /// Nothing listens there; what is measured is kept all the same.
  private static final String NO_BROKER = "tcp://127.0.0.1:1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WATCHDOG_USEC = "2000000";

  /// Twice the time in which a sign of life has to come.
  private static final Duration SILENCE = Duration.ofSeconds(4);
  private static final int MOST_SIGNS = 60;
  private static final String HANG_US = "600000000";

  @TempDir
  private Path folder = Path.of("");

  private Program bar(ServiceListener manager, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=TERM",
        Repository.ROOT.resolve("plumbline").toString(), "bar", "--state", state().toString(), "--broker", NO_BROKER));
    command.addAll(List.of(arguments));
    return Program.start(folder,
        Map.of("PLUMBLINE_NO_BUILD", "1", "NOTIFY_SOCKET", manager.address(), "WATCHDOG_USEC", WATCHDOG_USEC), command);
  }

  private Path state() {
    return folder.resolve("state");
  }

  /// Messages up to the first that begins so, that one included.
  private static List<String> until(ServiceListener manager, String prefix) {
    List<String> heard = new ArrayList<>();
    do {
      String message = manager.next(PATIENCE);
      assertNotNull(message, () -> "no " + prefix + " after " + heard);
      heard.add(message);
    } while (!heard.getLast().startsWith(prefix));
    return heard;
  }

  /// Takes what waits: the socket holds ten messages (unix(7), max_dgram_qlen), and what comes then is lost. A manager listens all the time.
  private static void drain(ServiceListener manager) {
    String message = manager.next(Duration.ZERO);
    while (message != null) {
      message = manager.next(Duration.ZERO);
    }
  }

  private Path blackBox() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".plbb")).findFirst().orElseThrow();
    }
  }

  @Test
  void shouldTellItsManagerAndLeaveWholeFilesWhenStoppedInTheMiddleOfASet() throws IOException {
    Path config = Files.writeString(folder.resolve("bar.toml"), "[health]\nself_test_on_start = true\n");
    try (ServiceListener manager = new ServiceListener(folder.resolve("notify").toString())) {
      try (Program bar = bar(manager, "--virtual", "--config", config.toString(), "--athlete", "Kim", "--record",
          folder.toString())) {
        List<String> start = until(manager, "READY=1");
        assertTrue(start.contains("STATUS=self-test: the chips test themselves"), start::toString);
        String status = start.getLast();
        assertTrue(status.startsWith("READY=1\nSTATUS=ready") || status.startsWith("READY=1\nSTATUS=degraded: "),
            status);
        assertEquals("WATCHDOG=1", until(manager, "WATCHDOG=1").getLast());
        bar.awaitLine("   1    1 ");
        drain(manager);
        assertEquals("WATCHDOG=1", until(manager, "WATCHDOG=1").getLast());
        bar.signal("TERM");
        until(manager, "STOPPING=1");
        assertEquals(0, bar.awaitEnd(), () -> bar.lines() + bar.errors());
        assertTrue(bar.lines().stream().anyMatch(line -> line.contains("wait in the journal for the daemon")),
            () -> bar.lines().toString());
        assertTrue(bar.errors().contains("plumbline bar: health: "), bar::errors);
      }
      try (Program verify = Program.plumbline("blackbox", "verify", blackBox().toString())) {
        assertEquals(0, verify.awaitEnd(), () -> verify.errors() + verify.lines());
      }
      String baselines = Files.readString(state().resolve("baselines.toml"));
      assertTrue(baselines.contains("Kim"), baselines);
      try (Program again = bar(manager, "--virtual")) {
        until(manager, "READY=1");
        again.signal("TERM");
        assertEquals(0, again.awaitEnd(), () -> again.lines() + again.errors());
        assertTrue(again.lines().stream().anyMatch(line -> line.matches("[1-9]\\d* summaries of earlier runs wait .*")),
            () -> again.lines().toString());
      }
    }
  }

  @Test
  void shouldBeReadyInFaultAndGiveSignsOfLifeWhenThereAreNoChips() throws IOException {
    Path devices = Files.createDirectory(folder.resolve("dev"));
    Path config = Files.writeString(folder.resolve("bar.toml"), "[board]\ndevices = \"" + devices + "\"\n");
    try (ServiceListener manager = new ServiceListener(folder.resolve("notify").toString());
        Program bar = bar(manager, "--config", config.toString(), "--no-record")) {
      String status = until(manager, "READY=1").getLast();
      assertTrue(status.startsWith("READY=1\nSTATUS=fault: no chip gives samples, so nothing is measured"), status);
      for (int i = 0; i < 4; i++) {
        until(manager, "WATCHDOG=1");
      }
      bar.signal("TERM");
      until(manager, "STOPPING=1");
      assertEquals(0, bar.awaitEnd(), () -> bar.lines() + bar.errors());
    }
  }

  @Test
  void shouldGiveNoSignOfLifeWhileTheSamplingThreadHangs() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "Debian's strace is needed to hold a thread up");
    try (ServiceListener manager = new ServiceListener(folder.resolve("notify").toString());
        Program bar = bar(manager, "--virtual")) {
      until(manager, "READY=1");
      until(manager, "WATCHDOG=1");
      try (Program holdUp = Program.start(folder, Map.of(), List.of("strace", "-p", bar.thread("sampling"), "-o",
          "/dev/null", "-e", "trace=clock_nanosleep", "-e", "inject=clock_nanosleep:delay_enter=" + HANG_US))) {
        untilNoSignOfLife(manager);
        assertTrue(holdUp.isAlive(), holdUp::errors);
      }
      // Closed, strace lets the thread go on.
      until(manager, "WATCHDOG=1");
      bar.signal("TERM");
      until(manager, "STOPPING=1");
      assertEquals(0, bar.awaitEnd(), () -> bar.lines() + bar.errors());
    }
  }

  /// Whatever else the program says, its signs of life have to stop: none among so many messages, or silence.
  private static void untilNoSignOfLife(ServiceListener manager) {
    int others = 0;
    int signs = 0;
    while (others < 3) {
      String message = manager.next(SILENCE);
      if (message == null) {
        return;
      }
      boolean sign = message.equals("WATCHDOG=1");
      others = sign ? 0 : others + 1;
      signs += sign ? 1 : 0;
      assertTrue(signs < MOST_SIGNS, "it still gives signs of life");
    }
  }
}
