package io.plumbline.simulator.physics;

/// Gravity on the ellipsoid and above it.
public final class Gravity {
  private static final double EQUATOR_MPS2 = 9.7803253359;
  private static final double SOMIGLIANA = 0.00193185265241;
  private static final double ECCENTRICITY_SQUARED = 0.00669437999013;
  private static final double FREE_AIR_PER_M = 3.086e-6;

  private Gravity() {}

  /// Source: WGS 84, Somigliana's closed formula (NIMA TR8350.2, eq. 4-1), less the free-air gradient.
  ///
  /// @param latitudeDeg −90 to 90
  /// @param altitudeM   above the sea
  /// @return m/s²
  public static double at(double latitudeDeg, double altitudeM) {
    double sine = StrictMath.sin(StrictMath.toRadians(latitudeDeg));
    double squared = sine * sine;
    return EQUATOR_MPS2 * (1 + SOMIGLIANA * squared) / StrictMath.sqrt(1 - ECCENTRICITY_SQUARED * squared)
        - FREE_AIR_PER_M * altitudeM;
  }
}
