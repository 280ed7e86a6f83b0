package io.plumbline.simulator.physics;

import java.util.function.UnaryOperator;

/// Complex numbers as {real, imaginary}.
final class Complex {
  private Complex() {}

  static double[] add(double[] a, double[] b) {
    return new double[]{a[0] + b[0], a[1] + b[1]};
  }

  static double[] times(double[] a, double factor) {
    return new double[]{a[0] * factor, a[1] * factor};
  }

  static double[] multiply(double[] a, double[] b) {
    return new double[]{a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
  }

  static double[] divide(double[] a, double[] b) {
    double square = b[0] * b[0] + b[1] * b[1];
    return times(multiply(a, new double[]{b[0], -b[1]}), 1 / square);
  }

  /// Where the function is 0, by Newton's method with a numerical derivative.
  static double[] root(UnaryOperator<double[]> function, double[] start) {
    double[] s = start;
    for (int i = 0; i < 60; i++) {
      double[] value = function.apply(s);
      double[] beside = function.apply(add(s, new double[]{1e-6, 0}));
      double[] slope = times(add(beside, times(value, -1)), 1e6);
      s = add(s, times(divide(value, slope), -1));
    }
    return s;
  }
}
