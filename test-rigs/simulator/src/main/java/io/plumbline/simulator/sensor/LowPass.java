package io.plumbline.simulator.sensor;

/// Second-order Butterworth low-pass of several axes at once; at low frequencies it delays by √2/(2π·bandwidth).
final class LowPass {
  private final double gain;
  private final double back1;
  private final double back2;
  /// Of each axis: the last two inputs, the last two outputs, the newer first.
  private final double[] past;

  /// @param bandwidthHz −3 dB, below half the stepping rate
  LowPass(int axes, double bandwidthHz, double stepS) {
    if (!(bandwidthHz > 0 && bandwidthHz * stepS < 0.5)) {
      throw new IllegalArgumentException("bandwidth must lie between 0 and " + 0.5 / stepS + " Hz: " + bandwidthHz);
    }
    // Bilinear transform, warped so that −3 dB stays where it is.
    double k = StrictMath.tan(Math.PI * bandwidthHz * stepS);
    double scale = 1 / (1 + Math.sqrt(2) * k + k * k);
    gain = k * k * scale;
    back1 = 2 * (k * k - 1) * scale;
    back2 = (1 - Math.sqrt(2) * k + k * k) * scale;
    past = new double[4 * axes];
  }

  /// As if the input had been this for ever.
  void settle(double[] input) {
    for (int i = 0; i < past.length; i++) {
      past[i] = input[i / 4];
    }
  }

  void step(double[] input) {
    int at = 0;
    for (double x : input) {
      double x1 = past[at];
      double y1 = past[at + 2];
      double y = gain * (x + 2 * x1 + past[at + 1]) - back1 * y1 - back2 * past[at + 3];
      past[at] = x;
      past[at + 1] = x1;
      past[at + 2] = y;
      past[at + 3] = y1;
      at += 4;
    }
  }

  /// Output between the step before, share 0, and the last one, share 1.
  double at(int axis, double share) {
    double before = past[4 * axis + 3];
    return before + share * (past[4 * axis + 2] - before);
  }
}
