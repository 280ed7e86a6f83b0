package io.plumbline.core.rep;

/// The curves of one rep, evenly spaced in time from the start of its first phase, the slack pull
/// included, to the end of its last. Preallocated, valid as
/// [RepMeasures] is; the first [#size] entries of each array count. A channel that was not measured is all NaN.
public final class RepTrace {
  /// Most points of a curve.
  public static final int CAPACITY = 200;

  /// Points in use.
  public int size;
  /// Time since the start of the concentric phase; negative before it.
  public final double[] timeS = new double[CAPACITY];
  /// Height above the start of the concentric phase.
  public final double[] heightM = new double[CAPACITY];
  public final double[] velocityMps = new double[CAPACITY];
  public final double[] velocitySdMps = new double[CAPACITY];
  /// Travel from the plumb line through the start, sign as in [RepMeasures#forwardMaxM].
  public final double[] forwardM = new double[CAPACITY];
  /// Standard deviation of [#forwardM].
  public final double[] forwardSdM = new double[CAPACITY];
  /// Magnitude of the force on each side.
  public final double[] forceLeftN = new double[CAPACITY];
  public final double[] forceRightN = new double[CAPACITY];
}
