package io.plumbline.core.attitude;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AttitudeFilterTest {
  private static final double G = 9.80665;
  private static final AttitudeFilter.Params GYRO_ALONE = new AttitudeFilter.Params(1e12, 0.3, 1.0);

  @RepeatedTest(20)
  void shouldSeeGravityUpAndTheBarAheadWhenAligned(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    double[] f = {3 * random.nextGaussian(), 5 * random.nextGaussian(), 5 * random.nextGaussian()};
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(f[0], f[1], f[2]);
    double[] world = new double[3];
    filter.toWorld(f[0], f[1], f[2], world);
    assertArrayEquals(new double[]{0, 0, Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2])}, world, 1e-9);
    filter.toWorld(1, 0, 0, world);
    assertEquals(0, world[1], 1e-9, "the bar's x has no heading");
    assertEquals(Math.sqrt(1 - world[2] * world[2]), world[0], 1e-9, "and points ahead");
  }

  @Test
  void shouldFollowARollOfTheBarWhenTurnedByTheGyroAlone() {
    AttitudeFilter filter = new AttitudeFilter(GYRO_ALONE);
    filter.align(0, 0, G);
    double dt = 0.001;
    for (int i = 0; i < 1000; i++) {
      filter.update(1.2, 0, 0, 0, 0, 3 * G, dt, false, false);
    }
    double[] world = new double[3];
    filter.toWorld(0, 0, 1, world);
    assertArrayEquals(new double[]{0, -Math.sin(1.2), Math.cos(1.2)}, world, 1e-9);
  }

  @Test
  void shouldAgreeWithTheExactRotationWhenTurnedAboutASkewAxis() {
    AttitudeFilter filter = new AttitudeFilter(GYRO_ALONE);
    filter.align(0, 0, G);
    double[] w = {0.7, -1.1, 0.4};
    double norm = Math.sqrt(w[0] * w[0] + w[1] * w[1] + w[2] * w[2]);
    int n = 2000;
    for (int i = 0; i < n; i++) {
      filter.update(w[0], w[1], w[2], 0, 0, 3 * G, 0.001, false, false);
    }
    double angle = norm * n * 0.001;
    double[] v = {0.3, 0.5, -0.8};
    // Rodrigues' formula: an independent way to the same rotation.
    double[] k = {w[0] / norm, w[1] / norm, w[2] / norm};
    double dot = k[0] * v[0] + k[1] * v[1] + k[2] * v[2];
    double[] cross = {k[1] * v[2] - k[2] * v[1], k[2] * v[0] - k[0] * v[2], k[0] * v[1] - k[1] * v[0]};
    double[] expected = new double[3];
    for (int i = 0; i < 3; i++) {
      expected[i] = v[i] * Math.cos(angle) + cross[i] * Math.sin(angle) + k[i] * dot * (1 - Math.cos(angle));
    }
    double[] world = new double[3];
    filter.toWorld(v[0], v[1], v[2], world);
    assertArrayEquals(expected, world, 1e-9);
  }

  @Test
  void shouldLearnTheBiasWhenItRests() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 0, G);
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      filter.update(0.02 + 0.003 * random.nextGaussian(), -0.01 + 0.003 * random.nextGaussian(), 0.005, 0, 0, G, 0.001,
          true, true);
    }
    assertEquals(0.02, filter.biasRadps(0), 5e-4);
    assertEquals(-0.01, filter.biasRadps(1), 5e-4);
    assertEquals(0.005, filter.biasRadps(2), 5e-4);
  }

  @Test
  void shouldReturnToGravityWhenItRestsAfterAWrongStart() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 1.5, G);
    for (int i = 0; i < 5000; i++) {
      filter.update(0, 0, 0, 0, 0, G, 0.001, true, true);
    }
    double[] world = new double[3];
    filter.toWorld(0, 0, 1, world);
    assertArrayEquals(new double[]{0, 0, 1}, world, 1e-4);
  }
}
