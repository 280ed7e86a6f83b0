package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// How far the bar's centre went in one rep, and how long it took. Each value has its standard deviation (1 sigma) beside it.
///
/// @param rangeOfMotionM      height gained from the start of the concentric phase to its end
/// @param concentricS         duration of the concentric phase
/// @param timeToPeakVelocityS from the start of the concentric phase to its peak velocity
/// @param eccentricS          duration of the eccentric phase, null where the rep has none
/// @param turnaroundS         time between the concentric and the eccentric phase (the lockout of a deadlift), null where one is missing
public record Motion(@Bounds(min = 0) double rangeOfMotionM, @Bounds(min = 0) double rangeOfMotionSdM,
    @Bounds(min = 0) double concentricS, @Bounds(min = 0) double concentricSdS,
    @Bounds(min = 0) double timeToPeakVelocityS,
    @Bounds(min = 0) @Nullable Double eccentricS, @Bounds(min = 0) @Nullable Double eccentricSdS,
    @Bounds(min = 0) @Nullable Double turnaroundS) {
  public Motion {
    Check.notNegative("range_of_motion_m", rangeOfMotionM);
    Check.notNegative("range_of_motion_sd_m", rangeOfMotionSdM);
    Check.notNegative("concentric_s", concentricS);
    Check.notNegative("concentric_sd_s", concentricSdS);
    Check.notNegative("time_to_peak_velocity_s", timeToPeakVelocityS);
    Check.notNegative("eccentric_s", eccentricS);
    Check.notNegative("eccentric_sd_s", eccentricSdS);
    Check.notNegative("turnaround_s", turnaroundS);
    Check.pair("eccentric_s", eccentricS, "eccentric_sd_s", eccentricSdS);
  }
}
