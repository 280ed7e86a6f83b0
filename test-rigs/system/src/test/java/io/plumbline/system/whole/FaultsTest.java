package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.system.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each fault once while reps flow; `./plumbline faults` is the long form.
class FaultsTest {
  private static final String FAULTS = "15";

  private static boolean isMosquittoHere() {
    return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto").map(Path::of).anyMatch(Files::isExecutable);
  }

  @Test
  void shouldStoreEachRepOnceWhateverGoesWrong() throws IOException {
    assumeTrue(isMosquittoHere() || Boolean.parseBoolean(System.getenv("CI")),
        "no broker to break: Debian's mosquitto is missing");
    try (Program faults = Program.plumbline("faults", "--count", FAULTS, "--hold", "1", "--seed", "2")) {
      int status = faults.awaitEnd();
      List<String> lines = faults.lines();
      assertEquals(0, status, () -> lines + faults.errors());
      assertTrue(lines.contains("Each exactly once, content equal, order recoverable."), lines::toString);
      System.out.println(lines.get(lines.size() - 2));
      faults.errors().lines().filter(line -> line.contains("left out")).forEach(System.out::println);
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
