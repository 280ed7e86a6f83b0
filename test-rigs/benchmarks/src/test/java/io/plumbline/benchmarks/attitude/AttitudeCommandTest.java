package io.plumbline.benchmarks.attitude;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.benchmarks.BenchmarkCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AttitudeCommandTest {
  @TempDir
  private Path folder = Path.of("");

  /// A run of the command.
  private record Run(int status, String out, String err) {
    static Run of(String... arguments) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int status = new CommandLine(new BenchmarkCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
          .execute(arguments);
      return new Run(status, out.toString(), err.toString());
    }
  }

  @Test
  void shouldSayWhichFolderIsMissingWhenThereAreNoRecordings() {
    Run run = Run.of("attitude", "--data", folder.toString());
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("there is no folder " + folder.resolve("broad")), run.err());
    assertEquals("", run.out());
  }

  @Test
  void shouldNameTheTrialWhenOneIsMissing() throws Exception {
    Files.createDirectory(folder.resolve("broad"));
    Run run = Run.of("attitude", "--data", folder.toString());
    assertEquals(2, run.status());
    assertTrue(run.err().contains("broad-09*.csv.gz"), run.err());
  }

  @Test
  void shouldNameTheFileWhenItHasNoTruth() throws Exception {
    Path trial = Files.createDirectory(folder.resolve("broad")).resolve("broad-09.csv");
    Files.writeString(trial, """
      # plumbline-recording: 1
      t_s,centre_ax,centre_ay,centre_az,centre_gx,centre_gy,centre_gz
      0,0,0,9.8,0,0,0
      0.1,0,0,9.8,0,0,0
      """);
    Run run = Run.of("attitude", "--data", folder.toString());
    assertEquals(2, run.status());
    assertTrue(run.err().contains(trial + ": "), run.err());
  }

  @Test
  void shouldRefuseAPictureBeforeMeasuringWhenItsNameEndsOtherwise() {
    Run run = Run.of("attitude", "--data", folder.toString(), "--plot", folder.resolve("a.gif").toString());
    assertEquals(2, run.status());
    assertTrue(run.err().contains(".png or .svg"), run.err());
  }

  @Test
  void shouldBeWithinTheGoalsAndBesideThePublishedFiltersWhenTheRecordingsAreThere() throws Exception {
    Path data = Path.of("../../../shared/data").toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(data.resolve("broad")), "skipped: no recordings in " + data);
    Path picture = folder.resolve("errors.svg");
    Run run = Run.of("attitude", "--data", data.toString(), "--rounds", "3", "--plot", picture.toString());
    assertEquals(0, run.status(), run.err());
    double[] vqf = row(run.out(), "VQF");
    double[] madgwick = row(run.out(), "Madgwick");
    for (String name : List.of("Plumbline, filter", "Plumbline, pipeline")) {
      double[] ours = row(run.out(), name);
      for (int trial = 0; trial < 3; trial++) {
        assertTrue(ours[3 * trial] <= 1, name + " in motion:\n" + run.out());
        assertTrue(ours[3 * trial] < vqf[3 * trial] + 0.03, name + " beside VQF:\n" + run.out());
        assertTrue(ours[3 * trial] < madgwick[3 * trial], name + " beside Madgwick:\n" + run.out());
      }
    }
    assertTrue(Files.readString(picture, StandardCharsets.UTF_8).contains("Plumbline"), "the picture has a key");
  }

  /// The nine figures of a filter.
  private static double[] row(String out, String name) {
    Matcher m = Pattern.compile("^" + name + " +((?:[0-9.]+ +){9})", Pattern.MULTILINE).matcher(out);
    assertTrue(m.find(), out);
    return Pattern.compile(" +").splitAsStream(m.group(1).strip()).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void shouldTakeRatiosRoundByRoundWhenTheMachineIsUnsteady() {
    UpdateTimes times = UpdateTimes.summary(new double[]{20, 200, 30}, new double[]{10, 100, 10});
    assertEquals(30, times.medianNs(), 1e-12);
    assertEquals(2, times.ratio(), 1e-12);
    assertEquals(2, times.lowerRatio(), 1e-12);
    assertEquals(2.5, times.upperRatio(), 1e-12);
  }

  @Test
  void shouldKeepPeaksAndGapsWhenErrorsAreThinned() {
    double[] timeS = {0, 0.1, 0.2, 0.3, 0.6};
    double[][] points = ErrorPlot.mostOfBins(timeS, new double[]{1, 5, 2, Double.NaN, 7});
    assertArrayEquals(new double[]{0.125, 0.375, 0.625}, points[0], 1e-12);
    assertArrayEquals(new double[]{5, Double.NaN, 7}, points[1]);
  }
}
