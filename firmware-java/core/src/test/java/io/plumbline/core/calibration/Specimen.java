package io.plumbline.core.calibration;

import java.util.Random;

/// A sensor with errors that the test knows, and the noise of its means.
final class Specimen {
  static final double G = 9.80665;

  final Random random;
  final double[] matrix = new double[9];
  final double[] bias = new double[3];

  /// Errors of a raw ICM-42688-P: scale, cross-axis, turn of its axes, offset.
  Specimen(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    for (int i = 0; i < 3; i++) {
      matrix[4 * i] = 1 + 0.003 * random.nextGaussian();
      bias[i] = 0.07 * random.nextGaussian();
      for (int j = 0; j < i; j++) {
        double skew = 0.0033 * random.nextGaussian();
        double turn = 0.0033 * random.nextGaussian();
        matrix[3 * i + j] = skew + turn;
        matrix[3 * j + i] = skew - turn;
      }
    }
  }

  double[] read(double[] force, double noise) {
    double[] reading = Vectors.times(matrix, force);
    for (int i = 0; i < 3; i++) {
      reading[i] += bias[i] + noise * random.nextGaussian();
    }
    return reading;
  }

  /// Inverse of its matrix, by cofactors.
  double[] correction() {
    double[] m = matrix;
    double[] first = {m[0], m[3], m[6]};
    double[] second = {m[1], m[4], m[7]};
    double[] third = {m[2], m[5], m[8]};
    double determinant = Vectors.dot(first, Vectors.cross(second, third));
    double[] out = new double[9];
    double[][] rows = {Vectors.cross(second, third), Vectors.cross(third, first), Vectors.cross(first, second)};
    for (int i = 0; i < 9; i++) {
      out[i] = rows[i / 3][i % 3] / determinant;
    }
    return out;
  }

  double[] direction() {
    return Vectors.unit(new double[]{random.nextGaussian(), random.nextGaussian(), random.nextGaussian()});
  }

  /// Upward direction in a bar that is raised at an end and rolled, with a person's inaccuracy.
  double[] upward(double tiltDeg, double rollDeg) {
    double tilt = Math.toRadians(tiltDeg + 2 * random.nextGaussian());
    double roll = Math.toRadians(rollDeg + 5 * random.nextGaussian());
    return new double[]{-Math.sin(tilt), Math.cos(tilt) * Math.sin(roll), Math.cos(tilt) * Math.cos(roll)};
  }

  static double sd(double square, int count) {
    return Math.sqrt(square / count);
  }
}
