package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Change;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One set after everything that people corrected. What a bar measured is taken as it is, however unlikely.
///
/// @param athleteId          whose set it is, null where nobody is known
/// @param startedAt          begin of the first rep; where the bar's clock was not synchronised and nobody told the time, when the daemon received it, which
///                           is never before it was lifted but may be days after
/// @param endedAt            begin of the last rep plus its way up
/// @param clockSynchronised  whether `startedAt` is when it was lifted
/// @param loadKg             bar and plates, null where not known
/// @param loadSource         where the load comes from
/// @param reps               all attempts in order, also those that were removed
/// @param closed             whether the bar has closed it: an open set may get more reps
/// @param endedForTechnique  whether it ended at the athlete's technical limit, so that missing reps are no failure
/// @param techniqueLimitRep  rep at which STOP was told, null where it was not
/// @param changes            how measures changed over the set, by the bar's own reckoning, before corrections
/// @param findings           rules of technique that the set as a whole touched
public record TrainedSet(SetKey key, @Nullable String athleteId, Exercise exercise, Instant startedAt, Instant endedAt,
    boolean clockSynchronised, @Nullable Double loadKg, LoadSource loadSource, List<TrainedRep> reps, boolean closed,
    boolean endedForTechnique, @Nullable Integer techniqueLimitRep, List<Change> changes, List<Finding> findings,
    SetNotes notes) {
  /// By time; where two begin at once, as those that a cable brought without a clock, by bar, journal and number.
  public static final Comparator<TrainedSet> BY_TIME = Comparator.comparing(TrainedSet::startedAt)
      .thenComparing(TrainedSet::key);

  /// Where a load comes from.
  public enum LoadSource {
    UNKNOWN,
    /// Told to the bar before the set.
    ENTERED,
    /// Measured by the bar.
    WEIGHED,
    /// Told to the daemon after the set, whatever the bar said.
    CORRECTED
  }

  public TrainedSet {
    Check.order("started_at", startedAt, "ended_at", !endedAt.isBefore(startedAt));
    reps = List.copyOf(reps);
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
  }

  /// The reps that count and were lifted.
  public List<TrainedRep> liftedReps() {
    return reps.stream().filter(TrainedRep::isLifted).toList();
  }

  /// Counted attempts that did not come to the top.
  public List<TrainedRep> failedReps() {
    return reps.stream().filter(rep -> rep.counted() && !rep.isLifted()).toList();
  }

  /// Load times lifted reps; empty where the load is not known.
  public OptionalDouble tonnageKg() {
    return loadKg == null ? OptionalDouble.empty() : OptionalDouble.of(loadKg * liftedReps().size());
  }

  /// Mean concentric velocity of the fastest lifted rep.
  public OptionalDouble bestMeanConcentricMps() {
    return liftedReps().stream().mapToDouble(TrainedRep::meanConcentricMps).max();
  }
}
