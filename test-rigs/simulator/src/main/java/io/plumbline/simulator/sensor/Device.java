package io.plumbline.simulator.sensor;

import java.util.List;

/// A chip: its sensors are sampled together and lost together.
final class Device {
  private final Outlet[] outlets;
  private final double lostShare;
  private final RandomStream lostRandom;

  Device(List<Outlet> outlets, double lostShare, RandomStream lostRandom) {
    this.outlets = outlets.toArray(Outlet[]::new);
    this.lostShare = lostShare;
    this.lostRandom = lostRandom;
  }

  void step(Stimulus stimulus) {
    for (Outlet outlet : outlets) {
      outlet.sensor.step(stimulus);
    }
  }

  /// Takes a sample.
  ///
  /// @return whether anything of it is in the row
  boolean sample(double share, double elapsedS, double[] row) {
    boolean lost = lostRandom.uniform() < lostShare;
    boolean filled = false;
    for (Outlet outlet : outlets) {
      filled |= outlet.sample(share, elapsedS, row, lost);
    }
    return filled;
  }
}
