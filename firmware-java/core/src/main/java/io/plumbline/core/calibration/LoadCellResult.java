package io.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;

/// Turns the parameters of [LoadCellFit] round into gains, with what they leave.
final class LoadCellResult {
  /// Components of the vertical that are nearer than this.
  private static final double SAME_ROLL = 0.2;

  private final LoadCellFit.Params params;
  private final List<LoadPoint> points;
  private final int bridges;
  private final double[] x;
  private final double[] covariance;

  LoadCellResult(LoadCellFit.Params params, List<LoadPoint> points, int bridges, double[] x, double[] covariance) {
    this.params = params;
    this.points = points;
    this.bridges = bridges;
    this.x = x;
    this.covariance = covariance;
  }

  LoadCellCalibration get() throws CalibrationRefusedException {
    double[] gains = inverse();
    List<Double> sds = new ArrayList<>();
    for (int i = 0; i < gains.length; i++) {
      sds.add(gainSd(gains, i / bridges, i % bridges) * params.nominalNPerRatio());
    }
    List<Double> nPerRatio = new ArrayList<>();
    for (double gain : gains) {
      nPerRatio.add(gain * params.nominalNPerRatio());
    }
    List<Double> zeros = new ArrayList<>();
    List<Double> zeroSds = new ArrayList<>();
    for (int i = 0; i < bridges; i++) {
      int at = bridges * bridges + i;
      zeros.add(x[at] / params.nominalNPerRatio());
      zeroSds.add(sd(at) / params.nominalNPerRatio());
    }
    LoadCellCalibration bare = new LoadCellCalibration(nPerRatio, sds, zeros, zeroSds, x[x.length - 1],
        sd(x.length - 1), 0, 0, 0, Double.NaN, 0, points.size());
    return judged(bare);
  }

  private double sd(int parameter) {
    return Math.sqrt(covariance[parameter * x.length + parameter]);
  }

  private double[] inverse() throws CalibrationRefusedException {
    if (bridges == 1) {
      return new double[]{1 / x[0]};
    }
    double determinant = x[0] * x[3] - x[1] * x[2];
    if (!(Math.abs(determinant) > 1e-3)) {
      throw new CalibrationRefusedException(
          "both bridges of a side feel the same direction, or one feels nothing: look at the wires and the places of the gauges");
    }
    return new double[]{x[3] / determinant, -x[1] / determinant, -x[2] / determinant, x[0] / determinant};
  }

  /// First order: dK = −K dC K.
  private double gainSd(double[] gains, int row, int column) {
    int elements = bridges * bridges;
    double[] slope = new double[elements];
    for (int a = 0; a < bridges; a++) {
      for (int b = 0; b < bridges; b++) {
        slope[a * bridges + b] = -gains[row * bridges + a] * gains[b * bridges + column];
      }
    }
    double variance = 0;
    for (int i = 0; i < elements; i++) {
      for (int j = 0; j < elements; j++) {
        variance += slope[i] * covariance[i * x.length + j] * slope[j];
      }
    }
    return Math.sqrt(variance);
  }

  private LoadCellCalibration judged(LoadCellCalibration bare) {
    double square = 0;
    double worst = 0;
    double full = 0;
    double sum = 0;
    double sumOfSquares = 0;
    int count = 0;
    for (LoadPoint point : points) {
      double weight = -(bare.outboardKg() + point.platesKg()) * params.gravityMps2();
      double[] force = bare.apply(point.ratio());
      double[] truth = bridges == 1
          ? new double[]{weight * point.upwardZ()}
          : new double[]{weight * point.upwardY(), weight * point.upwardZ()};
      full = Math.max(full, Math.abs(weight));
      for (int i = 0; i < bridges; i++) {
        double error = force[i] - truth[i];
        square += error * error;
        worst = Math.max(worst, Math.abs(error));
        sum += truth[i];
        sumOfSquares += truth[i] * truth[i];
        count++;
      }
    }
    double rSquared = 1 - square / (sumOfSquares - sum * sum / count);
    return new LoadCellCalibration(bare.nPerRatio(), bare.nPerRatioSd(), bare.zeroRatio(), bare.zeroRatioSd(),
        bare.outboardKg(), bare.outboardSdKg(), Math.sqrt(square / count), worst, full, hysteresis(bare), rSquared,
        points.size());
  }

  /// Between points with the same plates at the same roll angle, at different times.
  private double hysteresis(LoadCellCalibration bare) {
    double most = Double.NaN;
    for (int i = 0; i < points.size(); i++) {
      for (int j = 0; j < i; j++) {
        LoadPoint one = points.get(i);
        LoadPoint other = points.get(j);
        boolean same = one.platesKg() == other.platesKg()
            && Math.abs(one.upwardY() - other.upwardY()) < SAME_ROLL
            && Math.abs(one.upwardZ() - other.upwardZ()) < SAME_ROLL;
        if (same) {
          double[] a = bare.apply(one.ratio());
          double[] b = bare.apply(other.ratio());
          // The roll is not quite the same.
          double expected = -(bare.outboardKg() + one.platesKg()) * params.gravityMps2()
              * (one.upwardZ() - other.upwardZ());
          double difference = Math.abs(a[bridges - 1] - b[bridges - 1] - expected);
          most = difference > most || Double.isNaN(most) ? difference : most;
        }
      }
    }
    return most;
  }
}
