package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// The recursive filter and smoother against one large weighted least-squares problem with the same assumptions, solved at once: a second
/// way to the same estimate, variances included.
class SmootherTest {
  private static final int STEPS = 25;
  private static final double DT = 0.02;
  private static final double VELOCITY_NOISE = 3e-5;
  private static final double BIAS_NOISE = 2e-4;
  private static final double VELOCITY_SD = 0.4;
  private static final double BIAS_SD = 0.3;
  private static final double START_POSITION_VAR = 1e-8;
  // Position follows velocity exactly; the batch problem needs a small number there instead of zero.
  private static final double TINY = 1e-12;

  @RepeatedTest(10)
  void shouldEqualBatchLeastSquaresWhenSmoothed(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    double[] accel = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      accel[i] = 2 * random.nextGaussian();
    }
    AxisFilter filter = new AxisFilter();
    AxisHistory history = new AxisHistory(STEPS);
    double[] dt = new double[STEPS];
    double[] vn = new double[STEPS];
    double[] bn = new double[STEPS];
    double[] shift = new double[STEPS];
    Batch batch = new Batch(3 * STEPS);
    filter.reset(VELOCITY_SD, BIAS_SD);
    for (int i = 0; i < STEPS; i++) {
      dt[i] = DT * (1 + (i % 3));
      vn[i] = VELOCITY_NOISE * (1 + i % 2);
      bn[i] = BIAS_NOISE;
      shift[i] = 0.1 * random.nextGaussian();
      if (i > 0) {
        filter.predict(accel[i], dt[i], vn[i], bn[i], shift[i]);
        batch.step(i, accel[i], dt[i], vn[i], bn[i], shift[i]);
      } else {
        batch.prior(0, START_POSITION_VAR);
        batch.prior(1, VELOCITY_SD * VELOCITY_SD);
        batch.prior(2, BIAS_SD * BIAS_SD);
      }
      if (i == 7 || i == STEPS - 1) {
        filter.measureStill(0.01);
        batch.measure(3 * i + 1, 0, 1e-4);
      }
      if (i == 15) {
        filter.measurePosition(0.3, 0.05);
        batch.measure(3 * i, 0.3, 25e-4);
      }
      history.put(i, filter, accel[i], shift[i]);
    }
    history.smooth(STEPS - 1, dt, vn, bn);
    batch.solve();
    for (int i = 0; i < STEPS; i++) {
      assertEquals(batch.x[3 * i], history.positionM[i], 1e-5, "position " + i);
      assertEquals(batch.x[3 * i + 1], history.velocityMps[i], 1e-5, "velocity " + i);
      assertEquals(batch.variance(3 * i + 1), history.velocityVar[i], 1e-2 * history.velocityVar[i] + 1e-9, "var " + i);
      assertEquals(batch.variance(3 * i), history.positionVar[i], 1e-2 * history.positionVar[i] + 1e-9, "pos var " + i);
    }
  }

  @Test
  void shouldForgetWhatItWasToldOfHoldsWhenItFiltersAgain() {
    int n = 3000;
    double step = 0.003;
    AxisFilter filter = new AxisFilter();
    AxisHistory history = new AxisHistory(n);
    double[] dt = new double[n];
    double[] vn = new double[n];
    double[] bn = new double[n];
    double[] held = new double[n];
    filter.reset(0.001, 0.01);
    for (int i = 0; i < n; i++) {
      dt[i] = step;
      vn[i] = 1e-7;
      bn[i] = 1e-6;
      // Nothing moves: what is felt is error that grows.
      double error = 0.02 * i / n;
      if (i > 0) {
        filter.predict(error, step, vn[i], bn[i], 0);
      }
      if (i % 500 == 499) {
        filter.measurePosition(0, 3);
      }
      held[i] = i > 1000 && i < 1300 ? 0.07 : 0;
      history.put(i, filter, error, 0);
    }
    history.smooth(n - 1, dt, vn, bn);
    double untold = history.velocityMps[1150];
    double untoldVar = history.velocityVar[1150];
    history.filter(n - 1, dt, vn, bn, held, new double[n], new double[n]);
    history.smooth(n - 1, dt, vn, bn);
    assertTrue(Math.abs(history.velocityMps[1150]) < 0.2 * Math.abs(untold), untold + " " + history.velocityMps[1150]);
    assertTrue(history.velocityVar[1150] < 0.2 * untoldVar);
    history.filter(n - 1, dt, vn, bn, new double[n], new double[n], new double[n]);
    history.smooth(n - 1, dt, vn, bn);
    assertEquals(untold, history.velocityMps[1150]);
    assertEquals(untoldVar, history.velocityVar[1150]);
    assertEquals(filter.velocityMps, history.filteredVelocityMps(n - 1));
  }

  @Test
  void shouldTakeConstantErrorOutWhenRestStandsAtBothEnds() {
    int n = 2000;
    double step = 0.002;
    double error = 0.05;
    double duration = n * step;
    AxisFilter filter = new AxisFilter();
    AxisHistory history = new AxisHistory(n);
    double[] dt = new double[n];
    double[] vn = new double[n];
    double[] bn = new double[n];
    filter.reset(0.001, 0.3);
    for (int i = 0; i < n; i++) {
      double t = (i + 0.5) * step;
      dt[i] = step;
      vn[i] = 1e-9;
      bn[i] = 1e-9;
      // 0.5 m up along a sine: v = (0.5 / T)(1 − cos 2πt/T).
      double w = 2 * Math.PI / duration;
      filter.predict(0.5 / duration * w * Math.sin(w * t) + error, step, vn[i], bn[i], 0);
      if (i == n - 1) {
        filter.measureStill(1e-4);
      }
      history.put(i, filter, 0.5 / duration * w * Math.sin(w * t) + error, 0);
    }
    history.smooth(n - 1, dt, vn, bn);
    assertEquals(0.5, history.positionM[n - 1], 1e-3);
    assertEquals(1.0 / duration, history.velocityMps[n / 2 - 1], 1e-3);
    assertTrue(history.velocityVar[n / 2] > history.velocityVar[n - 1]);
  }

  /// Weighted least squares by normal equations and Gauss-Jordan elimination.
  private static final class Batch {
    private final int size;
    private final double[][] normal;
    private final double[] right;
    private final double[] x;

    Batch(int size) {
      this.size = size;
      this.normal = new double[size][2 * size];
      this.right = new double[size];
      this.x = new double[size];
    }

    void prior(int index, double variance) {
      measure(index, 0, variance);
    }

    void measure(int index, double value, double variance) {
      normal[index][index] += 1 / variance;
      right[index] += value / variance;
    }

    void step(int i, double a, double dt, double velocityNoise, double biasNoise, double biasShift) {
      int p = 3 * (i - 1);
      int q = 3 * i;
      double h = 0.5 * dt * dt;
      // White acceleration noise moves both: w_v and w_p with variances q, q dt²/3 and covariance q dt/2, so that w_p − dt w_v / 2 is
      // independent of w_v and has the variance q dt²/12.
      double half = 0.5 * dt;
      equation(new int[]{q + 1, p + 1, p + 2}, new double[]{1, -1, dt}, dt * a, velocityNoise);
      equation(new int[]{q, p, p + 1, p + 2, q + 1}, new double[]{1, -1, -dt + half, h - half * dt, -half},
          h * a - half * dt * a, velocityNoise * dt * dt / 12 + TINY);
      equation(new int[]{q + 2, p + 2}, new double[]{1, -1}, biasShift, biasNoise);
    }

    private void equation(int[] columns, double[] factors, double value, double variance) {
      for (int i = 0; i < columns.length; i++) {
        for (int j = 0; j < columns.length; j++) {
          normal[columns[i]][columns[j]] += factors[i] * factors[j] / variance;
        }
        right[columns[i]] += factors[i] * value / variance;
      }
    }

    void solve() {
      for (int i = 0; i < size; i++) {
        normal[i][size + i] = 1;
      }
      for (int c = 0; c < size; c++) {
        int pivot = c;
        for (int r = c + 1; r < size; r++) {
          pivot = Math.abs(normal[r][c]) > Math.abs(normal[pivot][c]) ? r : pivot;
        }
        double[] row = normal[pivot];
        normal[pivot] = normal[c];
        normal[c] = row;
        double scale = 1 / row[c];
        for (int k = 0; k < 2 * size; k++) {
          row[k] *= scale;
        }
        for (int r = 0; r < size; r++) {
          double factor = r == c ? 0 : normal[r][c];
          for (int k = 0; factor != 0 && k < 2 * size; k++) {
            normal[r][k] -= factor * row[k];
          }
        }
      }
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          x[i] += normal[i][size + k] * right[k];
        }
      }
    }

    double variance(int i) {
      return normal[i][size + i];
    }
  }
}
