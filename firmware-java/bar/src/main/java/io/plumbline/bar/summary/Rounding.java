package io.plumbline.bar.summary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rounds to digits that mean something, a power of ten below the best standard deviation of each quantity. What is not finite becomes null.
final class Rounding {
  /// m, m/s and s to 0.1 mm, 0.1 mm/s and 0.1 ms.
  static final double MOTION = 1e4;
  /// kg to 10 g.
  static final double MASS = 1e2;
  /// N to 0.1 N.
  static final double FORCE = 1e1;
  /// W, J and kg·m/s to 0.1.
  static final double ENERGY = 1e1;
  /// %/s to 0.1.
  static final double LOADING = 1e1;
  /// Shares and ratios to 0.0001.
  static final double SHARE = 1e4;
  /// rad to 10 µrad.
  static final double ANGLE = 1e5;
  /// m/s² of an impact to 0.1.
  static final double IMPACT = 1e1;
  /// % to 0.1.
  static final double PERCENT = 1e1;
  /// Hz to 0.01 Hz.
  static final double RATE = 1e2;
  /// s to 0.1 µs, of the sampling loop.
  static final double WAKE = 1e7;
  /// rad/s to 1 µrad/s.
  static final double GYRO_BIAS = 1e6;

  private Rounding() {}

  static double to(double scale, double value) {
    // Adding zero turns −0.0 into 0.0, which reads better.
    return Math.rint(value * scale) / scale + 0.0;
  }

  static @Nullable Double orNull(double scale, double value) {
    double rounded = to(scale, value);
    return Double.isFinite(rounded) ? Double.valueOf(rounded) : null;
  }

  static List<Double> list(double scale, double[] values, int size) {
    List<Double> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(to(scale, values[i]));
    }
    return list;
  }

  /// Null where one of the values is not known.
  static @Nullable List<Double> listOrNull(double scale, double[] values, int size) {
    for (int i = 0; i < size; i++) {
      if (!Double.isFinite(values[i])) {
        return null;
      }
    }
    return list(scale, values, size);
  }
}
