package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import java.util.Arrays;

/// What the floor carries of one side: N = c₀ + c₁ a + c₂ P″ − P, with P the pull of that side on its load cell and a the upward acceleration
/// of the shaft's end. In the air N is 0, and the coefficients are fitted there by least squares: c₀ is the weight as this cell reads it (gain
/// and zero cancel), c₁ the mass, and c₂ stands for what the side's own acceleration differs from that of the shaft's end, as the sleeve bends
/// away by P over the stiffness between them. All three are seen through the same triangular window, so that none lags. Not thread-safe.
final class FloorReaction {
  /// Half the window, entries: white noise of the cells falls to half a newton, and an edge is blurred by 5 ms.
  static final int REACH = 4;
  private static final int FEWEST = 40;
  private static final int TERMS = 3;
  private static final int WIDTH = TERMS + 1;
  private static final double SINGULAR = 1e-12;
  private static final int ROUNDS = 4;
  /// How well the three terms can tell a side's weight at all.
  private static final double LEAST_SHARE = 0.0025;
  private static final int RINGING = 40;
  /// From one entry to the next: a time constant of 30 ms.
  private static final double FADING = 0.9;
  private static final double CALM_MPS2 = 1.5;
  private static final double CAUCHY = 3;
  private static final double MEAN_ROOT = 0.822;

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
    for (int i = from; i <= to; i++) {
      if (fill(c, loads, side, i)) {
        double p = pullN(loads, side, i);
        double spread = spread();
        double r = residual(p) / (CAUCHY * noiseN * spread);
        add(p, 1 / (spread * spread * (1 + r * r)));
        n++;
      }
    }
    if (n < FEWEST || !solve()) {
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
    row[1] = (c.loadVelocityMps(side, i + REACH) - c.loadVelocityMps(side, i - REACH)) / (2 * s);
    row[2] = (pullN(loads, side, i - REACH) - 2 * pullN(loads, side, i) + pullN(loads, side, i + REACH)) / (s * s);
    violenceMps2 = Math.abs(row[1]);
    double fading = 1;
    for (int k = i - 1; k > Math.max(0, i - RINGING); k--) {
      fading *= FADING;
      double gained = Math.abs(c.loadVelocityMps(side, k + 1) - c.loadVelocityMps(side, k - 1));
      violenceMps2 = Math.max(violenceMps2, fading * gained / c.secondsBetween(k - 1, k + 1));
    }
    return !Double.isNaN(row[2]);
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

  /// Half the time over which the reaction at an entry is averaged.
  static double halfWindowS(MotionCurve c, int i) {
    return c.secondsBetween(Math.max(0, i - REACH), Math.min(c.size() - 1, i + REACH)) / 2;
  }

  /// Height of the side's own mass at an entry, up to a constant, by the shaft's end and the bend between them, given that end's height.
  double sideHeightM(LoadCurve loads, int side, int i, double endHeightM) {
    return endHeightM + coefficients[2] / coefficients[1] * loads.pullN(side, i);
  }

  /// Weight of the side as its cell reads it.
  double weightN() {
    return coefficients[0];
  }

  /// Standard deviation of what a calm entry leaves of the fit, N: the play of the plates, the beam's higher modes.
  double noiseN() {
    return noiseN;
  }

  /// Mass of the side as its cell reads it.
  double massKg() {
    return coefficients[1];
  }
}
