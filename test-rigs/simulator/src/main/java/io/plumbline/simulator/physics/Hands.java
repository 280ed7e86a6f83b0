package io.plumbline.simulator.physics;

/// What the hands (or the back that carries the bar) are told, and what they then do. Each hand is a spring and damper from a place that the
/// lifter wants to the shaft, plus a force of its own. World frame; index 0 is the left hand, 1 the right one. Reused from step to step.
public final class Hands {
  /// Wanted place across and up, m, and its velocity.
  public final double[] yM = new double[2];
  public final double[] zM = new double[2];
  public final double[] yMps = new double[2];
  public final double[] zMps = new double[2];
  /// Wanted place of the bar along itself, m.
  public double xM;
  public double xMps;
  /// Upward force beside the spring's, N.
  public final double[] feedN = new double[2];
  /// Forward force of both hands beside the springs', N.
  public double pushN;
  /// Share of the stiffness that is used up and down, 0 to 1: 0 leaves the feed and the damping.
  public double holdZ;
  /// Share of the stiffness that is used across and along, 0 to 1.
  public double holdY;
  /// How closed the hands are, 0 to 1; 0 is off the bar, without any force.
  public double grip;
  /// Wanted roll of the shaft, rad, and its rate.
  public double rollRad;
  public double rollRadps;
  /// By how much both hands sit off the middle, + right, m.
  public double offsetM;

  /// Height at which the lifter's own body stops the bar, m: a rower's belly.
  public double ceilingM = Double.POSITIVE_INFINITY;

  /// What each hand does to the bar, across and up, N; written by the physics.
  final double[] yN = new double[2];
  final double[] zN = new double[2];

  /// Upward force of a hand in the last step, N.
  public double upwardN(int hand) {
    return zN[hand];
  }

  /// Forward force of a hand in the last step, N.
  public double forwardN(int hand) {
    return yN[hand];
  }

  /// Upward force of both, N.
  public double upwardN() {
    return zN[0] + zN[1];
  }
}
