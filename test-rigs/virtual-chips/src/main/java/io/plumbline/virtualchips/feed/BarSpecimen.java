package io.plumbline.virtualchips.feed;

import java.util.Random;

/// One specimen of a bar's sensors: what is wrong with each, drawn from a seed, as raw parts come from the factory and a person mounts them.
public final class BarSpecimen {
  private static final double DEG = Math.PI / 180;

  final double[][] accelMatrix = new double[2][9];
  final double[][] accelBias = new double[2][3];
  final double[][] gyroMatrix = new double[2][9];
  final double[][] gyroBias = new double[2][3];
  final double[][] gyroPerC = new double[2][3];
  /// Rows are the axes of the bar in the sensor's frame.
  final double[][] mount = new double[2][];
  final double[][] leverM = new double[2][];
  final double[][] response = new double[2][4];
  final double[][] zeroN = new double[2][2];
  final double[] outboardKg = new double[2];

  /// @param seed of the specimen
  public BarSpecimen(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    for (int side = 0; side < 2; side++) {
      // facts/icm-42688-p.md, section 4, read as three standard deviations.
      fill(accelMatrix[side], random, 0.0017, 0.0033);
      fill(gyroMatrix[side], random, 0.0017, 0.0042);
      for (int axis = 0; axis < 3; axis++) {
        accelBias[side][axis] = 0.066 * random.nextGaussian();
        gyroBias[side][axis] = 0.17 * DEG * random.nextGaussian();
        gyroPerC[side][axis] = 0.0017 * DEG * random.nextGaussian();
      }
      mount[side] = rotation(0.3 * random.nextGaussian(), 0.1 * random.nextGaussian(), 0.1 * random.nextGaussian());
      leverM[side] = new double[]{(side == 0 ? -1 : 1) * (0.65 + 0.005 * random.nextGaussian()),
          0.012 * random.nextGaussian(), 0.012 * random.nextGaussian()};
      double turn = 0.1 * random.nextGaussian();
      double first = 1 + 0.07 * random.nextGaussian();
      double second = 1 + 0.07 * random.nextGaussian();
      response[side] = new double[]{first * Math.cos(turn), -first * Math.sin(turn), second * Math.sin(turn),
          second * Math.cos(turn)};
      zeroN[side] = new double[]{30 * random.nextGaussian(), 30 * random.nextGaussian()};
      outboardKg[side] = 6.7 + 0.1 * random.nextGaussian();
    }
  }

  private static void fill(double[] matrix, Random random, double scaleSd, double crossSd) {
    for (int i = 0; i < 9; i++) {
      matrix[i] = i % 4 == 0 ? 1 + scaleSd * random.nextGaussian() : crossSd * random.nextGaussian();
    }
  }

  /// About x, then y, then z.
  private static double[] rotation(double rollRad, double pitchRad, double yawRad) {
    double cr = Math.cos(rollRad);
    double sr = Math.sin(rollRad);
    double cp = Math.cos(pitchRad);
    double sp = Math.sin(pitchRad);
    double cy = Math.cos(yawRad);
    double sy = Math.sin(yawRad);
    return new double[]{cy * cp, cy * sp * sr - sy * cr, cy * sp * cr + sy * sr, sy * cp, sy * sp * sr + cy * cr,
        sy * sp * cr - cy * sr, -sp, cp * sr, cp * cr};
  }

  /// Where a unit sits, m, bar frame.
  ///
  /// @param side 0 left, 1 right
  public double[] leverM(int side) {
    return leverM[side].clone();
  }

  /// Mass of the bar outside the cells of a side.
  public double outboardKg(int side) {
    return outboardKg[side];
  }
}
