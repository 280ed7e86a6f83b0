package io.plumbline.core.rep;

/// Measured values that are zero on one side of an instant and leave zero smoothly on the other, each a mean over a window: how well an instant fits
/// them. Allocates nothing after construction. Not thread-safe.
final class HingeFit {
  /// Side of the instant on which the values are not zero.
  enum Side {
    BEFORE(-1),
    AFTER(1);

    private final int sign;

    Side(int sign) {
      this.sign = sign;
    }
  }

  private final Side side;
  private final double[] timeS;
  private final double[] halfS;
  private final double[] value;
  private final double[] weight;
  private int count;

  HingeFit(Side side, int capacity) {
    this.side = side;
    timeS = new double[capacity];
    halfS = new double[capacity];
    value = new double[capacity];
    weight = new double[capacity];
  }

  void clear() {
    count = 0;
  }

  /// Takes a value, the mean over a time and half of that; none that is not known.
  void add(double s, double half, double v, double sd) {
    if (!Double.isNaN(v)) {
      timeS[count] = s;
      halfS[count] = half;
      value[count] = v;
      weight[count] = 1 / (sd * sd);
      count++;
    }
  }

  /// Weighed sum of squares of what the best α x + β x² leaves, x being the time from or to an instant. The curve never
  /// comes back towards zero within the values; what leaves zero at an instant gets steeper, too.
  ///
  /// @param zeroS  the instant
  /// @param curved whether β may be other than zero
  double misfit(double zeroS, boolean curved) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double xn = 0;
    double yn = 0;
    double nn = 0;
    double longestS = 0;
    for (int k = 0; k < count; k++) {
      double w = weight[k];
      double u = side.sign * (timeS[k] - zeroS);
      double x = ramp(u, halfS[k]);
      double y = parabola(u, halfS[k]);
      longestS = Math.max(longestS, u);
      xx += w * x * x;
      xy += w * x * y;
      yy += w * y * y;
      xn += w * x * value[k];
      yn += w * y * value[k];
      nn += w * value[k] * value[k];
    }
    double det = xx * yy - xy * xy;
    double alpha = det > 0 ? (xn * yy - yn * xy) / det : 0;
    double beta = det > 0 ? (yn * xx - xn * xy) / det : 0;
    boolean bends = beta < 0 && (side == Side.AFTER || alpha + 2 * beta * longestS < 0);
    if (bends || !(det > 0) || !curved) {
      alpha = xx > 0 ? xn / xx : 0;
      beta = 0;
    } else if (alpha < 0) {
      alpha = 0;
      beta = Math.max(0, yn / yy);
    }
    return nn - Math.max(0, alpha) * xn - beta * yn;
  }

  /// Mean of max(0, x) over x = u ± h.
  private static double ramp(double u, double h) {
    return u >= h ? u : u <= -h ? 0 : (u + h) * (u + h) / (4 * h);
  }

  /// Mean of max(0, x)² over x = u ± h.
  private static double parabola(double u, double h) {
    return u >= h ? u * u + h * h / 3 : u <= -h ? 0 : (u + h) * (u + h) * (u + h) / (6 * h);
  }
}
