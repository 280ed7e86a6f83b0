package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClocksTest {
  /// One column of each device.
  private static final List<String> DEVICES = List.of("left_ax", "right_gz", "left_hy", "right_hx", "right_fz",
      "pelvis_az",
      "thorax_qw");

  private static Rig full() {
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT).unit(SensorPlan.Site.RIGHT);
    rig.stepS = 1 / 4000.0;
    rig.force = Rig.force(true, false);
    rig.highG = new SensorPlan.HighG(true, Rig.triad(400));
    rig.strap = Rig.strap(true, 0, 0, 0);
    rig.rateError = 0.02;
    return rig;
  }

  private static double rateHz(Rows rows, String column) {
    double[] timeS = rows.trueTimeS(column);
    return (timeS.length - 1) / (timeS[timeS.length - 1] - timeS[0]);
  }

  private static void assertIncreasing(double[] timeS) {
    for (int i = 1; i < timeS.length; i++) {
      assertTrue(timeS[i] >= timeS[i - 1] + 1.99e-6, "at row " + i);
    }
  }

  @Test
  void shouldNameColumnsAsInTheRecordingFormatWhenAllIsFitted() {
    Rig rig = full();
    rig.imus.addAll(new Rig().unit(SensorPlan.Site.CENTRE).imus);
    String units = "_ax @_ay @_az @_gx @_gy @_gz";
    String strap = units + " @_qw @_qx @_qy @_qz";
    String expected = "@" + units.replace("@", "left") + " right" + units.replace("@", "right") + " centre"
        + units.replace("@", "centre")
        + " left_hx left_hy left_hz right_hx right_hy right_hz left_fy left_fz right_fy right_fz"
        + " pelvis" + strap.replace("@", "pelvis") + " thorax" + strap.replace("@", "thorax");
    assertEquals(List.of(expected.replaceFirst("@", "left").split(" ")), rig.suite().columns());

    rig.force = Rig.force(true, true);
    assertTrue(rig.suite().columns().containsAll(List.of("left_f", "right_f")));
    assertFalse(rig.suite().columns().contains("left_fy"));
  }

  @Test
  void shouldHaveNoRowsWhenNothingIsFitted() {
    assertEquals(List.of(), new Rig().suite().columns());
    assertEquals(0, new Rig().rest(0.1).size());
  }

  @Test
  void shouldFillOneRowAtTheTrueRateWhenTheClockIsShared() {
    Rig rig = full();
    rig.startS = 50;
    Rows rows = rig.rest(5);
    double[] first = rows.trueTimeS("left_ax");
    assertEquals(50, first[0], 1e-12);
    for (String column : DEVICES.subList(0, 5)) {
      assertEquals(1020, rateHz(rows, column), 1e-6);
      assertEquals(Arrays.toString(first), Arrays.toString(rows.trueTimeS(column)));
    }
  }

  @Test
  void shouldGiveEachDeviceItsOwnRateAndRowsWhenTheClockIsNotShared() {
    Rig rig = full();
    rig.sharedClock = false;
    Rows rows = rig.rest(5);
    Set<Double> rates = new HashSet<>();
    int filled = 0;
    for (String column : DEVICES) {
      double nominalHz = column.startsWith("pelvis") || column.startsWith("thorax") ? 200 : 1000;
      double rateHz = rateHz(rows, column);
      assertEquals(nominalHz, rateHz, 0.02 * nominalHz);
      assertNotEquals(nominalHz, rateHz, 1e-6 * nominalHz);
      rates.add(rateHz / nominalHz);
      filled += rows.trueTimeS(column).length;
    }
    assertEquals(DEVICES.size(), rates.size());
    assertEquals(rows.size(), filled);
    assertIncreasing(rows.timeS());
  }

  @Test
  void shouldUseTheWholeRangeOfRateErrorsWhenSeedsDiffer() {
    double least = 0;
    double most = 0;
    for (int seed = 0; seed < 100; seed++) {
      Rig rig = full();
      rig.sharedClock = false;
      rig.seed = seed;
      double error = rateHz(rig.rest(0.05), "left_ax") / 1000 - 1;
      least = Math.min(least, error);
      most = Math.max(most, error);
    }
    assertEquals(-0.02, least, 0.003);
    assertEquals(0.02, most, 0.003);
  }

  /// The filters delay; otherwise a sample would be worth the signal at its true time, wherever it lies between two steps.
  @Test
  void shouldInterpolateWhenASampleLiesBetweenSteps() {
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT);
    rig.rateError = 0.0123;
    Rows rows = rig.run(1, stimulus -> stimulus.specificForceMps2[0][0] = 1000 * stimulus.timeS);
    double[] values = rows.column("left_ax");
    double[] timeS = rows.trueTimeS();
    for (int i = 101; i < values.length; i++) {
      assertEquals(1000 / 1012.3, values[i] - values[i - 1], 1e-9);
      assertEquals(1 / 1012.3, timeS[i] - timeS[i - 1], 1e-12);
    }
  }

  @Test
  void shouldStampWithJitterWhenClocksJitter() {
    Rig rig = full();
    rig.strap = Rig.strap(false, 0, 0, 0);
    rig.jitterS = 20e-6;
    Rows rows = rig.rest(10);
    double[] stampS = rows.timeS();
    double[] timeS = rows.trueTimeS();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < stampS.length; i++) {
      sum += stampS[i] - timeS[i];
      squares += (stampS[i] - timeS[i]) * (stampS[i] - timeS[i]);
    }
    assertEquals(0, sum / stampS.length, 1e-6);
    assertEquals(20e-6, Math.sqrt(squares / stampS.length), 1e-6);
  }

  @Test
  void shouldKeepStampsIncreasingWhenTheyJitterMoreThanAPeriodAndComeLate() {
    Rig rig = full();
    rig.sharedClock = false;
    rig.jitterS = 0.002;
    rig.lateShare = 0.1;
    rig.lateS = 0.02;
    assertIncreasing(rig.rest(3).timeS());
  }

  @Test
  void shouldStampLateWhenSamplesAreLate() {
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT);
    rig.stepS = 1 / 4000.0;
    rig.lateShare = 0.05;
    rig.lateS = 0.0008;
    Rows rows = rig.rest(20);
    double[] stampS = rows.timeS();
    double[] timeS = rows.trueTimeS();
    int late = 0;
    double sumS = 0;
    for (int i = 0; i < stampS.length; i++) {
      double delayS = stampS[i] - timeS[i];
      assertTrue(delayS >= -1e-12 && delayS < 0.0008, "delay " + delayS);
      late += delayS > 1e-9 ? 1 : 0;
      sumS += delayS;
    }
    assertEquals(0.05, late / (double) stampS.length, 0.006);
    assertEquals(0.0004, sumS / late, 0.00003);
  }

  @Test
  void shouldLeaveCellsEmptyWhenSamplesAreLost() {
    Rig rig = full();
    rig.lostShare = 0.1;
    Rows rows = rig.rest(10);
    double[] left = rows.column("left_ax");
    double[] leftRate = rows.column("left_gz");
    double[] force = rows.column("left_fy");
    double[] otherForce = rows.column("right_fz");
    int barRows = 10_201;
    assertEquals(0.9, rows.trueTimeS("left_ax").length / (double) barRows, 0.012);
    assertEquals(0.9, rows.trueTimeS("left_fy").length / (double) barRows, 0.012);
    assertEquals(0.9, rows.trueTimeS("pelvis_ax").length / 2000.0, 0.05);
    int both = 0;
    for (int i = 0; i < left.length; i++) {
      // A device is lost as a whole, independently of the others.
      assertEquals(Double.isNaN(left[i]), Double.isNaN(leftRate[i]));
      assertEquals(Double.isNaN(force[i]), Double.isNaN(otherForce[i]));
      both += !Double.isNaN(left[i]) && !Double.isNaN(force[i]) ? 1 : 0;
    }
    assertEquals(0.81, both / (double) barRows, 0.015);
  }

  @Test
  void shouldHaveNoRowWhenAllOfItIsLost() {
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT);
    rig.lostShare = 0.3;
    Rows rows = rig.rest(5);
    assertEquals(0.7 * 5000, rows.size(), 100);
    assertEquals(rows.size(), rows.trueTimeS("left_ax").length);
  }
}
