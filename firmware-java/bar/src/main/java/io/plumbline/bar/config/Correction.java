package io.plumbline.bar.config;

import java.util.List;

/// What calibration found about an inertial unit: force = matrix · (reading − bias), rate = reading − bias − slope · (temperature − reference).
///
/// @param calibrationId      where the numbers come from, `none` where nobody has calibrated
/// @param accelMatrix        3×3, row by row
/// @param accelBiasMps2      of each axis
/// @param gyroBiasRadps      of each axis, at the reference temperature
/// @param gyroRadpsPerC      its slope
/// @param referenceC         temperature of the chip
public record Correction(String calibrationId, List<Double> accelMatrix, List<Double> accelBiasMps2,
    List<Double> gyroBiasRadps, List<Double> gyroRadpsPerC, double referenceC) {
  /// The id of what nobody has calibrated.
  public static final String NO_ID = "none";
  private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
  /// As the data sheet says.
  public static final Correction NONE = new Correction(NO_ID,
      List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0), ZERO, ZERO, ZERO, 25);

  public Correction {
    accelMatrix = List.copyOf(accelMatrix);
    accelBiasMps2 = List.copyOf(accelBiasMps2);
    gyroBiasRadps = List.copyOf(gyroBiasRadps);
    gyroRadpsPerC = List.copyOf(gyroRadpsPerC);
  }
}
