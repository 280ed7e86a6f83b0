package io.plumbline.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.physics.Figures;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows of a recording: truth against truth, sensors against truth.
class RowsTest {
  private static final double G = 9.80747;

  private static Timeline phases(Scenario scenario, long seed) {
    return new Timeline(Simulation.trace(scenario, seed, 1).reps(), scenario.exercise().start());
  }

  /// Sum of every bit of every row.
  private static long fingerprint(Scenario scenario, long seed) {
    Simulation run = new Simulation(scenario, seed, 0);
    Timeline phases = phases(scenario, seed);
    long sum = 17;
    while (run.advance()) {
      sum = 31 * sum + Double.doubleToLongBits(run.timeS());
      for (int i = 0; i < run.columns().size(); i++) {
        sum = 31 * sum + Double.doubleToLongBits(run.value(i));
      }
      for (int axis = 0; axis < 3; axis++) {
        sum = 31 * sum + Double.doubleToLongBits(run.truePositionM(axis));
        sum = 31 * sum + Double.doubleToLongBits(run.trueVelocityMps(axis));
      }
      sum = 31 * sum + Double.doubleToLongBits(run.trueLumbarDeg())
          + phases.at(run.trueTimeS(), run.outside()).id().hashCode();
    }
    return sum;
  }

  @Test
  void shouldGiveTheSameRowsForTheSameSeedAndOthersForAnother() {
    Scenario scenario = Scenarios.named("deadlift-max-single");
    assertEquals(fingerprint(scenario, 5), fingerprint(Scenarios.named("deadlift-max-single"), 5));
    assertNotEquals(fingerprint(scenario, 5), fingerprint(scenario, 6));
  }

  @Test
  void shouldTellTheSameRepsWhateverTheStepOfTheTrace() {
    Scenario scenario = Scenarios.named("deadlift-max-single");
    List<RepTruth> coarse = Simulation.trace(scenario, 7, 0.05).reps();
    assertEquals(coarse, Simulation.trace(scenario, 7, 0.001).reps());
    Simulation run = new Simulation(scenario, 7, 0);
    while (run.advance()) {
      // To the end.
    }
    assertEquals(coarse, run.reps());
  }

  /// Truth must be the derivative of truth, and perfect sensors must integrate to it: a strapdown of the test's own from the pull to the top.
  @Test
  void shouldIntegrateToTheTruthWhenTheSensorsArePerfect() {
    Scenario scenario = Scenarios.named("sensor-perfect");
    Simulation run = new Simulation(scenario, 3, 0);
    Timeline phases = phases(scenario, 3);
    List<String> columns = run.columns();
    int[] left = indices(columns, "left");
    int[] right = indices(columns, "right");
    double worstDerivative = 0;
    double worstVelocity = 0;
    double worstHeight = 0;
    double beforeT = Double.NaN;
    double[] beforeP = new double[3];
    double[] beforeV = new double[3];
    Strapdown[] unit = new Strapdown[2];
    double truthV0 = 0;
    double truthZ0 = 0;
    while (run.advance()) {
      double t = run.timeS();
      Phase phase = phases.at(run.trueTimeS(), run.outside());
      if (Double.isNaN(run.value(left[0]))) {
        continue;
      }
      double step = t - beforeT;
      for (int axis = 0; axis < 3 && step > 0; axis++) {
        double moved = (run.truePositionM(axis) - beforeP[axis]) / step;
        double mean = (run.trueVelocityMps(axis) + beforeV[axis]) / 2;
        if (phase == Phase.ASCENT) {
          worstDerivative = Math.max(worstDerivative, Math.abs(moved - mean));
        }
      }
      for (int axis = 0; axis < 3; axis++) {
        beforeP[axis] = run.truePositionM(axis);
        beforeV[axis] = run.trueVelocityMps(axis);
      }
      int[][] of = {left, right};
      if (phase == Phase.TENSION && unit[0] == null) {
        for (int i = 0; i < 2; i++) {
          unit[i] = new Strapdown(run, of[i]);
        }
        truthV0 = run.trueVelocityMps(2);
        truthZ0 = run.truePositionM(2);
      } else if (unit[0] != null && unit[1] != null) {
        for (int i = 0; i < 2; i++) {
          unit[i].step(run, of[i], step);
        }
        if (phase == Phase.LOCKOUT) {
          double v = (unit[0].vz + unit[1].vz) / 2 - (run.trueVelocityMps(2) - truthV0);
          double z = (unit[0].z + unit[1].z) / 2 - (run.truePositionM(2) - truthZ0);
          worstVelocity = Math.max(worstVelocity, Math.abs(v));
          worstHeight = Math.max(worstHeight, Math.abs(z));
        }
        if (phase == Phase.DESCENT) {
          unit = new Strapdown[2];
        }
      }
      beforeT = t;
    }
    Figures.tell("true velocity against the differences of true position, ascents", "0", 1e3 * worstDerivative, 3,
        "mm/s");
    Figures.tell("velocity of noise-free units at the lockout, own strapdown", "0 ± 60 mm/s of whip",
        1e3 * worstVelocity,
        1, "mm/s");
    Figures.tell("height of noise-free units at the lockout, own strapdown", "bend of the pods' place, below 15 mm",
        1e3 * worstHeight, 1, "mm");
    assertTrue(worstDerivative < 2e-3, "derivative " + worstDerivative);
    assertTrue(worstVelocity < 0.06, "velocity " + worstVelocity);
    assertTrue(worstHeight < 0.015, "height " + worstHeight);
  }

