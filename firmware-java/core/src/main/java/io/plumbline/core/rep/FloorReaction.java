package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import java.util.Arrays;

/// What the floor carries of one side: N = c₀ + c₁ a − c₂ s″ − P, with P the pull of that side on its load cell, a the upward acceleration of
/// the shaft's end and s its outward slope, + where it falls. What hangs on a sleeve hangs some way outside the pod and goes with that slope,
/// be it bend or tilt: its own acceleration is a − x s″, x = c₂ / c₁ being its overhang. In the air N is 0, and the coefficients are fitted
/// there by least squares: c₀ is the weight as this cell reads it (gain and zero cancel), c₁ the mass. That a weight is a mass in gravity and
/// where about the plates hang is known beforehand and helps where the lift itself tells little. All are seen through the same window, so that
/// none lags. Not thread-safe.
final class FloorReaction {
  /// Half the window, entries: white noise of the cells falls to a newton, and an edge is blurred by 6 ms.
  static final int REACH = 2;
  private static final int FEWEST = 40;
  private static final int TERMS = 3;
  private static final int WIDTH = TERMS + 1;
  private static final double SINGULAR = 1e-12;
  private static final int ROUNDS = 4;
  /// How well the three terms can tell a side's weight at all.
  private static final double LEAST_SHARE = 0.001;
  private static final int RINGING = 40;
  /// From one entry to the next: a time constant of 30 ms.
  private static final double FADING = 0.9;
  private static final double CALM_MPS2 = 1.5;
  // Beyond that the sleeve falls nearly as fast as the plates on it.
  private static final double LOOSE_MPS2 = 4;
  private static final double LOOSE_FACTOR = 10;
  private static final double CAUCHY = 3;
  private static final double MEAN_ROOT = 0.822;
  private static final double STANDARD_GRAVITY_MPS2 = 9.80665;
  /// Places and accelerometers differ from the standard by so much.
  private static final double GRAVITY_SHARE = 0.003;
  /// Centre of what hangs on a sleeve, outside the pod.
  static final double OVERHANG_M = 0.11;
  private static final double OVERHANG_SD_M = 0.03;
  private static final double FIRST_NOISE_N = 1.5;
  /// Entries that share their noise.
  private static final double CORRELATED = 4;

  private final double[] normal = new double[TERMS * WIDTH];
  private final double[] row = new double[TERMS];
  private final double[] coefficients = new double[TERMS];
  private double noiseN;
  private double violenceMps2;

  /// Fits the coefficients over entries in the air. What the three terms leave out (play of the plates, higher modes) grows with the
  /// acceleration, so calm entries count for more, and what rattles is left aside: each round weighs a residual r of standard deviation σ down
  /// by 1 + (r/3σ)² (Cauchy's weights).
  ///
  /// @return whether there were enough of them, and different enough
  boolean fit(MotionCurve c, LoadCurve loads, int side, int from, int to) {
    noiseN = Double.POSITIVE_INFINITY;
    boolean solved = true;
    for (int round = 0; round < ROUNDS && solved; round++) {
      solved = fitRound(c, loads, side, from, to);
    }
    return solved;
  }

  private boolean fitRound(MotionCurve c, LoadCurve loads, int side, int from, int to) {
    Arrays.fill(normal, 0);
    int n = 0;
    double sumN = 0;
    for (int i = from; i <= to; i++) {
      if (fill(c, loads, side, i)) {
        double p = pullN(loads, side, i);
        double spread = spread();
        double r = residual(p) / (CAUCHY * noiseN * spread);
        add(p, 1 / (spread * spread * (1 + r * r)));
        sumN += p;
        n++;
      }
    }
    if (n < FEWEST) {
      return false;
    }
    expect(sumN / n);
    if (!solve()) {
      return false;
    }
    double sum = 0;
    for (int i = from; i <= to; i++) {
      double r = atN(c, loads, side, i);
      sum += Double.isNaN(r) ? 0 : Math.sqrt(Math.abs(r) / spread());
    }
    // Of a normal residual the mean root of its size is 0.822 √σ; few large ones hardly move it.
    double root = sum / (n * MEAN_ROOT);
    noiseN = root * root;
    return true;
  }

  /// What is known without any fit: weight is mass in gravity, and the plates hang so far outside the pod.
  private void expect(double aboutN) {
    double sdN = (noiseN < Double.POSITIVE_INFINITY ? noiseN : FIRST_NOISE_N) * Math.sqrt(CORRELATED);
    double weight = sdN / (GRAVITY_SHARE * aboutN);
    row[0] = 1;
    row[1] = -STANDARD_GRAVITY_MPS2;
    row[2] = 0;
    add(0, weight * weight);
    double outside = sdN * STANDARD_GRAVITY_MPS2 / (OVERHANG_SD_M * aboutN);
    row[0] = 0;
    row[1] = OVERHANG_M;
    row[2] = -1;
    add(0, outside * outside);
  }

