package io.plumbline.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a pod feels against the differences of where its material point is, found with rotation matrices and the integrated beam.
class PodTest {
  private static final double LEVER_Y_M = 0.012;
  private static final double LEVER_Z_M = 0.021;

  /// Place and orientation of the material point at one instant.
  @SuppressWarnings("ArrayRecordComponent")
  private record Pose(double[] place, double[][] turn) {}

  /// The bar's bend at a place by a metre of each load.
  private static final class Shaft {
    final double x;
    final double[] shape = new double[2];
    final double[] slope = new double[2];

    Shaft(Rig rig, double xM) {
      x = xM;
      Beam beam = rig.bar.beam();
      BeamIntegral[] unit = {new BeamIntegral(0.029, 0.28, beam.loadXM(0), beam.loadXM(1), 1, 0),
          new BeamIntegral(0.029, 0.28, beam.loadXM(0), beam.loadXM(1), 0, 1)};
      double[][] c = new double[2][2];
      for (int load = 0; load < 2; load++) {
        c[0][load] = unit[load].deflection(-beam.loadXM(0));
        c[1][load] = unit[load].deflection(beam.loadXM(1));
      }
      double determinant = c[0][0] * c[1][1] - c[0][1] * c[1][0];
      // Forces that hold one load a metre off and the other in its place.
      double[][] force = {{c[1][1] / determinant, -c[1][0] / determinant},
          {-c[0][1] / determinant, c[0][0] / determinant}};
      for (int side = 0; side < 2; side++) {
        for (int load = 0; load < 2; load++) {
          shape[side] += force[side][load] * unit[load].deflection(xM);
          slope[side] += force[side][load] * unit[load].slope(xM);
        }
      }
    }

    Pose pose(BarDynamics bar) {
      double roll = bar.angleRad(0);
      double tilt = bar.angleRad(1);
      double yaw = bar.angleRad(2);
      double[][] line = multiply(aboutZ(yaw), aboutY(tilt));
      double rightY = slope[0] * bar.bend[0][0] + slope[1] * bar.bend[1][0];
      double rightZ = slope[0] * bar.bend[0][1] + slope[1] * bar.bend[1][1];
      double[][] turn = multiply(multiply(aboutZ(yaw + rightY), aboutY(tilt - rightZ)), aboutX(roll));
      double[] place = new double[3];
      for (int i = 0; i < 3; i++) {
        place[i] = bar.positionM(i) + x * line[i][0] + turn[i][1] * LEVER_Y_M + turn[i][2] * LEVER_Z_M;
      }
      place[1] += shape[0] * bar.bend[0][0] + shape[1] * bar.bend[1][0];
      place[2] += shape[0] * bar.bend[0][1] + shape[1] * bar.bend[1][1];
      return new Pose(place, turn);
    }
  }

  private static double[][] aboutX(double a) {
    return new double[][]{{1, 0, 0}, {0, Math.cos(a), -Math.sin(a)}, {0, Math.sin(a), Math.cos(a)}};
  }

  private static double[][] aboutY(double a) {
    return new double[][]{{Math.cos(a), 0, Math.sin(a)}, {0, 1, 0}, {-Math.sin(a), 0, Math.cos(a)}};
  }

