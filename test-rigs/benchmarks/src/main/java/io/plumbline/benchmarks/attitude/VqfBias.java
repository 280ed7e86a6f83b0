package io.plumbline.benchmarks.attitude;

/// VQF's estimate of the gyro's bias: a Kalman filter whose state is the bias and whose covariance forgets. Measurements come as three
/// numbers with their own variances, so they are worked in one after the other, which is the same as all at once (Bierman 1977, section V.2)
/// and needs no inverse. In rad/s. Not thread-safe.
final class VqfBias {
  private static final double RAD_PER_DEG = Math.PI / 180;
  /// Standard deviation that is reached after the forgetting time, as the paper defines it.
  private static final double FORGOTTEN_DEGPS = 0.1;

  private final double startVar;
  private final double growth;
  private final double clipRadps;
  final double motionVar;
  final double verticalVar;
  final double restVar;
  final double[] radps = new double[3];
  private final double[] p = new double[9];
  private final double[] gain = new double[3];
  private final double[] change = new double[3];

  VqfBias(VqfParams params, double periodS) {
    startVar = sq(params.biasSigmaInitDegps() * RAD_PER_DEG);
    growth = sq(FORGOTTEN_DEGPS * RAD_PER_DEG) * periodS / params.biasForgettingS();
    clipRadps = params.biasClipDegps() * RAD_PER_DEG;
    motionVar = steady(sq(params.biasSigmaMotionDegps() * RAD_PER_DEG));
    verticalVar = motionVar / params.biasVerticalForgetting();
    restVar = steady(sq(params.biasSigmaRestDegps() * RAD_PER_DEG));
    reset();
  }

  /// The measurement's variance with which the state's settles at `var`: of P = (P + V) − (P + V)² / (P + V + W), W (paper, on bias
  /// estimation).
  private double steady(double var) {
    return var * var / growth + var;
  }

  void reset() {
    for (int i = 0; i < 9; i++) {
      p[i] = i % 4 == 0 ? startVar : 0;
    }
    radps[0] = 0;
    radps[1] = 0;
    radps[2] = 0;
  }

  /// Forgets a little, as each sample comes.
  void forget() {
    for (int i = 0; i < 9; i += 4) {
      if (p[i] < startVar) {
        p[i] += growth;
      }
    }
  }

  /// Works in a measurement `rows · bias = rows · bias now + innovation`.
  ///
  /// @param rows       3 × 3, row by row
  /// @param innovation three, rad/s; clipped here
  /// @param variances  three
  void measure(double[] rows, double[] innovation, double[] variances) {
    change[0] = 0;
    change[1] = 0;
    change[2] = 0;
    for (int k = 0; k < 3; k++) {
      double h0 = rows[3 * k];
      double h1 = rows[3 * k + 1];
      double h2 = rows[3 * k + 2];
      for (int i = 0; i < 3; i++) {
        gain[i] = p[3 * i] * h0 + p[3 * i + 1] * h1 + p[3 * i + 2] * h2;
      }
      double s = h0 * gain[0] + h1 * gain[1] + h2 * gain[2] + variances[k];
      double left = clip(innovation[k]) - h0 * change[0] - h1 * change[1] - h2 * change[2];
      for (int i = 0; i < 3; i++) {
        change[i] += gain[i] / s * left;
        for (int j = 0; j < 3; j++) {
          p[3 * i + j] -= gain[i] * gain[j] / s;
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      radps[i] = clip(radps[i] + change[i]);
    }
  }

  private double clip(double v) {
    return Math.max(-clipRadps, Math.min(clipRadps, v));
  }

  private static double sq(double v) {
    return v * v;
  }
}
