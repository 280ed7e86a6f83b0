package io.plumbline.contract.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The curves of one rep: columns of equal length, at most [#MAX_POINTS] points. A channel that was not measured is null.
///
/// @param rep           the rep they belong to
/// @param timeS         time since the start of the concentric phase, negative before it, increasing
/// @param heightM       height above the start of the concentric phase
/// @param velocityMps   vertical velocity, up positive
/// @param velocitySdMps standard deviation (1 sigma) of the velocity
/// @param forwardM      forward travel from the plumb line, sign as in [Path]
/// @param forceLeftN    magnitude of the force on the left side
/// @param forceRightN   magnitude of the force on the right side
public record Trace(RecordKey rep, @Bounds(entries = Trace.MAX_POINTS) List<Double> timeS,
    @Bounds(entries = Trace.MAX_POINTS) List<Double> heightM,
    @Bounds(entries = Trace.MAX_POINTS) List<Double> velocityMps,
    @Bounds(min = 0, entries = Trace.MAX_POINTS) List<Double> velocitySdMps,
    @Bounds(entries = Trace.MAX_POINTS) @Nullable List<Double> forwardM,
    @Bounds(entries = Trace.MAX_POINTS) @Nullable List<Double> forceLeftN,
    @Bounds(entries = Trace.MAX_POINTS) @Nullable List<Double> forceRightN) implements Payload {
  /// Longest channel.
  public static final int MAX_POINTS = 200;

  public Trace {
    Check.present("rep", rep);
    timeS = channel("time_s", timeS, Check.present("time_s", timeS).size());
    int points = timeS.size();
    for (int i = 1; i < points; i++) {
      if (!(timeS.get(i) > timeS.get(i - 1))) {
        throw new IllegalArgumentException("time_s must be increasing, but is not at entry " + i);
      }
    }
    heightM = channel("height_m", heightM, points);
    velocityMps = channel("velocity_mps", velocityMps, points);
    velocitySdMps = channel("velocity_sd_mps", velocitySdMps, points);
    for (Double sd : velocitySdMps) {
      Check.notNegative("velocity_sd_mps", sd);
    }
    forwardM = forwardM == null ? null : channel("forward_m", forwardM, points);
    forceLeftN = forceLeftN == null ? null : channel("force_left_n", forceLeftN, points);
    forceRightN = forceRightN == null ? null : channel("force_right_n", forceRightN, points);
  }

  private static List<Double> channel(String name, @Nullable List<Double> values, int points) {
    List<Double> copy = Check.list(name, values, MAX_POINTS);
    if (copy.size() != points) {
      throw new IllegalArgumentException(name + " holds " + copy.size() + " points, time_s holds " + points);
    }
    for (Double value : copy) {
      Check.finite(name, value);
    }
    return copy;
  }
}
