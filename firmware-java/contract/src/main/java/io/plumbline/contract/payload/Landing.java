package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// How the bar came back to the floor. Each value is null where it is not known or the bar did not come there.
///
/// @param touchDownTimeNs when the plates met the floor, on the monotonic clock of the bar (of the recording)
/// @param touchDownMps    their speed then, positive downward
/// @param impactPeakMps2  largest acceleration that a sensor felt within the impact
/// @param floorPauseS     time on the floor before the next pull, null after the last rep
/// @param touchAndGo      whether this rep began without a rest on the floor
public record Landing(@Nullable Long touchDownTimeNs, @Bounds(min = 0) @Nullable Double touchDownMps,
    @Bounds(min = 0) @Nullable Double touchDownSdMps, @Bounds(min = 0) @Nullable Double impactPeakMps2,
    @Bounds(min = 0) @Nullable Double floorPauseS, boolean touchAndGo) {
  public Landing {
    Check.notNegative("touch_down_mps", touchDownMps);
    Check.notNegative("touch_down_sd_mps", touchDownSdMps);
    Check.pair("touch_down_mps", touchDownMps, "touch_down_sd_mps", touchDownSdMps);
    Check.notNegative("impact_peak_mps2", impactPeakMps2);
    Check.notNegative("floor_pause_s", floorPauseS);
  }
}
