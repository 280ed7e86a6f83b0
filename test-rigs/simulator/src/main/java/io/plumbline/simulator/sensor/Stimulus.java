package io.plumbline.simulator.sensor;

/// What the sensors feel at one instant of the physics, free of any error. Reused from step to step; the arrays stay the same objects.
public final class Stimulus {
  /// True time, s.
  public double timeS;
  /// By index of the plan's inertial units: specific force, m/s², shaft frame at the unit (before its mount).
  public final double[][] specificForceMps2;
  /// By index of the plan's inertial units: angular rate, rad/s, shaft frame at the unit.
  public final double[][] rateRadps;
  /// Left 0, right 1: force of everything outside the load-cell plane on the shaft, N, {y, z} of the shaft frame there.
  public final double[][] sideForceN = new double[2][2];
  /// Pelvis 0, thorax 1: specific force, m/s², sensor frame.
  public final double[][] strapForceMps2 = new double[2][3];
  /// Pelvis 0, thorax 1: angular rate, rad/s, sensor frame.
  public final double[][] strapRateRadps = new double[2][3];
  /// Pelvis 0, thorax 1: orientation sensor → world, w x y z.
  public final double[][] strapOrientation = new double[2][4];

  /// @param units number of inertial units on the shaft
  public Stimulus(int units) {
    specificForceMps2 = new double[units][3];
    rateRadps = new double[units][3];
  }
}
