package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// The causal estimate while the bar moves. It may differ from the summary, which is smoothed over the whole rep.
///
/// @param timeNs      monotonic clock of the bar (of the recording)
/// @param phase       what the bar is doing
/// @param heightM     height above the last rest
/// @param velocityMps vertical velocity, up positive
/// @param forwardM    forward travel since the last rest, sign as in [Path]; null where not known
/// @param forceLeftN  magnitude of the force on the left side, null without load cells
/// @param forceRightN magnitude of the force on the right side, null without load cells
public record Live(long timeNs, Phase phase, double heightM, @Bounds(min = 0) double heightSdM, double velocityMps,
    @Bounds(min = 0) double velocitySdMps,
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
