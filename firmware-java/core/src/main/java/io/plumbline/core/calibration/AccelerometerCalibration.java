package io.plumbline.core.calibration;

import java.util.List;

/// Correction of an accelerometer: specific force = matrix · (reading − bias), sensor frame.
///
/// @param matrix       3×3, row by row
/// @param biasMps2     reading without any force, m/s²
/// @param matrixSd     standard deviation of each element
/// @param biasSdMps2   of each axis
/// @param residualMps2 root mean square of |f| − g over the poses
/// @param worstSdMps2  standard deviation of |f| in the direction that the poses determine worst, at 1 g
/// @param poses        number of poses
public record AccelerometerCalibration(List<Double> matrix, List<Double> biasMps2, List<Double> matrixSd,
    List<Double> biasSdMps2, double residualMps2, double worstSdMps2, int poses) {
  public AccelerometerCalibration {
    matrix = List.copyOf(matrix);
    biasMps2 = List.copyOf(biasMps2);
    matrixSd = List.copyOf(matrixSd);
    biasSdMps2 = List.copyOf(biasSdMps2);
    if (matrix.size() != 9 || biasMps2.size() != 3 || matrixSd.size() != 9 || biasSdMps2.size() != 3) {
      throw new IllegalArgumentException("nine matrix elements and three biases");
    }
  }

  /// Specific force of a reading, m/s².
  ///
  /// @param readingMps2 three axes
  public double[] apply(double... readingMps2) {
    return Vectors.times(Vectors.array(matrix), Vectors.minus(readingMps2, Vectors.array(biasMps2)));
  }

  /// The same correction in axes that are turned a little: what |f| = g cannot tell is free for this.
  ///
  /// @param from a direction in these axes, unit vector
  /// @param to   the same direction in the wanted axes
  AccelerometerCalibration turned(double[] from, double[] to) {
    double[] turned = Vectors.product(Vectors.turning(from, to), Vectors.array(matrix));
    return new AccelerometerCalibration(Vectors.list(turned), biasMps2, matrixSd, biasSdMps2, residualMps2, worstSdMps2,
        poses);
  }
}
