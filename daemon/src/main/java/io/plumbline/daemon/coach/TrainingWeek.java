package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One week of an athlete's calendar in numbers. What was not measured is null. Standard deviations are 1 sigma.
///
/// @param from              its Monday
/// @param sets              measured ones
/// @param reps              that were lifted in them
/// @param tonnageKg         load times reps of all work, typed sets included, as far as the loads are known
/// @param lumbarKg          the same for lifts that load the lower back, times their lumbar factors, as in [BackVolume]
/// @param lifts             each lift that was done, most sets first
/// @param findingsPct reps of which the bar found something, per 100 lifted
/// @param findings          by rule, most reps first
/// @param driftM            mean of the reps' largest forward travel, where the side is known
/// @param driftSdM          standard error of that mean
/// @param driftReps         reps behind it
/// @param leftShare         mean share of the force that the left side bore
/// @param soreness          highest that was told
/// @param rpe               highest that was told, of sets and check-ins
public record TrainingWeek(LocalDate from, int sessions, int sets, int reps, double tonnageKg, double lumbarKg,
    List<Lift> lifts, @Nullable Double findingsPct, List<Found> findings, @Nullable Double driftM,
    @Nullable Double driftSdM, int driftReps, Grades slack, @Nullable Double leftShare, @Nullable Integer soreness,
    @Nullable Double rpe) {
  /// One lift of the week.
  ///
  /// @param topLoadKg   heaviest that was lifted in a measured set, null where no load is known
  /// @param topLoadReps lifted in the set with it
  /// @param velocity    at a load that is the same in all weeks
  /// @param max         as it could be estimated at the week's end
  public record Lift(Exercise exercise, int sets, int reps, double tonnageKg, @Nullable Double topLoadKg,
      int topLoadReps, @Nullable Velocity velocity, Profile.@Nullable Estimate max) {}

  /// Mean concentric velocity of the week at a fixed load.
  ///
  /// @param sets behind it
  public record Velocity(double loadKg, double mps, double sdMps, int sets) {}

  /// How often a rule of technique was touched.
  public record Found(String rule, int reps, double pct) {}

  /// How the slack was pulled, reps each.
  public record Grades(int taut, int hurried, int jerked) {}

  public TrainingWeek {
    lifts = List.copyOf(lifts);
    findings = List.copyOf(findings);
  }
}
