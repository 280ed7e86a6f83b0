package io.plumbline.simulator.sensor;

/// Second-order Butterworth low-pass of several axes at once; at low frequencies it delays by √2/(2π·bandwidth).
final class LowPass {
  private final double gain;
  private final double back1;
  private final double back2;
  private final double[] in1;
  private final double[] in2;
  private final double[] out1;
  private final double[] out2;

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
    in1 = new double[axes];
    in2 = new double[axes];
    out1 = new double[axes];
    out2 = new double[axes];
  }

  /// As if the input had been this for ever.
  void settle(double[] input) {
    for (double[] memory : new double[][]{in1, in2, out1, out2}) {
      System.arraycopy(input, 0, memory, 0, memory.length);
    }
  }

  void step(double[] input) {
    for (int i = 0; i < in1.length; i++) {
      double x = input[i];
      double y = gain * (x + 2 * in1[i] + in2[i]) - back1 * out1[i] - back2 * out2[i];
      in2[i] = in1[i];
      in1[i] = x;
      out2[i] = out1[i];
      out1[i] = y;
    }
  }

  /// Output between the step before, share 0, and the last one, share 1.
  double at(int axis, double share) {
    return out2[axis] + share * (out1[axis] - out2[axis]);
  }
}
