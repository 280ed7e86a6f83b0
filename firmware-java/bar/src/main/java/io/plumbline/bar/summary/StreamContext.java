package io.plumbline.bar.summary;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.technique.Baseline;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a stream of samples before its first one.
///
/// @param barId     which bar
/// @param journalId which journal its summaries belong to
/// @param mode      where the samples come from
/// @param channels  what is measured
/// @param athlete   who lifts, null where not known
/// @param setPause  a set is closed where no rep begins for so long, in the time of the samples
/// @param baseline  what is usual for the athlete in this exercise, null where nothing is known; never changed by whoever reads it
/// @param calibrationIds calibrations in force
/// @param plannedReps reps that a set shall have, null where nobody said
/// @param stopLimits  what STOP is told at, null for what is usual
public record StreamContext(String barId, String journalId, Info.Mode mode, BarSetup setup, Set<Channel> channels,
    Exercise exercise, @Nullable String athlete, Duration setPause, @Nullable Baseline baseline,
    List<String> calibrationIds, @Nullable Integer plannedReps, @Nullable StopLimits stopLimits) {
  /// Longer than the rests inside a cluster set (10 to 30 s), shorter than those between sets (90 s and more).
  public static final Duration DEFAULT_SET_PAUSE = Duration.ofSeconds(60);

  /// Without a plan, and with what is usual.
  public StreamContext(String barId, String journalId, Info.Mode mode, BarSetup setup, Set<Channel> channels,
      Exercise exercise, @Nullable String athlete, Duration setPause, @Nullable Baseline baseline,
      List<String> calibrationIds) {
    this(barId, journalId, mode, setup, channels, exercise, athlete, setPause, baseline, calibrationIds, null, null);
  }

  /// Of an athlete of whom nothing is known.
  public StreamContext(String barId, String journalId, Info.Mode mode, BarSetup setup, Set<Channel> channels,
      Exercise exercise, @Nullable String athlete, Duration setPause) {
    this(barId, journalId, mode, setup, channels, exercise, athlete, setPause, null, List.of());
  }

  /// Of another lift.
  ///
  /// @param facing   as in [BarSetup]
  /// @param usual    what is usual for the athlete in the exercise, null where nothing is known
  public StreamContext with(@Nullable String newAthlete, Exercise newExercise, @Nullable Integer planned, int facing,
      @Nullable Baseline usual) {
    BarSetup turned = new BarSetup(setup.mounts(), setup.levers(), facing, setup.enteredLoadKg(), setup.barKg(),
        setup.outboardKg(), setup.gravityMps2(), setup.cellGainSd());
    return new StreamContext(barId, journalId, mode, turned, channels, newExercise, newAthlete, setPause, usual,
        calibrationIds, planned, stopLimits);
  }

  /// With these limits, null for what is usual.
  public StreamContext with(@Nullable StopLimits limits) {
    return new StreamContext(barId, journalId, mode, setup, channels, exercise, athlete, setPause, baseline,
        calibrationIds, plannedReps, limits);
  }

  /// Whether the reps of both belong together: the same athlete does the same.
  boolean isSameLift(StreamContext other) {
    return exercise == other.exercise && Objects.equals(athlete, other.athlete)
        && setup.facing() == other.setup.facing();
  }

  public StreamContext {
    channels = Set.copyOf(channels);
    calibrationIds = List.copyOf(calibrationIds);
    if (setPause.isNegative() || setPause.isZero()) {
      throw new IllegalArgumentException("the set pause must be longer than 0, but is " + setPause);
    }
  }
}
