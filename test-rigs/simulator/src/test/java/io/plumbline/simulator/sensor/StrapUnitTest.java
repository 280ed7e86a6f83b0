package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrapUnitTest {
  private static final double STEP = 1 / 32_768.0;

  /// Leans forward at a steady rate: a turn about −x.
  private static void lean(Stimulus stimulus, double rateRadps) {
    double leanRad = rateRadps * stimulus.timeS;
    for (int i = 0; i < 2; i++) {
      stimulus.strapOrientation[i][0] = Math.cos(leanRad / 2);
      stimulus.strapOrientation[i][1] = -Math.sin(leanRad / 2);
      stimulus.strapRateRadps[i][0] = -rateRadps;
      stimulus.strapForceMps2[i][1] = -Rig.G * Math.sin(leanRad);
      stimulus.strapForceMps2[i][2] = Rig.G * Math.cos(leanRad);
    }
  }

  private static double leanRad(Rows rows, String unit, int i) {
    return -2 * Math.atan2(rows.column(unit + "_qx")[i], rows.column(unit + "_qw")[i]);
  }

  @Test
  void shouldReportTrueOrientationInWholeStepsWhenPerfect() {
    Rig rig = new Rig();
    rig.strap = Rig.strap(true, 0, 0, 0);
    Rows rows = rig.run(1, stimulus -> lean(stimulus, 0.8));
    double[] timeS = rows.trueTimeS();
    double[] w = rows.column("pelvis_qw");
    for (int i = 0; i < rows.size(); i++) {
      if (!Double.isNaN(w[i])) {
        assertEquals(Math.cos(0.4 * timeS[i]), w[i], STEP * 0.501);
        assertEquals(-Math.sin(0.4 * timeS[i]), rows.column("pelvis_qx")[i], STEP * 0.501);
        assertEquals(Math.rint(w[i] / STEP), w[i] / STEP, 1e-9);
      }
    }
  }

  @Test
  void shouldTurnTheThoraxAloneWhenItSlips() {
    Rig rig = new Rig();
    rig.strap = Rig.strap(true, 6, 1, 0);
    Rows rows = rig.run(2, stimulus -> lean(stimulus, 0));
    double[] timeS = rows.trueTimeS();
    double[] rate = rows.column("thorax_gx");
    double turnedRad = 0;
    double lastS = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (Double.isNaN(rate[i])) {
        assertEquals(0, leanRad(rows, "pelvis", i), 1e-12);
        assertEquals(0, rows.column("pelvis_ay")[i], 1e-12);
        continue;
      }
      turnedRad -= rate[i] * (timeS[i] - lastS);
      lastS = timeS[i];
      double slippedRad = leanRad(rows, "thorax", i);
      // What the gyroscope saw and how gravity lies in the unit agree with the orientation.
      assertEquals(slippedRad, turnedRad, 0.003);
      assertEquals(-Rig.G * Math.sin(slippedRad), rows.column("thorax_ay")[i], 2e-3);
      if (timeS[i] <= 1 || timeS[i] >= 1.5) {
        assertEquals(timeS[i] <= 1 ? 0 : 6 * Rig.DEG, slippedRad, 3 * STEP);
        assertEquals(0, rate[i], 1e-12);
      }
    }
  }

  /// Of many specimens at one instant, and of one over a time that is short against that of the wandering.
  @Test
  void shouldWanderSlowlyWhenOrientationIsInError() {
    int specimens = 300;
    double squares = 0;
    double changes = 0;
    for (int seed = 0; seed < specimens; seed++) {
      Rig rig = new Rig();
      rig.stepS = 1 / 1000.0;
      rig.seed = seed;
      rig.strap = Rig.strap(true, 0, 0, 0.02);
      Rows rows = rig.rest(0.5);
      for (String column : List.of("pelvis_qx", "pelvis_qy", "pelvis_qz")) {
        double[] errors = filled(rows.column(column));
        double first = 2 * errors[0];
        double last = 2 * errors[errors.length - 1];
        squares += first * first;
        changes += (last - first) * (last - first);
      }
    }
    int count = 3 * specimens;
    assertEquals(0.02, Math.sqrt(squares / count), 0.02 * 4 / Math.sqrt(2.0 * count));
    // Of a Gauss–Markov process: 2σ²(1 − e^(−t/T)) with t 0.5 s and T 30 s.
    assertEquals(0.02 * Math.sqrt(2 * 0.5 / 30), Math.sqrt(changes / count), 0.02 * 0.02);
  }

  private static double[] filled(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  @Test
  void shouldSampleAtItsOwnRateWhenTheBarIsFaster() {
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT);
    rig.strap = new SensorPlan.Strap(true, 100, 0, 0, 0, Rig.triad(40), Rig.triad(40));
    Rows rows = rig.rest(1);
    assertEquals(100, rows.trueTimeS("pelvis_ax").length, 1);
    assertEquals(100, rows.trueTimeS("thorax_qz").length, 1);
    assertEquals(1001, rows.trueTimeS("left_ax").length);
  }
}
