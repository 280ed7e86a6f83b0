package io.plumbline.daemon.domain.training;

import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is stored of one set, before corrections.
///
/// @param reps         at least one
/// @param summary      null while the set is open
/// @param receivedAt   when its first rep was stored
/// @param ownerByName  the athlete to whom the name at the bar belongs, null where there is no name
public record SetReading(SetKey key, List<RepSummary> reps, @Nullable SetSummary summary, Instant receivedAt,
    @Nullable String ownerByName) {
  /// Longer than any set: beyond it, two times of a bar's clock are not of one power-on.
  private static final Duration LONGEST = Duration.ofHours(6);

  public SetReading {
    reps = reps.stream().sorted(
        Comparator.comparingInt(RepSummary::repNumber).thenComparingLong(rep -> rep.key().sequence())).toList();
    if (reps.isEmpty()) {
      throw new IllegalArgumentException("a set has at least one rep");
    }
  }

  /// The set as a coach sees it.
  public TrainedSet corrected(SetCorrection correction) {
    Instant measuredAt = measuredStart();
    Instant told = correction.startedAt();
    Instant startedAt = told != null ? told : measuredAt != null ? measuredAt : receivedAt;
    SetCorrection.Owner owner = correction.owner();
    Load load = weighed(correction).load();
    Double loadKg = correction.loadKg() != null ? correction.loadKg() : load.totalKg();
    boolean technique = summary != null
        && (summary.endReason() == SetSummary.EndReason.TECHNIQUE || summary.techniqueLimitRep() != null);
    return new TrainedSet(key, owner != null ? owner.athleteId() : ownerByName,
        correction.exercise() != null ? correction.exercise() : reps.getFirst().exercise(), startedAt,
        startedAt.plus(duration()), told != null || measuredAt != null, loadKg,
        source(load, correction.loadKg() != null),
        reps.stream().map(rep -> TrainedRep.of(rep, !correction.removedReps().contains(rep.key().sequence()))).toList(),
        summary != null, technique, summary == null ? null : summary.techniqueLimitRep(),
        summary == null || summary.changes() == null ? List.of() : summary.changes(),
        summary == null ? List.of() : summary.findings(), correction.notes());
  }

  /// The last rep that counts: what a rep that was none weighs is no load.
  private RepSummary weighed(SetCorrection correction) {
    return reps.reversed().stream().filter(rep -> !correction.removedReps().contains(rep.key().sequence())).findFirst()
        .orElse(reps.getLast());
  }

  /// When the first rep began, from the first rep at which the bar's clock was right.
  private @Nullable Instant measuredStart() {
    for (RepSummary rep : reps) {
      WallTime wallTime = rep.wallTime();
      Duration after = sinceStart(rep);
      if (wallTime != null && wallTime.synchronised() && after != null) {
        return Instant.ofEpochMilli(wallTime.epochMs()).minus(after);
      }
    }
    return null;
  }

  /// From the begin of the first rep to that of this one, null where the bar was switched off between.
  private @Nullable Duration sinceStart(RepSummary rep) {
    Duration after = Duration.ofNanos(rep.startTimeNs()).minus(Duration.ofNanos(reps.getFirst().startTimeNs()));
    return after.isNegative() || after.compareTo(LONGEST) > 0 ? null : after;
  }

  private Duration duration() {
    RepSummary last = reps.getLast();
    Duration toLast = sinceStart(last);
    double wayUpS = Math.min(last.motion().concentricS(), (double) LONGEST.toSeconds());
    return (toLast == null ? Duration.ZERO : toLast).plusMillis(Math.round(wayUpS * 1e3));
  }

  private static TrainedSet.LoadSource source(Load load, boolean corrected) {
    if (corrected) {
      return TrainedSet.LoadSource.CORRECTED;
    }
    return switch (load.source()) {
      case UNKNOWN -> TrainedSet.LoadSource.UNKNOWN;
      case ENTERED -> TrainedSet.LoadSource.ENTERED;
      case WEIGHED -> TrainedSet.LoadSource.WEIGHED;
    };
  }
}
