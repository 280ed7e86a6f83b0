package io.plumbline.benchmarks.attitude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VqfFilterTest {
  private static final double G = 9.80665;
  private static final double PERIOD_S = 0.004;
  private static final double RAD_PER_DEG = Math.PI / 180;

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.075, 0.3, 1})
  void shouldDampAsButterworthWhenASineIsLowPassed(double hz) {
    double tauS = 3;
    LowPass low = new LowPass(tauS, PERIOD_S, 1);
    double most = 0;
    double beginS = 60;
    for (int i = 0; i * PERIOD_S < beginS + 2 / hz; i++) {
      double y = low.take(new double[]{Math.sin(2 * Math.PI * hz * i * PERIOD_S)})[0];
      most = i * PERIOD_S < beginS ? 0 : Math.max(most, y);
    }
    // |H|² = 1 / (1 + (f / f_c)⁴), and the paper's cut-off.
    double cutHz = Math.sqrt(2) / (2 * Math.PI * tauS);
    assertEquals(1 / Math.sqrt(1 + Math.pow(hz / cutHz, 4)), most, 0.003);
  }

  @Test
  void shouldGiveTheMeanWhenTheTimeConstantHasNotPassed() {
    LowPass low = new LowPass(1, 0.1, 1);
    assertEquals(4, low.take(new double[]{4})[0], 1e-12);
    assertEquals(5, low.take(new double[]{6})[0], 1e-12);
    assertEquals(4, low.take(new double[]{2})[0], 1e-12);
  }

  @Test
  void shouldLearnTheBiasWhenItRests() {
    VqfFilter filter = new VqfFilter(VqfParams.PUBLISHED, PERIOD_S);
    Random random = new Random(3);
    double bias = 0.4 * RAD_PER_DEG;
    filter.begin(0, 0, G);
    for (int i = 0; i < 20 / PERIOD_S; i++) {
      filter.update(bias + 1e-3 * random.nextGaussian(), -bias, bias, 0, 0, G, PERIOD_S);
    }
    // Up does not say whether the bias about it is known; turned over to lie on its side, it would run away there.
    assertEquals(0, driftDeg(filter, bias, -bias, bias), 0.02);
  }

  /// How far up runs off in a second of free fall, where nothing can correct it.
  private static double driftDeg(VqfFilter filter, double gx, double gy, double gz) {
    double[] before = new double[3];
    double[] after = new double[3];
    filter.upInSensor(before);
    for (int i = 0; i < 1 / PERIOD_S; i++) {
      filter.update(gx, gy, gz, 0, 0, 0, PERIOD_S);
    }
    filter.upInSensor(after);
    return Math.toDegrees(Math.acos(Math.min(1, before[0] * after[0] + before[1] * after[1] + before[2] * after[2])));
  }

  @Test
  void shouldLearnTheBiasWhenItTurnsWithoutRest() {
    Turning turning = new Turning(new double[]{0.5, 0.3, 0.2}, PERIOD_S);
    double[] bias = {0.3 * RAD_PER_DEG, -0.2 * RAD_PER_DEG, 0.25 * RAD_PER_DEG};
    VqfFilter early = new VqfFilter(VqfParams.PUBLISHED, PERIOD_S);
    turning.play(early, 6, bias);
    VqfFilter late = new VqfFilter(VqfParams.PUBLISHED, PERIOD_S);
    turning.play(late, 400, bias);
    double earlyDeg = turning.errorDeg(early, 6);
    double lateDeg = turning.errorDeg(late, 400);
    assertTrue(earlyDeg > 0.5, "the bias tilts it at first: " + earlyDeg);
    // The steady gain forgets within the forgetting time, 100 s as published.
    assertTrue(lateDeg < earlyDeg / 8, "and is known later: " + lateDeg + " of " + earlyDeg);
  }

  @Test
  void shouldTellRestFromMovementWhenItIsSoStill() {
    VqfRest rest = new VqfRest(VqfParams.PUBLISHED, PERIOD_S);
    boolean now = false;
    for (int i = 0; i < 1.4 / PERIOD_S; i++) {
      now = rest.take(new double[]{0.01, 0, 0}, new double[]{0, 0, G});
    }
    assertFalse(now, "too early");
    for (int i = 0; i < 0.2 / PERIOD_S; i++) {
      now = rest.take(new double[]{0.01, 0, 0}, new double[]{0, 0, G});
    }
    assertTrue(now, "1.5 s have passed");
    assertFalse(rest.take(new double[]{0.01, 0, 0}, new double[]{0.6, 0, G}), "0.6 m/s² away");
    for (int i = 0; i < 5 / PERIOD_S; i++) {
      now = rest.take(new double[]{0.04, 0, 0}, new double[]{0, 0, G});
    }
    assertFalse(now, "a steady 2.3 °/s is no bias");
  }

  @RepeatedTest(10)
  void shouldAgreeWithTheMatrixFormWhenMeasurementsComeOneAfterTheOther(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    VqfBias bias = new VqfBias(VqfParams.PUBLISHED, PERIOD_S);
    double[] rows = new double[9];
    double[] innovation = new double[3];
    double[] vars = new double[3];
    for (int i = 0; i < 9; i++) {
      rows[i] = random.nextGaussian();
    }
    double startVar = Math.pow(0.5 * RAD_PER_DEG, 2);
    for (int i = 0; i < 3; i++) {
      innovation[i] = 0.003 * random.nextGaussian();
      vars[i] = startVar * (0.1 + random.nextDouble());
    }
    bias.measure(rows, innovation, vars);

    // b = P Rᵀ (R P Rᵀ + W)⁻¹ e, the system solved by elimination.
    double[][] s = new double[3][4];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          s[i][j] += startVar * rows[3 * i + k] * rows[3 * j + k];
        }
      }
      s[i][i] += vars[i];
      s[i][3] = innovation[i];
    }
    for (int p = 0; p < 3; p++) {
      for (int i = 0; i < 3; i++) {
        if (i != p) {
          double f = s[i][p] / s[p][p];
          for (int j = p; j < 4; j++) {
            s[i][j] -= f * s[p][j];
          }
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      double expected = 0;
      for (int i = 0; i < 3; i++) {
        expected += startVar * rows[3 * i + k] * s[i][3] / s[i][i];
      }
      assertEquals(expected, bias.radps[k], 1e-9);
    }
  }
}
