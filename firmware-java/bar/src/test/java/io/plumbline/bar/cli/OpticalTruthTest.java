package io.plumbline.bar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Real recordings with optical truth, which lie beside the repository and are no part of it.
class OpticalTruthTest {
  private static String recording(String trial) throws IOException {
    Path folder = Path.of("../../../shared/data/broad").toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(folder), "skipped: no recordings in " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("broad-" + trial)).findFirst().orElseThrow()
          .toString();
    }
  }

  private static double figure(String out, String pattern) {
    Matcher m = Pattern.compile(pattern).matcher(out);
    assertTrue(m.find(), out);
    return Double.parseDouble(m.group(1));
  }

  @Test
  void shouldStayWithinTheGoalsWhenAHandMovesTheSensorUpAndDown() throws Exception {
    CommandRun run = CommandRun.replay("--score", recording("14"));
    assertEquals(0, run.status(), run.err());
    assertEquals(24, figure(run.out(), "score: (\\d+) reps compared"), 2, "up-strokes");
    assertTrue(figure(run.out(), "peak concentric velocity +\\d+ +\\S+ m/s +(\\S+) m/s") <= 0.009, run.out());
    assertTrue(figure(run.out(), "range of motion +\\d+ +\\S+ m +(\\S+) m") <= 0.008, run.out());
    assertTrue(figure(run.out(), "inclination +(\\S+) °") <= 0.5, run.out());
  }

  @Test
  void shouldCountNothingOfTheTurningWhenTheSensorIsLiftedAndTurned() throws Exception {
    CommandRun run = CommandRun.replay("--score", recording("09"));
    Matcher strokes = Pattern.compile("^score +\\d+ +(\\S+) ", Pattern.MULTILINE).matcher(run.out());
    List<Double> startS = new ArrayList<>();
    while (strokes.find()) {
      startS.add(Double.parseDouble(strokes.group(1)));
    }
    // The cameras saw it lifted off the table by 0.4 m at these times, then turned in the hand at that height for half a minute and put back.
    double[] liftedS = {30.5, 71, 108.5, 145.8};
    for (double atS : startS) {
      assertTrue(Arrays.stream(liftedS).anyMatch(lifted -> Math.abs(lifted - atS) < 1), atS + " s:\n" + run.out());
    }
    assertTrue(figure(run.out(), "inclination +(\\S+) °") <= 1, run.out());
  }

  @Test
  void shouldKnowItsOwnDoubtWhenAPhoneVibratesOnTheSensor() throws Exception {
    CommandRun run = CommandRun.replay("--score", recording("27"));
    assertTrue(figure(run.out(), "peak concentric velocity .* m/s +(\\d+) %") >= 85, run.out());
    assertTrue(figure(run.out(), "inclination +(\\S+) °") <= 0.5, run.out());
  }
}
