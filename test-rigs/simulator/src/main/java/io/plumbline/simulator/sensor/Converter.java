package io.plumbline.simulator.sensor;

/// What a converter with a limited range and whole steps makes of a value: clipped first, then rounded.
final class Converter {
  private final double limit;
  private final double resolution;

  /// @param range      clips at ±, in the unit of the value
  /// @param resolution one step, 0 for none
  Converter(double range, double resolution) {
    // The end of the range is itself a whole number of steps; the little more keeps 16 g in 2048ths of g from becoming a step less.
    this.limit = resolution > 0 ? Math.floor(range / resolution * (1 + 1e-12)) * resolution : range;
    this.resolution = resolution;
  }

  double convert(double value) {
    double clipped = Math.max(-limit, Math.min(limit, value));
    // Adding 0 turns a negative zero into the plain one.
    return resolution > 0 ? Math.rint(clipped / resolution) * resolution + 0.0 : clipped;
  }
}
