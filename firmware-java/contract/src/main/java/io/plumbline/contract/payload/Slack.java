package io.plumbline.contract.payload;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// How the slack was pulled out of the bar before a rep that begins on the floor. Each value is null where it is not known.
///
/// @param pullTimeNs       first pull at the bar on the floor, on the monotonic clock of the bar (of the recording)
/// @param tensionS         from the first pull to the lift-off
/// @param plateauShare     force that was held before the lift-off as a share of the weight, null where none was held
/// @param plateauS         how long it was held, 0 where it was not
/// @param peakLoadingPctps steepest rise of the lifter's force before the lift-off, over 20 ms, % of the weight a second
/// @param overshoot        largest force of the lifter around the lift-off over the weight
/// @param liftOffLagS      lift-off of the right plates less that of the left ones
/// @param grade            what it comes to
public record Slack(@Nullable Long pullTimeNs, @Bounds(min = 0) @Nullable Double tensionS,
    @Bounds(min = 0) @Nullable Double tensionSdS,
    @Bounds(min = 0) @Nullable Double plateauShare, @Bounds(min = 0) @Nullable Double plateauS,
    @Bounds(min = 0) @Nullable Double peakLoadingPctps, @Bounds(min = 0) @Nullable Double overshoot,
    @Nullable Double liftOffLagS, Grade grade) {
  /// How calmly the bar was loaded.
  public enum Grade {
    /// Not known, or a grade that this version does not know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// Tension first, then movement.
    @JsonProperty("taut")
    TAUT,
    /// Faster than it should be.
    @JsonProperty("hurried")
    HURRIED,
    /// Yanked.
    @JsonProperty("jerked")
    JERKED
  }

  public Slack {
    Check.notNegative("tension_s", tensionS);
    Check.notNegative("tension_sd_s", tensionSdS);
    Check.pair("tension_s", tensionS, "tension_sd_s", tensionSdS);
    Check.notNegative("plateau_share", plateauShare);
    Check.notNegative("plateau_s", plateauS);
    Check.notNegative("peak_loading_pctps", peakLoadingPctps);
    Check.notNegative("overshoot", overshoot);
    Check.finite("lift_off_lag_s", liftOffLagS);
    Check.present("grade", grade);
  }
}
