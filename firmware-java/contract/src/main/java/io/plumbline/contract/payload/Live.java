package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// The causal estimate while the bar moves. It may differ from the summary, which is smoothed over the whole rep.
///
/// @param timeNs      monotonic clock of the bar (of the recording)
/// @param heightM     height above the last rest
/// @param velocityMps vertical velocity, up positive
/// @param forwardM    forward travel since the last rest, sign as in [Path]
public record Live(long timeNs, Phase phase, double heightM, double heightSdM, double velocityMps, double velocitySdMps,
    @Nullable Double forwardM, @Nullable Double forceLeftN, @Nullable Double forceRightN) implements Payload {
  public Live {
    Check.present("phase", phase);
    Check.finite("height_m", heightM);
    Check.notNegative("height_sd_m", heightSdM);
    Check.finite("velocity_mps", velocityMps);
    Check.notNegative("velocity_sd_mps", velocitySdMps);
    Check.finite("forward_m", forwardM);
    Check.finite("force_left_n", forceLeftN);
    Check.finite("force_right_n", forceRightN);
  }
}
