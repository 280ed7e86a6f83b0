package io.plumbline.core.rep;

/// What was measured of one rep. A plain mutable holder, preallocated by the pipeline and valid only during the listener's call: copy what
/// is needed. A value that is not known is NaN. Each `…Sd…` is the standard deviation (1 sigma) of the value named before it.
/// Velocities are vertical, m/s, up positive; eccentric velocities are speeds, positive downward.
public final class RepMeasures {
  /// Time of the start of the concentric phase, ns on the clock of the samples.
  public long concentricStartNs;
  /// Time of the end of the concentric phase.
  public long concentricEndNs;
  /// Time of the start of the eccentric phase that follows, or of the one before in a lift that starts at the top; 0 where there is none.
  public long eccentricStartNs;
  /// Time of its end; 0 where there is none.
  public long eccentricEndNs;
  /// Whether the lift was finished.
  public boolean completed;

  public double meanConcentricMps;
  public double meanConcentricSdMps;
  public double peakConcentricMps;
  public double peakConcentricSdMps;
  public double meanPropulsiveMps;
  public double meanPropulsiveSdMps;
  public double meanEccentricMps;
  public double meanEccentricSdMps;
  public double peakEccentricMps;
  public double peakEccentricSdMps;

  public double rangeOfMotionM;
  public double rangeOfMotionSdM;
  public double concentricS;
  public double concentricSdS;
  public double timeToPeakVelocityS;
  public double eccentricS;
  public double eccentricSdS;
  /// Time between the two phases, NaN where one is missing.
  public double turnaroundS;

  /// Largest travel along + (forward where [#forwardKnown]) of the concentric phase, from its start.
  public double forwardMaxM;
  /// Largest travel along −, zero or negative.
  public double forwardMinM;
  public double forwardEndM;
  public double forwardSdM;
  /// Travel along the bar's axis, + towards the right pod, at the end of the concentric phase.
  public double lateralEndM;
  public double lateralSdM;
  /// Whether `facing` was known; otherwise the sign of forward is that of the bar frame's y.
  public boolean forwardKnown;

  /// Plates of each side as weighed, NaN without load cells.
  public double loadLeftKg;
  public double loadRightKg;
  /// Bar and plates as weighed, NaN without load cells.
  public double loadTotalKg;
  public double loadTotalSdKg;

  /// More than one inertial sensor took part.
  public boolean severalImus;
  /// A sensor reached the end of its range inside the rep.
  public boolean saturated;
  /// Samples are missing inside the rep.
  public boolean gap;
  /// The plates hit the floor inside the rep.
  public boolean impact;
  /// The bar was seen at rest before the rep, so that its errors are bounded from that side.
  public boolean restBefore;
  /// The bar was seen at rest after the rep.
  public boolean restAfter;

  /// The rep's curves.
  public final RepTrace trace = new RepTrace();
}
