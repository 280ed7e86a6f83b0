package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.calibration.CalibratedConfig;
import io.plumbline.bar.calibration.Calibration;
import io.plumbline.bar.calibration.CalibrationReader;
import io.plumbline.bar.calibration.CalibrationWriter;
import io.plumbline.bar.calibration.Part;
import io.plumbline.bar.calibration.Procedure;
import io.plumbline.bar.calibration.Wish;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.TestPins;
import io.plumbline.core.sample.BarSetup.Mount;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.virtualchips.feed.BarSpecimen;
import io.plumbline.virtualchips.feed.HandScript;
import io.plumbline.virtualchips.feed.HandledBar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole calibration on virtual chips whose errors are known.
class CalibrationBenchTest {
  private static final List<Double> PLATES = List.of(20.0, 60.0, 100.0, 60.0, 20.0, 0.0);
  private static final double MG_MPS2 = 9.80665e-3;
  private static final Instant DATE = Instant.parse("2026-11-21T20:00:00Z");
  private final List<String> said = new ArrayList<>();
  private final BarConfig config = config();

  @TempDir
  private Path folder = Path.of("");

  private static BarConfig config() {
    return BarConfigReader.defaults();
  }

  private static Wish wish(Set<Part> parts, List<Double> plates) {
    return new Wish(parts, plates, 9.80665, 0, DATE, "test");
  }

  private static LiveBar.Session session(@Nullable Path record) {
    return new LiveBar.Session("journal-1", null, null, StreamContext.DEFAULT_SET_PAUSE, record);
  }

  private Procedure play(HandScript script, long seed, Wish wish, @Nullable Path record) {
    TestPins pins = TestPins.handled(script, seed, seed);
    Procedure procedure = CalibrationBench.live(config, pins, wish, session(record), said::add, said::add);
    assertEquals(List.of(), pins.bar().misuses());
    return procedure;
  }

  private Calibration calibrated(long seed) {
    Wish wish = wish(EnumSet.allOf(Part.class), PLATES);
    Procedure procedure = play(HandScript.calibration(seed), seed, wish, null);
    assertNull(procedure.waitsFor(), () -> "seed " + seed + ": " + said);
    Procedure.Outcome outcome = procedure.solve(config, wish, null);
    assertEquals(List.of(), outcome.refusals(), "seed " + seed);
    return outcome.calibration();
  }

