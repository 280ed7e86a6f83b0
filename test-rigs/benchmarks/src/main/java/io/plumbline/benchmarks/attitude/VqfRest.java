package io.plumbline.benchmarks.attitude;

/// VQF's rest detection: angular rate and specific force have stayed near their low-passed selves for a while, and the rate is small enough to
/// be a bias. Not thread-safe.
final class VqfRest {
  private static final double RAD_PER_DEG = Math.PI / 180;

  private final VqfParams params;
  private final double periodS;
  private final LowPass gyro;
  private final LowPass force;
  private double stillS;
  private double[] gyroLow = new double[3];

  VqfRest(VqfParams params, double periodS) {
    this.params = params;
    this.periodS = periodS;
    gyro = new LowPass(params.restFilterTauS(), periodS, 3);
    force = new LowPass(params.restFilterTauS(), periodS, 3);
  }

  void reset() {
    gyro.reset();
    force.reset();
    stillS = 0;
  }

  /// Takes the next sample; returns whether it rests.
  boolean take(double[] gyroRadps, double[] forceMps2) {
    gyroLow = gyro.take(gyroRadps);
    double[] forceLow = force.take(forceMps2);
    double clipRadps = params.biasClipDegps() * RAD_PER_DEG;
    boolean small = Math.abs(gyroLow[0]) <= clipRadps && Math.abs(gyroLow[1]) <= clipRadps
        && Math.abs(gyroLow[2]) <= clipRadps;
    boolean near = distance(gyroRadps, gyroLow) < params.restGyroDegps() * RAD_PER_DEG
        && distance(forceMps2, forceLow) < params.restAccMps2();
    stillS = small && near ? stillS + periodS : 0;
    return stillS >= params.restMinS();
  }

  /// Low-passed angular rate, rad/s: at rest, the bias.
  double[] gyroLow() {
    return gyroLow;
  }

  private static double distance(double[] a, double[] b) {
    double x = a[0] - b[0];
    double y = a[1] - b[1];
    double z = a[2] - b[2];
    return Math.sqrt(x * x + y * y + z * z);
  }
}
