package io.plumbline.core.calibration;

import java.util.Random;

/// A rigid bar that is rolled on a floor or raised at an end: what units at known places feel, in the bar frame. Angles are sums of
/// smooth steps, whose derivatives are exact.
final class MovedBar {
  static final double PERIOD_S = 0.02;
  private static final double RADIUS_M = 0.025;
  private static final double HALF_M = 1.1;

  private final Random random;
  private final double[][] levers;
  private final double[][] turns;
  private final double[][] biases;
  private final double noise;
  private final double scale;

  MovedBar(long seed, double[][] levers, double noise, double biasSd, double turnSd) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.levers = levers;
    this.noise = noise;
    turns = new double[levers.length][3];
    biases = new double[levers.length][3];
    for (int unit = 0; unit < levers.length; unit++) {
      for (int i = 0; i < 3; i++) {
        turns[unit][i] = turnSd * random.nextGaussian();
        biases[unit][i] = biasSd * random.nextGaussian();
      }
    }
    scale = 1 + 0.002 * random.nextGaussian();
  }

  /// Quintic from 0 to 1: value, slope, curvature.
  private static double[] step(double share) {
    double s = Math.clamp(share, 0, 1);
    return new double[]{s * s * s * (10 - 15 * s + 6 * s * s), 30 * s * s * (1 - s) * (1 - s),
        60 * s * (1 - s) * (1 - 2 * s)};
  }

  /// From rest to rest.
  ///
  /// @param overS time for it
  Motion roll(double angleRad, double overS) {
    Motion motion = new Motion(PERIOD_S);
    double yaw = 0.02 * random.nextGaussian();
    for (double t = -0.3; t < overS + 0.3; t += PERIOD_S) {
      double[] s = step(t / overS);
      double phi = 0.3 + angleRad * s[0];
      double rate = angleRad * s[1] / overS;
      double acceleration = t < 0 || t > overS ? 0 : angleRad * s[2] / (overS * overS);
      // A little steering about the vertical.
      double steer = t < 0 || t > overS ? 0 : yaw * rate;
      double[] up = {0, Math.sin(phi), Math.cos(phi)};
      double[] ahead = {0, Math.cos(phi), -Math.sin(phi)};
      double[] spin = {rate, steer * up[1], steer * up[2]};
      double turning = t < 0 || t > overS ? 0 : yaw * acceleration;
      double[] change = {acceleration, turning * up[1] + steer * rate * up[2], turning * up[2] - steer * rate * up[1]};
      double[] common = new double[3];
      for (int i = 0; i < 3; i++) {
        common[i] = Specimen.G * up[i] - RADIUS_M * acceleration * ahead[i];
      }
      add(motion, common, spin, change);
    }
    return motion;
  }

  /// One end up and down again.
  ///
  /// @param tiltRad above 0: the left one
  Motion tilt(double tiltRad, double rollRad, double overS) {
    Motion motion = new Motion(PERIOD_S);
    for (double t = -0.3; t < overS + 0.3; t += PERIOD_S) {
      boolean rising = t < overS / 2;
      double[] s = step(rising ? 2 * t / overS : 2 - 2 * t / overS);
      double theta = tiltRad * s[0];
      double rate = (rising ? 1 : -1) * tiltRad * s[1] * 2 / overS;
      double acceleration = t < 0 || t > overS ? 0 : tiltRad * s[2] * 4 / (overS * overS);
      double c = Math.cos(rollRad);
      double d = Math.sin(rollRad);
      double[] up = {-Math.sin(theta), Math.cos(theta) * d, Math.cos(theta) * c};
      double[] spin = {0, rate * c, -rate * d};
      double[] change = {0, acceleration * c, -acceleration * d};
      double[] pivot = {tiltRad > 0 ? HALF_M : -HALF_M, 0, 0};
      double[] common = Vectors.cross(change, Vectors.scaled(pivot, -1));
      double[] inner = Vectors.cross(spin, Vectors.cross(spin, Vectors.scaled(pivot, -1)));
      for (int i = 0; i < 3; i++) {
        common[i] += inner[i] + Specimen.G * up[i];
      }
      add(motion, common, spin, change);
    }
    return motion;
  }

  private void add(Motion motion, double[] common, double[] spin, double[] change) {
    double[][] forces = new double[levers.length][];
    for (int unit = 0; unit < levers.length; unit++) {
      double[] tangential = Vectors.cross(change, levers[unit]);
      double[] radial = Vectors.cross(spin, Vectors.cross(spin, levers[unit]));
      double[] force = new double[3];
      for (int i = 0; i < 3; i++) {
        force[i] = common[i] + tangential[i] + radial[i];
      }
      double[] turned = Vectors.cross(turns[unit], force);
      for (int i = 0; i < 3; i++) {
        force[i] += turned[i] + biases[unit][i] + noise * random.nextGaussian();
      }
      forces[unit] = force;
    }
    double[] felt = new double[3];
    for (int i = 0; i < 3; i++) {
      felt[i] = scale * spin[i] + 3e-4 * random.nextGaussian();
    }
    motion.add(felt, forces);
  }
}
