package io.plumbline.drivers.clock;

/// A few points in rising order of x and the line below them all that is nearest to them.
final class Envelope {
  static final int CAPACITY = 64;
  private static final int PARTS = 4;

  private final double[] xs = new double[CAPACITY];
  private final double[] ys = new double[CAPACITY];
  private final int[] hull = new int[CAPACITY];
  private int size;
  private double slope;
  private double intercept;

  void clear() {
    size = 0;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  void add(double x, double y) {
    if (size > 0 && x <= xs[size - 1]) {
      return;
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  void dropOldest() {
    System.arraycopy(xs, 1, xs, 0, size - 1);
    System.arraycopy(ys, 1, ys, 0, size - 1);
    size--;
  }

  /// Keeps the lower of each two neighbours.
  void halve(double atSlope) {
    int kept = 0;
    for (int i = 0; i + 1 < size; i += 2) {
      int lower = ys[i + 1] - ys[i] < (xs[i + 1] - xs[i]) * atSlope ? i + 1 : i;
      xs[kept] = xs[lower];
      ys[kept] = ys[lower];
      kept++;
    }
    size = kept;
  }

  double spanSamples() {
    return size < 2 ? 0 : xs[size - 1] - xs[0];
  }

  /// Finds the line: of the lower convex hull (Andrew's monotone chain) the side above the mean of x. It has the smallest sum of distances.
  boolean fit() {
    if (size < 2) {
      return false;
    }
    int corners = 0;
    double sum = 0;
    for (int i = 0; i < size; i++) {
      while (corners >= 2 && !turnsLeft(hull[corners - 2], hull[corners - 1], i)) {
        corners--;
      }
      hull[corners++] = i;
      sum += xs[i] - xs[0];
    }
    double middle = xs[0] + sum / size;
    int side = 0;
    while (side < corners - 2 && xs[hull[side + 1]] < middle) {
      side++;
    }
    int a = hull[side];
    int b = hull[side + 1];
    slope = (ys[b] - ys[a]) / (xs[b] - xs[a]);
    intercept = ys[a] - slope * xs[a];
    return true;
  }

  private boolean turnsLeft(int a, int b, int c) {
    return (xs[b] - xs[a]) * (ys[c] - ys[a]) - (ys[b] - ys[a]) * (xs[c] - xs[a]) > 0;
  }

  double slope() {
    return slope;
  }

  double intercept() {
    return intercept;
  }

  /// Mean distance of the points above the line.
  double meanDistance() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += ys[i] - intercept - slope * xs[i];
    }
    return sum / size;
  }

  /// How far above the line the nearest point is, in that quarter of the points where it is farthest.
  double looseness() {
    double loosest = 0;
    for (int part = 0; part < PARTS; part++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = part * size / PARTS; i < (part + 1) * size / PARTS; i++) {
        nearest = Math.min(nearest, ys[i] - intercept - slope * xs[i]);
      }
      loosest = nearest < Double.POSITIVE_INFINITY ? Math.max(loosest, nearest) : loosest;
    }
    return loosest;
  }
}