  private void add(double p, double weight) {
    for (int k = 0; k < TERMS; k++) {
      for (int j = 0; j < TERMS; j++) {
        normal[k * WIDTH + j] += weight * row[k] * row[j];
      }
      normal[k * WIDTH + TERMS] += weight * row[k] * p;
    }
  }

  private double residual(double p) {
    return coefficients[0] * row[0] + coefficients[1] * row[1] + coefficients[2] * row[2] - p;
  }

  /// By how much more than in calm the residual spreads at the entry that was filled last: its acceleration counts, and that of the time before,
  /// as what was struck rings on.
  private double spread() {
    double a = violenceMps2 / CALM_MPS2;
    return Math.sqrt(1 + a * a);
  }

  /// Gauss's elimination; the matrix is symmetric and positive, so it needs no pivoting.
  private boolean solve() {
    for (int k = 0; k < TERMS; k++) {
      double before = normal[k * WIDTH + k];
      for (int j = 0; j < k; j++) {
        double f = normal[k * WIDTH + j] / normal[j * WIDTH + j];
        for (int q = j; q < WIDTH; q++) {
          normal[k * WIDTH + q] -= f * normal[j * WIDTH + q];
        }
      }
      if (!(normal[k * WIDTH + k] > SINGULAR * before)) {
        return false;
      }
    }
    for (int k = TERMS - 1; k >= 0; k--) {
      double sum = normal[k * WIDTH + TERMS];
      for (int j = k + 1; j < TERMS; j++) {
        sum -= normal[k * WIDTH + j] * coefficients[j];
      }
      coefficients[k] = sum / normal[k * WIDTH + k];
    }
    return true;
  }

  private boolean fill(MotionCurve c, LoadCurve loads, int side, int i) {
    if (i < 2 * REACH || i + 2 * REACH >= c.size()) {
      return false;
    }
    double s = c.secondsBetween(i - REACH, i + REACH) / 2;
    row[0] = 1;
    row[1] = (c.endVelocityMps(side, i + REACH) - c.endVelocityMps(side, i - REACH)) / (2 * s);
    row[2] = -(rate(c, side, i + REACH) - rate(c, side, i - REACH)) / (2 * s);
    violenceMps2 = violence(row[1]);
    double fading = 1;
    for (int k = i - 1; k > Math.max(0, i - RINGING); k--) {
      fading *= FADING;
      double accel = (c.endVelocityMps(side, k + 1) - c.endVelocityMps(side, k - 1)) / c.secondsBetween(k - 1, k + 1);
      violenceMps2 = Math.max(violenceMps2, fading * violence(accel));
    }
    return !Double.isNaN(pullN(loads, side, i));
  }

  /// Plates that are let fall lose their hold on the sleeve and rattle.
  private static double violence(double accelMps2) {
    return accelMps2 < -LOOSE_MPS2 ? -LOOSE_FACTOR * accelMps2 : Math.abs(accelMps2);
  }

  private static double rate(MotionCurve c, int side, int i) {
    return (c.endSlopeRad(side, i + 1) - c.endSlopeRad(side, i - 1)) / c.secondsBetween(i - 1, i + 1);
  }

  /// Mean over the window in which the velocity's difference is taken.
  private static double pullN(LoadCurve loads, int side, int i) {
    double sum = 0;
    for (int k = 1 - REACH; k < REACH; k++) {
      sum += loads.pullN(side, i + k);
    }
    return sum / (2 * REACH - 1);
  }

  /// Floor reaction at an entry, N, NaN where it is not known.
  double atN(MotionCurve c, LoadCurve loads, int side, int i) {
    return fill(c, loads, side, i)
        ? residual(pullN(loads, side, i))
        : Double.NaN;
  }

  /// Standard deviation of the reaction that [#atN] told last: of what the fit leaves in the air at such an acceleration.
  double sdN() {
    return Math.hypot(noiseN * spread(), LEAST_SHARE * coefficients[0]);
  }

  /// Standard deviation of what a calm entry leaves of the fit, N: the play of the plates, the beam's higher modes.
  double noiseN() {
    return noiseN;
  }

  /// Half the time over which the reaction at an entry is averaged.
  static double halfWindowS(MotionCurve c, int i) {
    return c.secondsBetween(Math.max(0, i - REACH), Math.min(c.size() - 1, i + REACH)) / 2;
  }

  /// Weight of the side as its cell reads it.
  double weightN() {
    return coefficients[0];
  }

  /// Mass of the side as its cell reads it.
  double massKg() {
    return coefficients[1];
  }
}
