package io.plumbline.bar.summary;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.technique.Limits;
import org.jspecify.annotations.Nullable;

/// What somebody wants STOP to be told at, instead of what is usual for the lift.
///
/// @param velocityLossMps loss of mean velocity from the set's best rep, null for none
/// @param forwardDriftM   forward travel from the plumb line, null for none
public record StopLimits(@Nullable Double velocityLossMps, @Nullable Double forwardDriftM) {
  /// Whether the path of a lift is compared with the plumb line.
  public static boolean hasPlumbLine(Exercise exercise) {
    return !Double.isNaN(TechniqueMapper.limits(exercise).stopDriftM());
  }

  Limits over(Limits usual) {
    return usual.stoppingAt(velocityLossMps == null ? Double.NaN : velocityLossMps,
        forwardDriftM == null ? Double.NaN : forwardDriftM);
  }
}
