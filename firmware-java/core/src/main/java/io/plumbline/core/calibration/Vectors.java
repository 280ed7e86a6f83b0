package io.plumbline.core.calibration;

import java.util.ArrayList;
import java.util.List;

/// Vectors and matrices of three, matrices row by row.
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static double[] cross(double[] a, double[] b) {
    return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
  }

  static double[] scaled(double[] a, double factor) {
    return new double[]{a[0] * factor, a[1] * factor, a[2] * factor};
  }

  static double[] unit(double[] a) {
    return scaled(a, 1 / length(a));
  }

  static double[] minus(double[] a, double[] b) {
    return new double[]{a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  static double[] times(double[] matrix, double[] v) {
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      out[i] = matrix[3 * i] * v[0] + matrix[3 * i + 1] * v[1] + matrix[3 * i + 2] * v[2];
    }
    return out;
  }

  static double[] product(double[] a, double[] b) {
    double[] out = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        out[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
      }
    }
    return out;
  }

  static double[] transposed(double[] m) {
    return new double[]{m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
  }

  /// The matrix of `v ×`.
  static double[] crossMatrix(double[] v) {
    return new double[]{0, -v[2], v[1], v[2], 0, -v[0], -v[1], v[0], 0};
  }

  /// The smallest rotation that turns one unit vector into another (Rodrigues).
  static double[] turning(double[] from, double[] to) {
    double[] axis = crossMatrix(cross(from, to));
    double[] square = product(axis, axis);
    double factor = 1 / (1 + dot(from, to));
    double[] out = new double[9];
    for (int i = 0; i < 9; i++) {
      out[i] = (i % 4 == 0 ? 1 : 0) + axis[i] + factor * square[i];
    }
    return out;
  }

  /// Some unit vector at right angles.
  static double[] across(double[] unit) {
    double[] other = Math.abs(unit[0]) < 0.6 ? new double[]{1, 0, 0} : new double[]{0, 1, 0};
    return unit(cross(unit, other));
  }

  static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static List<Double> list(double... values) {
    List<Double> list = new ArrayList<>(values.length);
    for (double value : values) {
      list.add(value);
    }
    return List.copyOf(list);
  }
}
