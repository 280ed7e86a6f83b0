package io.plumbline.core.calibration;

import org.jspecify.annotations.Nullable;

/// A weighted linear least-squares problem, collected row by row (Björck, Numerical Methods for Least Squares Problems, section 2.2).
final class NormalEquations {
  /// A pivot that is smaller than this share of its diagonal is rounding: the rows do not tell that parameter.
  private static final double SINGULAR = 1e-13;

  private final int size;
  private final double[] matrix;
  private final double[] right;

  NormalEquations(int size) {
    this.size = size;
    this.matrix = new double[size * size];
    this.right = new double[size];
  }

  /// One equation `row · x = value`, known to a standard deviation.
  void add(double[] row, double value, double sd) {
    double weight = 1 / (sd * sd);
    for (int i = 0; i < size; i++) {
      if (row[i] != 0) {
        for (int j = 0; j < size; j++) {
          matrix[i * size + j] += weight * row[i] * row[j];
        }
        right[i] += weight * row[i] * value;
      }
    }
  }

  /// What is known of one parameter beforehand.
  void addPrior(int parameter, double value, double sd) {
    matrix[parameter * size + parameter] += 1 / (sd * sd);
    right[parameter] += value / (sd * sd);
  }

  /// The solution, null where the rows do not determine it.
  double @Nullable [] solve() {
    double[] inverse = covariance();
    return inverse == null ? null : times(inverse, right);
  }

  private double[] times(double[] square, double[] vector) {
    double[] out = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        out[i] += square[i * size + j] * vector[j];
      }
    }
    return out;
  }

  /// Covariance of the solution, row by row: the inverse by Cholesky, scaled to a unit diagonal first, since parameters have different units.
  ///
  /// @return null where the rows do not determine it
  double @Nullable [] covariance() {
    double[] scale = new double[size];
    for (int i = 0; i < size; i++) {
      if (!(matrix[i * size + i] > 0)) {
        return null;
      }
      scale[i] = 1 / Math.sqrt(matrix[i * size + i]);
    }
    double[] lower = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i * size + j] * scale[i] * scale[j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i * size + k] * lower[j * size + k];
        }
        if (i == j && !(sum > SINGULAR)) {
          return null;
        }
        lower[i * size + j] = i == j ? Math.sqrt(sum) : sum / lower[j * size + j];
      }
    }
    double[] inverse = new double[size * size];
    for (int column = 0; column < size; column++) {
      double[] x = new double[size];
      for (int i = 0; i < size; i++) {
        double sum = i == column ? 1 : 0;
        for (int k = 0; k < i; k++) {
          sum -= lower[i * size + k] * x[k];
        }
        x[i] = sum / lower[i * size + i];
      }
      for (int i = size - 1; i >= 0; i--) {
        double sum = x[i];
        for (int k = i + 1; k < size; k++) {
          sum -= lower[k * size + i] * x[k];
        }
        x[i] = sum / lower[i * size + i];
        inverse[i * size + column] = x[i] * scale[i] * scale[column];
      }
    }
    return inverse;
  }
}
