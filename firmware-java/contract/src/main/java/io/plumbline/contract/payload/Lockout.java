package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// How the bar was held at the top. Each value is null where it is not known.
///
/// @param holdS     time between the end of the concentric phase and the begin of the way down
/// @param unrestMps root mean square of the velocity, all directions, in that time
/// @param leanBackM backward travel of the bar from the top until it goes down
public record Lockout(@Bounds(min = 0) @Nullable Double holdS, @Bounds(min = 0) @Nullable Double unrestMps,
    @Bounds(min = 0) @Nullable Double leanBackM) {
  public Lockout {
    Check.notNegative("hold_s", holdS);
    Check.notNegative("unrest_mps", unrestMps);
    Check.notNegative("lean_back_m", leanBackM);
  }
}