  private static double[][] aboutZ(double a) {
    return new double[][]{{Math.cos(a), -Math.sin(a), 0}, {Math.sin(a), Math.cos(a), 0}, {0, 0, 1}};
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] c = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static double[][] transposed(double[][] a) {
    double[][] t = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        t[i][j] = a[j][i];
      }
    }
    return t;
  }

  /// Hands that do everything at once.
  private static void stir(Rig rig, double s) {
    double slow = Math.min(1, s);
    for (int hand = 0; hand < 2; hand++) {
      int place = hand == 0 ? -1 : 1;
      rig.hands.zM[hand] = 0.8 + slow * (0.1 * Math.sin(5 * s) + place * 0.03 * Math.sin(7 * s));
      rig.hands.yM[hand] = slow * (0.05 * Math.sin(3 * s) + place * 0.04 * Math.sin(6 * s));
    }
    rig.hands.rollRad = slow * 0.6 * Math.sin(4 * s);
  }

  @ParameterizedTest
  @CsvSource({"0.65", "-0.65", "0", "0.62"})
  void shouldFeelTheMotionOfItsMaterialPointWhenTheBarRollsTiltsTwistsAndWhips(double xM) {
    Rig rig = new Rig(Rig.olympicBar(), Rig.RUBBER, 60, 45);
    rig.raise(0.6);
    rig.hold();
    Pod pod = new Pod(xM, LEVER_Y_M, LEVER_Z_M);
    pod.follow(rig.bar.beam());
    Shaft shaft = new Shaft(rig, xM);
    double g = rig.bar.gravityMps2();
    double[] force = new double[3];
    double[] rate = new double[3];
    double[] forceBefore = new double[3];
    rig.evaluate();
    Pose last = shaft.pose(rig.bar);
    Pose middle = last;
    double[][] integrated = middle.turn;
    double worstForce = 0;
    double worstRate = 0;
    double wildest = 0;
    double quickest = 0;
    double tilt = 0;
    double yaw = 0;
    for (int i = 0; i < 12_000 * 4; i++) {
      stir(rig, i * Rig.STEP_S);
      rig.evaluate();
      System.arraycopy(force, 0, forceBefore, 0, 3);
      pod.feel(rig.bar, force, rate);
      Pose now = shaft.pose(rig.bar);
      if (i > 12_000) {
        double[] a = new double[3];
        for (int k = 0; k < 3; k++) {
          a[k] = (now.place[k] - 2 * middle.place[k] + last.place[k]) / (Rig.STEP_S * Rig.STEP_S);
        }
        a[2] += g;
        for (int k = 0; k < 3; k++) {
          double felt = middle.turn[0][k] * a[0] + middle.turn[1][k] * a[1] + middle.turn[2][k] * a[2];
          worstForce = Math.max(worstForce, Math.abs(felt - forceBefore[k]));
          wildest = Math.max(wildest, Math.abs(felt - middle.turn[2][k] * g));
        }
        // Rates of a step belong to its middle: the turn from the instant before to now.
        double[][] step = multiply(transposed(middle.turn), now.turn);
        double[] turned = {(step[2][1] - step[1][2]) / 2 / Rig.STEP_S, (step[0][2] - step[2][0]) / 2 / Rig.STEP_S,
            (step[1][0] - step[0][1]) / 2 / Rig.STEP_S};
        for (int k = 0; k < 3; k++) {
          worstRate = Math.max(worstRate, Math.abs(turned[k] - rate[k]));
          quickest = Math.max(quickest, Math.abs(rate[k]));
        }
        integrated = multiply(i == 16_001 ? middle.turn : integrated, small(rate));
      }
      tilt = Math.max(tilt, Math.abs(rig.bar.angleRad(1)));
      yaw = Math.max(yaw, Math.abs(rig.bar.angleRad(2)));
      last = middle;
      middle = now;
      rig.bar.integrate(Rig.STEP_S);
    }
    Figures.tell("specific force against second differences, x = " + xM, String.format("0 of %.1f m/s²", wildest),
        worstForce, 5, "m/s²");
    Figures.tell("rate against differences of orientation, x = " + xM, String.format("0 of %.1f rad/s", quickest),
        worstRate, 6, "rad/s");
    assertTrue(tilt > 0.05 && yaw > 0.05 && wildest > 2 && quickest > 1, tilt + " " + yaw + " " + wildest);
    assertEquals(0, worstForce, 5e-3);
    assertEquals(0, worstRate, 1e-3);
    double[][] off = multiply(transposed(integrated), middle.turn);
    double angle = Math.acos(Math.min(1, (off[0][0] + off[1][1] + off[2][2] - 1) / 2));
    Figures.tell("orientation from integrated rates over 3 s, x = " + xM, "0°", Math.toDegrees(angle), 4, "°");
    assertEquals(0, Math.toDegrees(angle), 0.05);
  }

  /// Turn of one step by Rodrigues' formula.
  private static double[][] small(double[] rate) {
    double w = Math.sqrt(rate[0] * rate[0] + rate[1] * rate[1] + rate[2] * rate[2]);
    double angle = w * Rig.STEP_S;
    double s = w == 0 ? 0 : Math.sin(angle) / w;
    double c = w == 0 ? 0 : (1 - Math.cos(angle)) / (w * w);
    double[][] k = {{0, -rate[2], rate[1]}, {rate[2], 0, -rate[0]}, {-rate[1], rate[0], 0}};
    double[][] square = multiply(k, k);
    double[][] turn = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        turn[i][j] = (i == j ? 1 : 0) + s * k[i][j] + c * square[i][j];
      }
    }
    return turn;
  }

  @Test
  void shouldReadGravityAndNoTurnWhenTheBarLies() {
    Rig rig = new Rig(Rig.olympicBar(), Rig.RUBBER, 60, 60);
    rig.run(4);
    double[] force = new double[3];
    double[] rate = new double[3];
    Pod pod = new Pod(0.65, LEVER_Y_M, LEVER_Z_M);
    pod.follow(rig.bar.beam());
    pod.feel(rig.bar, force, rate);
    double size = Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
    assertEquals(rig.bar.gravityMps2(), size, 2e-4);
    assertEquals(0, Math.abs(rate[0]) + Math.abs(rate[1]) + Math.abs(rate[2]), 1e-5);
  }
}
