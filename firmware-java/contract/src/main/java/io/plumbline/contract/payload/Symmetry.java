package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// How evenly both sides worked in the concentric phase. Each value is null where it is not known: shares need load cells on both sides,
/// tilt and twist two inertial sensors.
///
/// @param leftShare     left side's share of the upward impulse, 0.5 where both do the same
/// @param peakTiltRad   largest tilt by magnitude, signed: + right hand lower
/// @param peakTwistRad  largest turn of the bar by magnitude, signed, from its direction at the start: + right hand forward
/// @param rollRad       roll of the shaft from the start to the end, about its axis from left to right
public record Symmetry(@Bounds(min = 0, max = 1) @Nullable Double leftShare, @Nullable Double peakTiltRad,
    @Bounds(min = 0) @Nullable Double peakTiltSdRad, @Nullable Double peakTwistRad,
    @Bounds(min = 0) @Nullable Double peakTwistSdRad,
    @Nullable Double rollRad) {
  public Symmetry {
    if (leftShare != null) {
      Check.range("left_share", leftShare, 0, 1);
    }
    Check.finite("peak_tilt_rad", peakTiltRad);
    Check.notNegative("peak_tilt_sd_rad", peakTiltSdRad);
    Check.finite("peak_twist_rad", peakTwistRad);
    Check.notNegative("peak_twist_sd_rad", peakTwistSdRad);
    Check.finite("roll_rad", rollRad);
    Check.pair("peak_tilt_rad", peakTiltRad, "peak_tilt_sd_rad", peakTiltSdRad);
    Check.pair("peak_twist_rad", peakTwistRad, "peak_twist_sd_rad", peakTwistSdRad);
  }
}
