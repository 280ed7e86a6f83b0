package io.plumbline.simulator.physics;

/// What else acts: a foot, a phone, a quake of the floor. World frame. Reused from step to step; all zero is nothing.
public final class Disturbance {
  /// Forward force on the plates of a side, N.
  public final double[] plateForwardN = new double[2];
  /// Along the bar, N.
  public double alongN;
  /// On the shaft at [#shaftXM], N.
  public double shaftForwardN;
  public double shaftUpwardN;
  public double shaftXM;
  /// Height and vertical speed of the floor against its usual place.
  public double floorM;
  public double floorMps;

  /// Nothing acts.
  public void clear() {
    plateForwardN[0] = 0;
    plateForwardN[1] = 0;
    alongN = 0;
    shaftForwardN = 0;
    shaftUpwardN = 0;
    shaftXM = 0;
    floorM = 0;
    floorMps = 0;
  }
}
