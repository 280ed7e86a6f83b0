package io.plumbline.simulator.lifter;

/// The velocity with which a bar comes into a move: the hands go with it, and let it fade away. Immutable.
///
/// @param mps       velocity at the beginning
/// @param durationS until nothing is left of it
record Glide(double mps, double durationS) {
  static final Glide NONE = new Glide(0, 1);

  double velocityMps(double s) {
    return mps * (1 - Curves.step(s / durationS));
  }

  /// What is left of a way for a drive of its own.
  double drivenM(double wayM) {
    return Math.max(0, wayM - mps * durationS / 2);
  }

  /// The integral of [#velocityMps].
  double wayM(double s) {
    double u = Math.clamp(s / durationS, 0, 1);
    return mps * durationS * (u - u * u * u + u * u * u * u / 2);
  }
}
