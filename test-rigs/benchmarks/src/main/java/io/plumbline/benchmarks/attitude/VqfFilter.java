package io.plumbline.benchmarks.attitude;

import java.util.Locale;

/// The part of VQF that needs no magnetometer, with its estimation of bias at rest and in motion, written from the paper: D. Laidig and
/// T. Seel, VQF: Highly accurate IMU orientation estimation with bias estimation and magnetic disturbance rejection, Information Fusion 91
/// (2023), 187–204. Its idea: specific force, turned by the gyro alone into a frame that hardly turns, can be low-passed for seconds, so that
/// acceleration to and fro cancels; what is left is gravity.
final class VqfFilter implements InclinationFilter {
  private final VqfParams params;
  private final double periodS;
  private final Rotation gyroOnly = new Rotation();
  private final Rotation inclination = new Rotation();
  private final Rotation correction = new Rotation();
  private final Rotation whole = new Rotation();
  private final LowPass force;
  private final LowPass turned;
  private final VqfRest rest;
  private final VqfBias bias;
  private final double[] gyroRadps = new double[3];
  private final double[] forceMps2 = new double[3];
  private final double[] level = new double[3];
  private final double[] matrix = new double[9];
  /// The matrix and two components of the turned bias, low-passed together.
  private final double[] toLowPass = new double[11];
  private final double[] innovation = new double[3];
  private final double[] rows = new double[9];
  private final double[] motionVars;
  private final double[] restVars;
  private static final double[] ONE = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /// @param periodS from sample to sample, as the paper has it a constant
  VqfFilter(VqfParams params, double periodS) {
    this.params = params;
    this.periodS = periodS;
    force = new LowPass(params.tauAccS(), periodS, 3);
    turned = new LowPass(params.tauAccS(), periodS, toLowPass.length);
    rest = new VqfRest(params, periodS);
    bias = new VqfBias(params, periodS);
    motionVars = new double[]{bias.motionVar, bias.motionVar, bias.verticalVar};
    restVars = new double[]{bias.restVar, bias.restVar, bias.restVar};
  }

  @Override
  public String name() {
    return "VQF";
  }

  @Override
  public String parameters() {
    return String.format(Locale.ROOT,
        "tau_acc %.1f s; bias sigma %.1f °/s at first, %.2f in motion, %.2f at rest, forgotten in %.0f s, clipped at %.0f °/s; rest: "
            + "%.1f s within %.0f °/s and %.1f m/s² of a low-pass of %.1f s%s",
        params.tauAccS(), params.biasSigmaInitDegps(), params.biasSigmaMotionDegps(), params.biasSigmaRestDegps(),
        params.biasForgettingS(), params.biasClipDegps(), params.restMinS(), params.restGyroDegps(),
        params.restAccMps2(), params.restFilterTauS(), params.equals(VqfParams.PUBLISHED) ? " (as published)" : "");
  }

  @Override
  public void begin(double ax, double ay, double az) {
    gyroOnly.set(1, 0, 0, 0);
    inclination.set(1, 0, 0, 0);
    force.reset();
    turned.reset();
    rest.reset();
    bias.reset();
    correctInclination(ax, ay, az);
  }

  @Override
  public void update(double gx, double gy, double gz, double ax, double ay, double az, double dtS) {
    gyroRadps[0] = gx;
    gyroRadps[1] = gy;
    gyroRadps[2] = gz;
    forceMps2[0] = ax;
    forceMps2[1] = ay;
    forceMps2[2] = az;
    boolean still = rest.take(gyroRadps, forceMps2);
    // Strapdown integration of the gyro, less its bias: the frame that it leads to hardly turns.
    gyroOnly.turn((gx - bias.radps[0]) * dtS, (gy - bias.radps[1]) * dtS, (gz - bias.radps[2]) * dtS);
    correctInclination(ax, ay, az);
    estimateBias(still);
  }

  /// Low-passes specific force in the frame that hardly turns, and turns that frame by the least that makes it vertical.
  private void correctInclination(double ax, double ay, double az) {
    gyroOnly.apply(ax, ay, az, level);
    double[] low = force.take(level);
    inclination.apply(low[0], low[1], low[2], level);
    double n = Math.sqrt(level[0] * level[0] + level[1] * level[1] + level[2] * level[2]);
    if (n > 0) {
      level[0] /= n;
      level[1] /= n;
      level[2] /= n;
      correction.setToBringUp(level[0], level[1], level[2]);
      inclination.setProduct(correction, inclination);
    }
    whole.setProduct(inclination, gyroOnly);
  }

  private void estimateBias(boolean still) {
    whole.matrix(matrix);
    System.arraycopy(matrix, 0, toLowPass, 0, 9);
    toLowPass[9] = row(matrix, 0);
    toLowPass[10] = row(matrix, 1);
    double[] low = turned.take(toLowPass);
    bias.forget();
    if (still) {
      for (int i = 0; i < 3; i++) {
        innovation[i] = rest.gyroLow()[i] - bias.radps[i];
      }
      bias.measure(ONE, innovation, restVars);
      return;
    }
    System.arraycopy(low, 0, rows, 0, 9);
    // The correction of this step undid what a wrong bias had turned the frame by about the two level axes: (Rb)xy = (Rb)xy now − δ / T,
    // with all of it low-passed as specific force was. Along the vertical nothing is seen, and the bias is drawn to zero, hardly.
    innovation[0] = -level[1] / periodS + low[9] - row(rows, 0);
    innovation[1] = level[0] / periodS + low[10] - row(rows, 1);
    innovation[2] = -row(rows, 2);
    bias.measure(rows, innovation, motionVars);
  }

  private double row(double[] m, int k) {
    return m[3 * k] * bias.radps[0] + m[3 * k + 1] * bias.radps[1] + m[3 * k + 2] * bias.radps[2];
  }

  @Override
  public void upInSensor(double[] into) {
    whole.up(into);
  }
}
