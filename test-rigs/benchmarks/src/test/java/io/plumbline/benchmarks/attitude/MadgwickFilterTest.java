package io.plumbline.benchmarks.attitude;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import java.util.Random;

class MadgwickFilterTest {
  private static final double G = 9.80665;
  private static final double PERIOD_S = 0.001;

  private static double tiltRad(InclinationFilter filter) {
    double[] up = new double[3];
    filter.upInSensor(up);
    return Math.atan2(Math.hypot(up[0], up[1]), up[2]);
  }

  @Test
  void shouldComeBackAtTwiceBetaWhenItBeganTilted() {
    double beta = 0.1;
    MadgwickFilter filter = new MadgwickFilter(beta);
    double startRad = 0.3;
    filter.begin(G * Math.sin(startRad), 0, G * Math.cos(startRad));
    double seconds = 1;
    for (int i = 0; i < seconds / PERIOD_S; i++) {
      filter.update(0, 0, 0, 0, 0, G, PERIOD_S);
    }
    // A quaternion's rate of β turns by 2 β (half angles), and the step's size does not depend on the error (paper, eq. 44).
    assertEquals(startRad - 2 * beta * seconds, tiltRad(filter), 0.01);
  }

  @Test
  void shouldStayWithinOneStepOfUprightWhenItHasConverged() {
    MadgwickFilter filter = new MadgwickFilter(MadgwickFilter.PUBLISHED_BETA_RADPS);
    filter.begin(0.3 * G, 0, G);
    for (int i = 0; i < 20_000; i++) {
      filter.update(0, 0, 0, 0, 0, G, PERIOD_S);
    }
    assertEquals(0, tiltRad(filter), 2.1 * MadgwickFilter.PUBLISHED_BETA_RADPS * PERIOD_S);
  }

  @Test
  void shouldBearABiasBelowTwiceBetaAndNoLargerOne() {
    for (double biasRadps : new double[]{0.05, 0.08}) {
      MadgwickFilter filter = new MadgwickFilter(MadgwickFilter.PUBLISHED_BETA_RADPS);
      filter.begin(0, 0, G);
      double seconds = 10;
      for (int i = 0; i < seconds / PERIOD_S; i++) {
        filter.update(biasRadps, 0, 0, 0, 0, G, PERIOD_S);
      }
      double left = Math.max(0, biasRadps - 2 * MadgwickFilter.PUBLISHED_BETA_RADPS) * seconds;
      assertEquals(left, tiltRad(filter), 0.01, "bias " + biasRadps);
    }
  }

  @RepeatedTest(10)
  void shouldStepDownTheSlopeThatDifferencesFindWhenItMeasuresGravity(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    double[] start = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double[] force = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double beta = 0.5;
    MadgwickFilter filter = new MadgwickFilter(beta);
    filter.begin(start[0], start[1], start[2]);
    filter.update(0, 0, 0, force[0], force[1], force[2], PERIOD_S);
    double[] up = new double[3];
    filter.upInSensor(up);

    // The same step with the gradient by central differences, a second way that shares no formula but the objective's.
    Rotation q = new Rotation();
    q.setToBringUp(start[0], start[1], start[2]);
    double[] at = {q.w, q.x, q.y, q.z};
    double[] slope = new double[4];
    double squares = 0;
    for (int i = 0; i < 4; i++) {
      double[] above = at.clone();
      double[] below = at.clone();
      above[i] += 1e-6;
      below[i] -= 1e-6;
      slope[i] = (objective(above, force) - objective(below, force)) / 2e-6;
      squares += slope[i] * slope[i];
    }
    for (int i = 0; i < 4; i++) {
      at[i] -= beta * PERIOD_S * slope[i] / Math.sqrt(squares);
    }
    q.set(at[0], at[1], at[2], at[3]);
    double[] expected = new double[3];
    q.up(expected);
    for (int i = 0; i < 3; i++) {
      assertEquals(expected[i], up[i], 1e-7);
    }
  }

  /// Half the square of what up should look like from the sensor less what it does (report, eq. 25).
  private static double objective(double[] q, double[] force) {
    double norm = Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
    double x = 2 * (q[1] * q[3] - q[0] * q[2]) - force[0] / norm;
    double y = 2 * (q[0] * q[1] + q[2] * q[3]) - force[1] / norm;
    double z = 1 - 2 * (q[1] * q[1] + q[2] * q[2]) - force[2] / norm;
    return 0.5 * (x * x + y * y + z * z);
  }
}
