package io.plumbline.bar.state;

import io.plumbline.contract.payload.Exercise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody has set from afar, and the next run has to know.
///
/// @param athlete     null where nobody said
/// @param exercise    null where nobody said
/// @param plannedReps null where nobody said
/// @param facing      +1 or −1, 0 where nobody said
/// @param limits      when STOP is told, null where nobody said
/// @param restarts    correlation ids of the latest restarts, and of calibrations that ended with one
public record KeptSession(@Nullable String athlete, @Nullable Exercise exercise, @Nullable Integer plannedReps,
    int facing, @Nullable Limits limits, List<String> restarts) {
  /// Nobody has set anything.
  public static final KeptSession NONE = new KeptSession(null, null, null, 0, null, List.of());
  /// More are not asked for within a request's life.
  static final int MOST_RESTARTS = 8;

  /// When STOP is told; null for a limit that is off.
  public record Limits(@Nullable Double velocityLossMps, @Nullable Double forwardDriftM) {}

  public KeptSession {
    restarts = List.copyOf(restarts);
  }

  /// With what somebody says now; null and 0 leave what was said.
  public KeptSession with(@Nullable String newAthlete, @Nullable Exercise newExercise, @Nullable Integer planned,
      int newFacing) {
    return new KeptSession(newAthlete == null ? athlete : newAthlete, newExercise == null ? exercise : newExercise,
        planned == null ? plannedReps : planned, newFacing == 0 ? facing : newFacing, limits, restarts);
  }

  /// With these limits.
  public KeptSession with(@Nullable Double velocityLossMps, @Nullable Double forwardDriftM) {
    return new KeptSession(athlete, exercise, plannedReps, facing, new Limits(velocityLossMps, forwardDriftM),
        restarts);
  }

  /// With one more restart.
  public KeptSession restartedBy(String correlationId) {
    List<String> all = new ArrayList<>(restarts);
    all.add(correlationId);
    return new KeptSession(athlete, exercise, plannedReps, facing, limits,
        all.subList(Math.max(0, all.size() - MOST_RESTARTS), all.size()));
  }

  /// Without a facing: something else knows it better.
  public KeptSession withoutFacing() {
    return new KeptSession(athlete, exercise, plannedReps, 0, limits, restarts);
  }

  /// What only says whether a restart is a repeated one.
  KeptSession onlyRestarts() {
    return new KeptSession(null, null, null, 0, null, restarts);
  }

  /// Whether it says who lifts what, or when STOP is told.
  public boolean saysAnything() {
    return !equals(onlyRestarts());
  }
}
