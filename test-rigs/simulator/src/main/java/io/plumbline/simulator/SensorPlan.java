package io.plumbline.simulator;

import java.util.List;

/// The sensors on the simulated bar and how bad they are.
///
/// @param imus   inertial sensors, each site once
/// @param forces whether the load cells of both sides are there
/// @param rateHz samples a second
/// @param noise  scale of all noise and all biases; 0: perfect sensors, 1: as in the data sheets
/// @param seed   of everything that is drawn: noise, biases, the small differences between reps
public record SensorPlan(List<Imu> imus, boolean forces, double rateHz, double noise, long seed) {
  /// Two calibrated pods and load cells at 1 kHz.
  public static final SensorPlan DEFAULT = new SensorPlan(List.of(Imu.at(Imu.Site.LEFT), Imu.at(Imu.Site.RIGHT)), true,
      1000, 1, 1);

  public SensorPlan {
    imus = List.copyOf(imus);
    if (imus.isEmpty() && !forces) {
      throw new IllegalArgumentException(
          "a bar without any sensor has nothing to record: name an IMU or keep the load cells");
    }
    if (imus.stream().map(Imu::site).distinct().count() < imus.size()) {
      throw new IllegalArgumentException("each place on the bar has one IMU at most");
    }
    Limits.within("rate", "Hz", rateHz, 50, 8000);
    Limits.within("noise", "times the data sheet", noise, 0, 100);
  }

  /// The same sensors with another seed.
  public SensorPlan withSeed(long newSeed) {
    return new SensorPlan(imus, forces, rateHz, noise, newSeed);
  }
}
