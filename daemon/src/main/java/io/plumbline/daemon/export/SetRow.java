package io.plumbline.daemon.export;

import io.plumbline.contract.payload.Energy;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Landing;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Lockout;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Path;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.contract.payload.Symmetry;
import io.plumbline.contract.payload.Velocity;
import io.plumbline.contract.payload.WallTime;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.TrainedSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of `sets.csv`, after corrections.
///
/// @param liftedReps  that count and came to the top
/// @param failedReps  that count and did not
/// @param removedReps that a person took out
record SetRow(String barId, String journalId, int setNumber, Instant startedAt, Instant endedAt,
    boolean clockSynchronised, Exercise exercise, @Nullable Double loadKg, TrainedSet.LoadSource loadSource,
    int liftedReps, int failedReps, int removedReps, @Nullable Double bestMeanConcentricMps,
    @Nullable Double tonnageKg, boolean closed, boolean endedForTechnique, @Nullable Integer techniqueLimitRep,
    List<Finding> findings, SetNotes notes) {
  static SetRow of(TrainedSet set) {
    SetKey key = set.key();
    return new SetRow(key.barId(), key.journalId(), key.setNumber(), set.startedAt(), set.endedAt(),
        set.clockSynchronised(), set.exercise(), set.loadKg(), set.loadSource(), set.liftedReps().size(),
        set.failedReps().size(), (int) set.reps().stream().filter(rep -> !rep.counted()).count(),
        set.bestMeanConcentricMps().isPresent() ? set.bestMeanConcentricMps().getAsDouble() : null,
        set.tonnageKg().isPresent() ? set.tonnageKg().getAsDouble() : null, set.closed(), set.endedForTechnique(),
        set.techniqueLimitRep(), set.findings(), set.notes());
  }

  /// A line of `reps.csv` and `reps.parquet`: every measure of a rep as the bar told it, with what is known of it after corrections in front.
  ///
  /// @param exercise  after corrections, as are the load and whether it counts
  /// @param traceFile where its curves are in the zip, null where they are not
  record Rep(String barId, String journalId, int setNumber, int repNumber, long sequence, Instant setStartedAt,
      boolean clockSynchronised, Exercise exercise, @Nullable Double loadKg, boolean counted,
      @Nullable String traceFile, Told told) {}

  /// What the bar told of a rep, in the words of the contract's `rep` without its key.
  record Told(@Nullable WallTime wallTime, long startTimeNs, @Nullable String athlete, Exercise exercise,
      RepSummary.Outcome outcome, Velocity velocity, Motion motion, Path path, Load load, @Nullable Energy energy,
      @Nullable Slack slack, @Nullable Symmetry symmetry, @Nullable Landing landing, @Nullable Lockout lockout,
      List<QualityFlag> quality, List<Finding> findings, @Nullable List<Finding> positives,
      @Nullable Exercise suggestedExercise) {}
}
