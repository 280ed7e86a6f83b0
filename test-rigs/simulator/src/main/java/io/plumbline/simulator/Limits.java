package io.plumbline.simulator;

/// Refuses plans that no bar can follow, in words for the person who typed them.
final class Limits {
  private Limits() {}

  static double within(String name, String unit, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be between " + plain(least) + " and " + plain(most) + " " + unit + ", but is " + plain(value));
    }
    return value;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
  }
}
