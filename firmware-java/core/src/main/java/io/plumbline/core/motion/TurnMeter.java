package io.plumbline.core.motion;

/// How far the direction of gravity went through a sensor. Offset, scale and cross-axis errors are the sensor's own: where it is turned, another part
/// of them stands upright, however slowly it was turned. A shaft that whips turns to and fro about the same direction, which adds up to nothing and is
/// averaged out.
///
/// Allocates nothing after construction. Not thread-safe.
final class TurnMeter {
  /// Longer than a whip (3 to 9 Hz), shorter than a rep.
  private static final double MEAN_S = 0.5;

  private final double[] slowUp = new double[3];

  /// Begins with world up as seen from the bar frame.
  void begin(double[] up) {
    System.arraycopy(up, 0, slowUp, 0, 3);
  }

  /// Follows world up as seen from the bar frame.
  ///
  /// @return by how much it turned in this step, whips left out, rad
  double turnedRad(double[] up, double dtS) {
    double share = Math.min(1, dtS / MEAN_S);
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double change = share * (up[i] - slowUp[i]);
      slowUp[i] += change;
      squares += change * change;
    }
    return Math.sqrt(squares);
  }
}
