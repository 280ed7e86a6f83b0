package io.plumbline.bar.cli;

import static io.plumbline.bar.testing.Recordings.COLUMNS;
import static io.plumbline.bar.testing.Recordings.bytes;
import static io.plumbline.bar.testing.Recordings.lifts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The score is judged by errors that are put into the truth on purpose.
class ReplayScoreTest {
  private static final int RATE_HZ = 200;
  private static final int REPS = 4;
  private static final double HEIGHT_M = 0.5;

  private final Path folder;

  ReplayScoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /// Smooth strokes of half a metre in a second: v = h (1 − cos 2πt), and a truth that is stretched and late by choice.
  private String recording(String name, double stretch, double lateS, boolean velocity, boolean phases,
      boolean attitude)
      throws Exception {
    StringBuilder csv = new StringBuilder("# plumbline-recording: 1\n").append(COLUMNS)
        .append(",truth_x,truth_y,truth_z");
    csv.append(velocity ? ",truth_vz" : "").append(phases ? ",truth_phase" : "");
    csv.append(attitude ? ",truth_qw,truth_qx,truth_qy,truth_qz" : "").append('\n');
    for (int i = 0; i < (4 + REPS * 6) * RATE_HZ; i++) {
      double t = (double) i / RATE_HZ;
      double late = t - lateS;
      csv.append(String.format(Locale.ROOT, "%.4f,0,0,%.6f,0,0,0,0,0,%.6f", t, 9.80665 + acceleration(t),
          1 + stretch * height(late)));
      csv.append(velocity ? String.format(Locale.ROOT, ",%.6f", stretch * velocity(late)) : "");
      csv.append(phases ? "," + (inCycle(late) >= 0 && inCycle(late) < 1 ? "ascent" : "rest") : "");
      csv.append(attitude ? ",0.999962,0.008727,0,0" : "").append('\n');
    }
    return Files.write(folder.resolve(name), bytes(csv.toString())).toString();
  }

  private static double inCycle(double t) {
    return t < 4 ? -1 : (t - 4) % 6;
  }

  private static double acceleration(double t) {
    return wave(inCycle(t)) - wave(inCycle(t) - 2);
  }

  private static double wave(double s) {
    return s < 0 || s >= 1 ? 0 : HEIGHT_M * 2 * Math.PI * Math.sin(2 * Math.PI * s);
  }

  private static double velocity(double t) {
    return speed(inCycle(t)) - speed(inCycle(t) - 2);
  }

  private static double speed(double s) {
    return s < 0 || s >= 1 ? 0 : HEIGHT_M * (1 - Math.cos(2 * Math.PI * s));
  }

  private static double height(double t) {
    return way(inCycle(t)) - way(inCycle(t) - 2);
  }

  private static double way(double s) {
    double u = Math.max(0, Math.min(1, s));
    return HEIGHT_M * (u - Math.sin(2 * Math.PI * u) / (2 * Math.PI));
  }

  /// Bias of a row of the totals.
  private static double bias(String out, String row) {
    Matcher m = Pattern.compile("score " + Pattern.quote(row) + "\\s+(\\d+)\\s+(-?[0-9.]+) ").matcher(out);
    assertTrue(m.find(), out);
    assertEquals(REPS, Integer.parseInt(m.group(1)), row);
    return Double.parseDouble(m.group(2));
  }

  @Test
  void shouldFindNoErrorWhenTheTruthIsTrue() throws Exception {
    CommandRun run = CommandRun.replay("--score", recording("true.csv", 1, 0, true, true, false));
    assertEquals(0, run.status(), run.err());
    assertEquals(0, bias(run.out(), "peak concentric velocity"), 0.002);
    assertEquals(0, bias(run.out(), "mean concentric velocity"), 0.005);
    assertEquals(0, bias(run.out(), "range of motion"), 0.002);
    assertEquals(0, bias(run.out(), "start of the ascent"), 15);
    assertTrue(run.out().contains("the reference phases name 4 ascents, 0 reps match none of them, 0 were not found"),
        run.out());
  }

  @Test
  void shouldFindTheErrorThatWasPutInWhenTheTruthIsStretched() throws Exception {
    CommandRun run = CommandRun.replay("--score", recording("stretched.csv", 1.1, 0, true, true, false));
    assertEquals(-0.1, bias(run.out(), "peak concentric velocity"), 0.003);
    assertEquals(-0.05, bias(run.out(), "range of motion"), 0.003);
  }

  @Test
  void shouldFindTheDelayWhenTheTruthIsLate() throws Exception {
    CommandRun run = CommandRun.replay("--score", recording("late.csv", 1, 0.1, true, true, false));
    assertEquals(-100, bias(run.out(), "start of the ascent"), 15);
    assertEquals(-100, bias(run.out(), "end of the ascent"), 15);
  }

  @Test
  void shouldDifferentiateTheHeightWhenTheTruthHasNoVelocityAndNoPhases() throws Exception {
    CommandRun run = CommandRun.replay("--score", recording("heights.csv", 1.1, 0, false, false, false));
    assertEquals(-0.1, bias(run.out(), "peak concentric velocity"), 0.006);
    assertTrue(run.out().contains("no reference phases"), run.out());
  }

  @Test
  void shouldFindTheInclinationWhenTheTruthLeans() throws Exception {
    CommandRun run = CommandRun.replay("--score", recording("leaning.csv", 1, 0, true, true, true));
    Matcher m = Pattern.compile("score inclination +([0-9.]+) °").matcher(run.out());
    assertTrue(m.find(), run.out());
    assertEquals(1.0, Double.parseDouble(m.group(1)), 0.05);
  }

  @Test
  void shouldKeepTheJsonCleanWhenBothAreAskedFor() throws Exception {
    CommandRun run = CommandRun.replay("--score", "--json", recording("json.csv", 1, 0, true, true, false));
    assertTrue(run.out().lines().allMatch(line -> line.startsWith("{")), run.out());
    assertTrue(run.err().lines().allMatch(line -> line.startsWith("score")), run.err());
  }

  @Test
  void shouldSaySoWhenThereIsNoTruth() throws Exception {
    String file = Files.write(folder.resolve("plain.csv"), bytes(lifts(1))).toString();
    CommandRun run = CommandRun.replay("--score", file);
    assertEquals(0, run.status());
    assertTrue(run.out().contains("no truth_z column"), run.out());
  }
}
