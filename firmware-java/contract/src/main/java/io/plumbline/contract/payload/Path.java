package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// Travel of the bar's centre away from the plumb line through its start, in the concentric phase. Each value has its standard deviation
/// (1 sigma) beside it.
///
/// @param forwardKnown  whether `facing` was known, so that + means away from the lifter; otherwise the sign is that of the bar frame's y
/// @param forwardMaxM   largest forward travel
/// @param forwardMinM   largest backward travel (zero or negative)
/// @param forwardEndM   forward travel at the end of the concentric phase
/// @param forwardSdM    standard deviation (1 sigma) of each of the three forward values
/// @param lateralEndM   travel along the bar's axis at the end of the concentric phase, + towards the right pod
/// @param lateralSdM    standard deviation (1 sigma) of the lateral travel
/// @param forwardKneeM  forward travel where half the range of motion is done, null where not known
/// @param forwardRmsM   root mean square of the forward travel over the concentric phase, null where not known
public record Path(boolean forwardKnown, @Nullable Double forwardMaxM, @Nullable Double forwardMinM,
    @Nullable Double forwardEndM,
    @Bounds(min = 0) @Nullable Double forwardSdM,
    @Nullable Double lateralEndM, @Bounds(min = 0) @Nullable Double lateralSdM,
    @Nullable Double forwardKneeM, @Bounds(min = 0) @Nullable Double forwardRmsM) {
  public Path {
    Check.finite("forward_max_m", forwardMaxM);
    Check.finite("forward_min_m", forwardMinM);
    Check.finite("forward_end_m", forwardEndM);
    Check.notNegative("forward_sd_m", forwardSdM);
    Check.finite("lateral_end_m", lateralEndM);
    Check.notNegative("lateral_sd_m", lateralSdM);
    Check.finite("forward_knee_m", forwardKneeM);
    Check.notNegative("forward_rms_m", forwardRmsM);
    Check.pair("forward_max_m", forwardMaxM, "forward_sd_m", forwardSdM);
    Check.pair("forward_min_m", forwardMinM, "forward_sd_m", forwardSdM);
    Check.pair("forward_end_m", forwardEndM, "forward_sd_m", forwardSdM);
    Check.pair("lateral_end_m", lateralEndM, "lateral_sd_m", lateralSdM);
  }
}
