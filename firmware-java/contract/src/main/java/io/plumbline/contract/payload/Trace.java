package io.plumbline.contract.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The curves of one rep: columns of equal length, at most [#MAX_POINTS] points. A channel that was not measured is null.
///
/// @param rep         the rep they belong to
/// @param timeS       time since the start of the concentric phase, increasing
/// @param heightM     height above the start of the concentric phase
/// @param velocityMps vertical velocity, up positive
/// @param forwardM    forward travel from the plumb line, sign as in [Path]
/// @param forceLeftN  force on the left side
/// @param forceRightN force on the right side
public record Trace(RecordKey rep, List<Double> timeS, List<Double> heightM, List<Double> velocityMps,
    List<Double> velocitySdMps,
    @Nullable List<Double> forwardM, @Nullable List<Double> forceLeftN,
    @Nullable List<Double> forceRightN) implements Payload {
  /// Longest channel.
  public static final int MAX_POINTS = 200;

  public Trace {
    Check.present("rep", rep);
    timeS = List.copyOf(Check.present("time_s", timeS));
    int points = timeS.size();
    if (points > MAX_POINTS) {
      throw new IllegalArgumentException("time_s holds " + points + " points, at most " + MAX_POINTS + " are allowed");
    }
    heightM = channel("height_m", heightM, points);
    velocityMps = channel("velocity_mps", velocityMps, points);
    velocitySdMps = channel("velocity_sd_mps", velocitySdMps, points);
    forwardM = forwardM == null ? null : channel("forward_m", forwardM, points);
    forceLeftN = forceLeftN == null ? null : channel("force_left_n", forceLeftN, points);
    forceRightN = forceRightN == null ? null : channel("force_right_n", forceRightN, points);
  }

  private static List<Double> channel(String name, @Nullable List<Double> values, int points) {
    List<Double> copy = List.copyOf(Check.present(name, values));
    if (copy.size() != points) {
      throw new IllegalArgumentException(name + " holds " + copy.size() + " points, time_s holds " + points);
    }
    for (Double value : copy) {
      Check.finite(name, value);
    }
    return copy;
  }
}
