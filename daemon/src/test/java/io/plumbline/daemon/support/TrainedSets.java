package io.plumbline.daemon.support;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Sets as a coach sees them.
public final class TrainedSets {
  private TrainedSets() {}

  /// A closed set of completed reps, 4 s apart, by a bar whose clock was right.
  public static TrainedSet set(int setNumber, Exercise exercise, Instant startedAt, double loadKg, int reps,
      double meanMps) {
    List<TrainedRep> all = IntStream.rangeClosed(1, reps).mapToObj(number -> rep(number, meanMps)).toList();
    return new TrainedSet(new SetKey(Summaries.BAR, Summaries.JOURNAL, setNumber), "ada", exercise, startedAt,
        startedAt.plusSeconds(4L * (reps - 1) + 1), true, loadKg, TrainedSet.LoadSource.WEIGHED, all, true, false, null,
        List.of(), List.of(), SetNotes.NONE);
  }

  /// A completed rep that touched no rule.
  public static TrainedRep rep(int number, double meanMps) {
    return new TrainedRep(number, number, true, RepSummary.Outcome.COMPLETED, meanMps, 0.006, meanMps * 1.6, 0.55,
        0.004, 0.02, 0.004, true, 0.7, Slack.Grade.TAUT, 0.5, 0.8, 0.4, false, List.of(), List.of());
  }
}
