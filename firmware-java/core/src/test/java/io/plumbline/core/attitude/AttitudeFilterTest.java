package io.plumbline.core.attitude;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttitudeFilterTest {
  private static final double G = 9.80665;
  private static final AttitudeFilter.Params GYRO_ALONE = new AttitudeFilter.Params(0, 1, 0.3, 1.0);

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
  void shouldNotTakeASlowRollForBiasWhenHandsRollABarThatLies() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 0, G);
    Random random = new Random(11);
    double bias = 0.01;
    double rollRadps = Math.toRadians(0.1);
    double roll = 0;
    double dt = 0.001;
    for (int i = 0; i < 5000; i++) {
      double rate = i < 3000 ? 0 : rollRadps;
      roll += rate * dt;
      filter.update(bias + rate + 0.001 * random.nextGaussian(), 0, 0, 0,
          G * Math.sin(roll) + 0.015 * random.nextGaussian(), G * Math.cos(roll), dt, true, true);
    }
    // A mean of the gyro over the last second would be off by all of the roll's rate.
    assertEquals(bias, filter.biasRadps(0), 0.3 * rollRadps);
    double[] up = new double[3];
    filter.upInBar(up);
    assertEquals(roll, Math.atan2(up[1], up[2]), 3e-4, "and the roll is followed");
  }

  @Test
  void shouldTellByHowMuchItFollowedGravityWhenUpdated() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 1, G);
    double leanRad = 0;
    for (int i = 0; i < 4000; i++) {
      filter.update(0, 0, 0, 0, 0, G, 0.001, i % 2000 < 1000, false);
      leanRad += filter.leanXRad();
    }
    double[] up = new double[3];
    filter.upInBar(up);
    // Without a rate all that the tilt ever does is to follow gravity, about the bar's own x here.
    assertEquals(Math.atan2(up[1], up[2]) - Math.atan2(1, G), leanRad, 1e-6);
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

  /// Degrees between world up and what the filter calls up, of a bar that lies level.
  private static double tiltDeg(AttitudeFilter filter) {
    double[] up = new double[3];
    filter.upInBar(up);
    return Math.toDegrees(Math.atan2(Math.sqrt(up[0] * up[0] + up[1] * up[1]), up[2]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 2})
  void shouldAnswerAsButterworthWhenSwungToAndFro(double radps) {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 0, G);
    double dt = 0.005;
    double sway = 0.2;
    double beginS = 80;
    double most = 0;
    for (int i = 0; i * dt < beginS + 7 / radps; i++) {
      // Seen in the tilted frame, gravity is where the truth has it: the bar itself stays level.
      filter.update(0, 0, 0, 0, sway * Math.sin(radps * i * dt), G, dt, false, false);
      most = i * dt < beginS ? 0 : Math.max(most, tiltDeg(filter));
    }
    // |H|² = ω⁶ / (ω⁶ + w⁶), a second way to the same number.
    double omega = AttitudeFilter.Params.DEFAULT.movingRadps();
    double expected = Math.toDegrees(sway / G) / Math.sqrt(1 + Math.pow(radps / omega, 6));
    assertEquals(expected, most, 0.03 * expected + 1e-4);
  }

  @Test
  void shouldSettleAtTwoOverOmegaTimesTheBiasWhenTheBiasIsNotKnown() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 0, G);
    double bias = 0.001;
    for (int i = 0; i < 60_000; i++) {
      filter.update(0, bias, 0, 0, 0, G, 0.001, false, false);
    }
    assertEquals(Math.toDegrees(2 * bias / AttitudeFilter.Params.DEFAULT.movingRadps()), tiltDeg(filter), 0.002);
  }

  @Test
  void shouldKeepUpwardWhenAFewSecondsOfLiftFollowARest() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 0, G);
    double dt = 0.001;
    for (int i = 0; i < 2000; i++) {
      filter.update(0, 0, 0, 0, 0, G, dt, true, true);
    }
    double most = 0;
    for (int i = 0; i < 3000; i++) {
      // 5 cm to the side in 3 s, as a swinging bar goes, on a lift of 0.6 m.
      double phase = 2 * Math.PI * i * dt / 3;
      double side = 0.05 * 2 * Math.PI / 9 * Math.sin(phase);
      double up = 0.6 * 2 * Math.PI / 9 * Math.sin(phase);
      filter.update(0, 0, 0, 0, side, G + up, dt, false, false);
      most = Math.max(most, tiltDeg(filter));
    }
    assertTrue(most < 0.01, "tilted by " + most + "°");
  }

  @Test
  void shouldNotBeMisledWhenVibrationComesFromOneDirection() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 0, G);
    double most = 0;
    for (int i = 0; i < 40_000; i++) {
      double shake = 12 * Math.sin(2 * Math.PI * 170 * i * 0.001);
      filter.update(0, 0, 0, 0, shake, G + shake, 0.001, false, false);
      most = Math.max(most, tiltDeg(filter));
    }
    // The mean of the samples' directions is 19° off here.
    assertTrue(most < 0.02, "tilted by " + most + "°");
  }

  @Test
  void shouldHardlyTurnWhenOneSampleFollowsALongPause() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 0, G);
    filter.update(0, 0, 0, 0, 20, G, 0.9, false, false);
    assertEquals(0, tiltDeg(filter), 0.02);
  }

  @Test
  void shouldForgetTheCorrectionWhenItIsAlignedAnew() {
    AttitudeFilter filter = new AttitudeFilter(AttitudeFilter.Params.DEFAULT);
    filter.align(0, 0, G);
    for (int i = 0; i < 3000; i++) {
      filter.update(0, 0, 0, 0, 5, G, 0.001, false, false);
    }
    filter.align(0, 0, G);
    filter.update(0, 0, 0, 0, 0, G, 0.001, false, false);
    assertEquals(0, tiltDeg(filter), 1e-9);
  }
}