  private static int[] indices(List<String> columns, String unit) {
    String[] names = {"ax", "ay", "az", "gx", "gy", "gz"};
    int[] indices = new int[6];
    for (int i = 0; i < 6; i++) {
      indices[i] = columns.indexOf(unit + "_" + names[i]);
      assertTrue(indices[i] >= 0, unit + "_" + names[i]);
    }
    return indices;
  }

  /// Keeps the world's upward direction in the unit's frame, and adds up what is left of the specific force along it.
  private static final class Strapdown {
    private final double[] up = new double[3];
    private final double[] before = new double[6];
    private double vz;
    private double z;

    Strapdown(Simulation run, int[] columns) {
      double size = 0;
      for (int i = 0; i < 3; i++) {
        up[i] = run.value(columns[i]);
        size += up[i] * up[i];
      }
      for (int i = 0; i < 3; i++) {
        up[i] /= Math.sqrt(size);
      }
      read(run, columns, before);
    }

    private static void read(Simulation run, int[] columns, double[] into) {
      for (int i = 0; i < 6; i++) {
        into[i] = run.value(columns[i]);
      }
    }

    void step(Simulation run, int[] columns, double stepS) {
      double[] now = new double[6];
      read(run, columns, now);
      double a0 = along(before) - G;
      double[] w = {(now[3] + before[3]) / 2, (now[4] + before[4]) / 2, (now[5] + before[5]) / 2};
      double[] turned = {up[0] - (w[1] * up[2] - w[2] * up[1]) * stepS, up[1] - (w[2] * up[0] - w[0] * up[2]) * stepS,
          up[2] - (w[0] * up[1] - w[1] * up[0]) * stepS};
      double size = Math.sqrt(turned[0] * turned[0] + turned[1] * turned[1] + turned[2] * turned[2]);
      for (int i = 0; i < 3; i++) {
        up[i] = turned[i] / size;
      }
      double a1 = along(now) - G;
      double v = vz + (a0 + a1) / 2 * stepS;
      z += (vz + v) / 2 * stepS;
      vz = v;
      System.arraycopy(now, 0, before, 0, 6);
    }

    private double along(double[] values) {
      return values[0] * up[0] + values[1] * up[1] + values[2] * up[2];
    }
  }
}
