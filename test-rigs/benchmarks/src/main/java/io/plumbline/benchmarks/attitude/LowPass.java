package io.plumbline.benchmarks.attitude;

/// A Butterworth low-pass of second order over several signals of one rate, as VQF uses it: until its time constant has passed it gives the
/// mean, and goes on from there as if that mean had lasted forever. Allocates nothing after construction. Not thread-safe.
final class LowPass {
  private final double tauS;
  private final double periodS;
  private final double b;
  private final double a1;
  private final double a2;
  private final double[] first;
  private final double[] second;
  private final double[] out;
  private long n;

  /// Its cut-off lies at √2 / (2π τ) (Laidig and Seel 2023, on the inclination correction).
  ///
  /// @param tauS    time constant
  /// @param periodS from sample to sample
  /// @param signals how many
  LowPass(double tauS, double periodS, int signals) {
    this.tauS = tauS;
    this.periodS = periodS;
    this.first = new double[signals];
    this.second = new double[signals];
    this.out = new double[signals];
    // Bilinear transform of 1 / (s² + √2 s + 1), bent so that the cut-off stays in place (Oppenheim and Schafer, on the bilinear transform).
    double bent = Math.tan(Math.sqrt(2) / 2 * periodS / tauS);
    double d = bent * bent + Math.sqrt(2) * bent + 1;
    b = bent * bent / d;
    a1 = 2 * (bent * bent - 1) / d;
    a2 = (bent * bent - Math.sqrt(2) * bent + 1) / d;
  }

  /// Forgets everything.
  void reset() {
    n = 0;
  }

  /// Takes the next values; returns the filtered ones, good until the next call.
  double[] take(double[] values) {
    if (n * periodS < tauS) {
      n++;
      for (int i = 0; i < out.length; i++) {
        out[i] = n == 1 ? values[i] : out[i] + (values[i] - out[i]) / n;
        // What the transposed direct form II holds when its input and output have always been this.
        first[i] = out[i] * (1 - b);
        second[i] = out[i] * (b - a2);
      }
      return out;
    }
    for (int i = 0; i < out.length; i++) {
      double y = b * values[i] + first[i];
      first[i] = 2 * b * values[i] - a1 * y + second[i];
      second[i] = b * values[i] - a2 * y;
      out[i] = y;
    }
    return out;
  }
}
