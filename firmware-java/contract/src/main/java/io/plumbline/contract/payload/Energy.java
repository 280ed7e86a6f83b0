package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// What the lifter put into the bar in the concentric phase. Known only with a known load; each value is null where it is not.
///
/// @param meanPowerW   mean of the lifter's upward force times velocity
/// @param peakPowerW   largest of it
/// @param workJ        change of the bar's potential and kinetic energy
/// @param peakForceN   largest upward force of the lifter until half the range of motion is done
/// @param impulseKgmps integral of the lifter's upward force over time, kg·m/s (N·s)
public record Energy(@Nullable Double meanPowerW, @Nullable Double peakPowerW, @Nullable Double workJ,
    @Bounds(min = 0) @Nullable Double peakForceN, @Nullable Double impulseKgmps) {
  public Energy {
    Check.finite("mean_power_w", meanPowerW);
    Check.finite("peak_power_w", peakPowerW);
    Check.finite("work_j", workJ);
    Check.notNegative("peak_force_n", peakForceN);
    Check.finite("impulse_kgmps", impulseKgmps);
  }
}