  /// Sums of errors of one quantity over a second.
  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double take() {
      double mean = sum / count;
      sum = 0;
      count = 0;
      return mean;
    }
  }

  private static double[] turned(Mount q, double x, double y, double z) {
    double w = q.w();
    double[] m = {1 - 2 * (q.y() * q.y() + q.z() * q.z()), 2 * (q.x() * q.y() - w * q.z()),
        2 * (q.x() * q.z() + w * q.y()), 2 * (q.x() * q.y() + w * q.z()), 1 - 2 * (q.x() * q.x() + q.z() * q.z()),
        2 * (q.y() * q.z() - w * q.x()), 2 * (q.x() * q.z() - w * q.y()), 2 * (q.y() * q.z() + w * q.x()),
        1 - 2 * (q.x() * q.x() + q.y() * q.y())};
    return new double[]{m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z,
        m[6] * x + m[7] * y + m[8] * z};
  }

  /// The bar that was calibrated, on another day: poses and loads that calibration has not seen.
  static void judge(long seed, BarConfig calibrated) throws Exception {
    HandScript proof = new HandScript(seed + 99).hold(2).turn(1, 1).hold(2).turn(2.1, 2).hold(2).tiltTo(0.5, 2).hold(2)
        .turn(1.3, 2).hold(2).tiltTo(-0.5, 3).hold(2).tiltTo(0, 2).rack().hold(2).markUp().hold(2).load(35).hold(3)
        .turn(0.6, 2).hold(2).load(85).hold(3).turn(-1.1, 2).hold(3);
    TestPins pins = TestPins.handled(proof, seed, seed + 7);
    HandledBar truth = pins.hands();
    try (LiveBar bar = LiveBar.open(calibrated, pins, session(null), line -> {}, line -> {})) {
      SensorFrame frame = new SensorFrame();
      Mean[] means = Stream.generate(Mean::new).limit(10).toArray(Mean[]::new);
      double newtons = 0;
      long nextNs = Long.MIN_VALUE;
      int judged = 0;
      while (bar.source().next(frame)) {
        nextNs = nextNs == Long.MIN_VALUE ? frame.timeNs() + 1_000_000_000L : nextNs;
        for (ImuSite site : List.of(ImuSite.LEFT, ImuSite.RIGHT)) {
          if (frame.hasAll(site.bits())) {
            int first = site.firstChannel();
            double[] felt = turned(bar.source().setup().mounts().get(site.ordinal()), frame.get(first),
                frame.get(first + 1), frame.get(first + 2));
            double[] force = truth.forceMps2(site.ordinal(), frame.timeNs());
            for (int axis = 0; axis < 3; axis++) {
              means[3 * site.ordinal() + axis].add(felt[axis] - force[axis]);
            }
          }
        }
        if (frame.has(Channel.LEFT_FZ)) {
          double[] left = truth.cellsN(0, frame.timeNs());
          double[] right = truth.cellsN(1, frame.timeNs());
          means[6].add(frame.get(Channel.LEFT_FY) - left[0]);
          means[7].add(frame.get(Channel.LEFT_FZ) - left[1]);
          means[8].add(frame.get(Channel.RIGHT_FY) - right[0]);
          means[9].add(frame.get(Channel.RIGHT_FZ) - right[1]);
          newtons = Math.max(Math.hypot(left[0], left[1]), Math.hypot(right[0], right[1]));
        }
        if (frame.timeNs() >= nextNs) {
          for (int i = 0; i < 10; i++) {
            double limit = i < 6 ? 2 * MG_MPS2 : Math.max(1, 0.005 * newtons);
            double error = means[i].take();
            assertTrue(Math.abs(error) < limit, "seed " + seed + ", quantity " + i + ": " + error + " of " + limit);
          }
          judged++;
          nextNs += 1_000_000_000L;
        }
      }
      assertTrue(judged > 35, "seconds judged: " + judged);
    }
  }

  @Test
  void shouldMeasureWithinTwoMilligAndHalfAPercentWhenCalibrated() throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      Path file = folder.resolve("calibration-" + seed + ".toml");
      CalibrationWriter.write(calibrated(seed), file);
      judge(seed, CalibratedConfig.apply(config, CalibrationReader.read(file), file.toString(), false));
    }
  }

  @Test
  void shouldMissTheLimitsWhenNotCalibrated() {
    assertThrows(AssertionError.class, () -> judge(1, config));
  }

  @Test
  void shouldFindLeversAndOutboardMassWithinTheirDeviationsWhenDoneAsAsked() {
    double square = 0;
    int count = 0;
    for (long seed = 11; seed <= 13; seed++) {
      Calibration found = calibrated(seed);
      BarSpecimen truth = new BarSpecimen(seed);
      for (int side = 0; side < 2; side++) {
        Calibration.Lever lever = Objects.requireNonNull(found.units().get(side).lever()).value();
        for (int axis = 0; axis < 3; axis++) {
          square += Math.pow((lever.positionM().get(axis) - truth.leverM(side)[axis]) / lever.sdM().get(axis), 2);
          count++;
        }
        double error = found.sides().get(side).cells().value().outboardKg() - truth.outboardKg(side);
        assertEquals(0, error, 0.05, "seed " + seed);
      }
      assertEquals(1, Objects.requireNonNull(found.facing()).direction());
    }
    double normalised = Math.sqrt(square / count);
    assertTrue(normalised < 1.2, () -> "normalised errors of the levers: " + normalised);
  }

  @Test
  void shouldGiveTheSameWhenPlayedFromItsBlackBox() throws Exception {
    Wish wish = wish(EnumSet.allOf(Part.class), PLATES);
    Procedure live = play(HandScript.calibration(3), 3, wish, folder);
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    try (CalibrationBench.Playback playback = CalibrationBench.Playback.open(List.of(file))) {
      Procedure played = playback.run(wish, line -> {}, said::add);
      assertTrue(said.stream().noneMatch(line -> line.contains("damaged")));
      assertEquals(live.solve(config, wish, null), played.solve(playback.config(), wish, null));
    }
  }

  @Test
  void shouldRefuseAndNameTheLoadWhenAPlateIsNotWhatWasTyped() {
    Wish typed = wish(EnumSet.allOf(Part.class), List.of(20.0, 55.0, 100.0, 55.0, 20.0, 0.0));
    Procedure procedure = play(HandScript.calibration(2), 2, typed, null);
    Procedure.Outcome outcome = procedure.solve(config, typed, null);
    assertEquals(2, outcome.refusals().size(), outcome.refusals()::toString);
    assertTrue(outcome.refusals().getFirst().startsWith("left load cells: 55 kg, "), outcome.refusals()::getFirst);
  }

  @Test
  void shouldWaitAndSaySoWhenOtherPlatesAreOn() {
    HandScript wrong = new HandScript(4).rest().faces().markAndRoll().emptyTurns().plates(60, 20, 60);
    Procedure procedure = play(wrong, 4, wish(EnumSet.of(Part.FACES, Part.LOAD), List.of(20.0, 60.0)), null);
    assertNull(procedure.waitsFor());
    assertTrue(said.stream().anyMatch(line -> line.contains("not 20 kg, going up: put on the right ones")),
        said::toString);
  }

  @Test
  void shouldSaySoWhenAPoseIsRepeatedOrLeftTooEarly() {
    HandScript clumsy = new HandScript(5).hold(3.2).turn(0.1, 1).hold(3.2).turn(0.8, 1.5).hold(1.5).turn(0.8, 1.5)
        .hold(3.2);
    Procedure procedure = play(clumsy, 5, wish(EnumSet.of(Part.FACES), PLATES), null);
    assertEquals("faces (2 of 16)", procedure.waitsFor());
    assertTrue(said.stream().anyMatch(line -> line.contains("it lies as before")), said::toString);
    assertTrue(said.stream().anyMatch(line -> line.contains("moved too early")), said::toString);
  }

  @Test
  void shouldSaySoWhenTheBarIsRolledTooLittleOrTheWrongEndIsRaised() {
    HandScript script = new HandScript(6).rest().faces().markUp().hold(4.5).turn(-2, 1.5).hold(3).turn(-8, 3).hold(3)
        .tiltTo(-0.35, 1).tiltTo(0, 1).hold(3).tiltTo(0.05, 1).tiltTo(0, 1).hold(3);
    Procedure procedure = play(script, 6, wish(EnumSet.of(Part.FACES, Part.LEVER), PLATES), null);
    assertEquals("lever (0 of 6)", procedure.waitsFor());
    assertTrue(said.stream().anyMatch(line -> line.contains("only 0.3 turns")), said::toString);
    assertTrue(said.stream().anyMatch(line -> line.contains("that was the other end: raise the left one")),
        said::toString);
  }

  @Test
  void shouldKeepWhatWasNotDoneAgainWhenOnlyAPartIsDone() {
    Calibration before = calibrated(7);
    Wish wish = wish(EnumSet.of(Part.REST), PLATES);
    Procedure procedure = play(new HandScript(8).rest(), 7, wish, null);
    Calibration now = procedure.solve(config, wish, before).calibration();
    assertEquals(before.sides(), now.sides());
    Calibration.Unit unit = now.units().getFirst();
    assertEquals(before.units().getFirst().accelerometer(), unit.accelerometer());
    int points = Objects.requireNonNull(unit.gyroscope()).value().still().size();
    assertEquals(Objects.requireNonNull(before.units().getFirst().gyroscope()).value().still().size() + 1, points);
    assertNotNull(now.facing());
  }
}
