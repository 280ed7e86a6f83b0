package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.system.Program;
import io.plumbline.system.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The faults that take little time, once each while reps flow; `./plumbline faults` is the long form.
class FaultsTest {
  private static final String FAULTS = "bar-killed,daemon-killed,broker-killed,broker-hung,broker-forgot,network-cut,wire-bad,disk-full,power-cut,daemon-stuck";

  private static boolean isMosquittoHere() {
    return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto").map(Path::of).anyMatch(Files::isExecutable);
  }

  @Test
  void shouldStoreEachRepOnceWhateverGoesWrong() throws IOException {
    assumeTrue(isMosquittoHere() || Boolean.parseBoolean(System.getenv("CI")),
        "no broker to break: Debian's mosquitto is missing");
    // Its progress is told on standard error, and shows here that it lives.
    String command = "exec '" + Repository.ROOT.resolve("plumbline") + "' faults --count 10 --hold 1 --seed 2 --only "
        + FAULTS + " 2>&1";
    try (Program faults = Program.start(Path.of("").toAbsolutePath(), Map.of("PLUMBLINE_NO_BUILD", "1"),
        List.of("bash", "-c", command))) {
      int status = faults.awaitEnd();
      List<String> lines = faults.lines();
      assertEquals(0, status, () -> lines + faults.errors());
      assertTrue(lines.contains("Each exactly once, content equal, order recoverable."), lines::toString);
      System.out.println(lines.get(lines.size() - 2));
      lines.stream().filter(line -> line.contains("left out")).forEach(System.out::println);
    }
  }

  @Test
  void shouldSayWhatThereIsToChooseWhenAskedForTooMuch() throws IOException {
    try (Program faults = Program.plumbline("faults", "--only", "bar-kiled")) {
      assertEquals(2, faults.awaitEnd());
      assertTrue(faults.errors().contains("--only: there is no fault bar-kiled"), faults::errors);
    }
  }
}
