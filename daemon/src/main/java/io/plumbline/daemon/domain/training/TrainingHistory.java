package io.plumbline.daemon.domain.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that a coach needs of one athlete. Each list is in the order of time.
///
/// @param from          what was before is left out, except progressions and plan; null where all of it is here
/// @param sets          of this athlete only
/// @param ruleOverrides numbers of the coach's rules that were changed for this athlete, by the id that the coach's engine gives them; the engine judges ids and
///                      values, and leaves aside what it does not know
public record TrainingHistory(Athlete athlete, @Nullable Instant from, List<TrainedSet> sets,
    List<UnmeasuredLift> unmeasuredLifts, List<GeneralWarmUp> warmUps, List<CheckIn> checkIns,
    List<AccessoryEntry> accessories, List<MaxTest> maxTests, List<Mark> marks, List<Progression> progressions,
    Plan plan, Map<String, Double> ruleOverrides) {
  public TrainingHistory {
    sets = sets.stream().sorted(TrainedSet.BY_TIME).toList();
    unmeasuredLifts = byTime(unmeasuredLifts);
    warmUps = byTime(warmUps);
    checkIns = byTime(checkIns);
    accessories = byTime(accessories);
    maxTests = byTime(maxTests);
    marks = byTime(marks);
    progressions = progressions.stream().sorted(Comparator.comparing(Progression::startedAt)).toList();
    ruleOverrides = Map.copyOf(ruleOverrides);
  }

  private static <T extends LogEntry> List<T> byTime(List<T> entries) {
    return entries.stream().sorted(Comparator.<T, Instant>comparing(LogEntry::at).thenComparing(LogEntry::id))
        .toList();
  }

  /// A history out of entries of every kind.
  public static TrainingHistory of(Athlete athlete, @Nullable Instant from, List<TrainedSet> sets,
      List<? extends LogEntry> entries, List<Progression> progressions, Plan plan, Map<String, Double> ruleOverrides) {
    return new TrainingHistory(athlete, from, sets, only(entries, UnmeasuredLift.class),
        only(entries, GeneralWarmUp.class), only(entries, CheckIn.class), only(entries, AccessoryEntry.class),
        only(entries, MaxTest.class), only(entries, Mark.class), progressions, plan, ruleOverrides);
  }

  private static <T> List<T> only(List<? extends LogEntry> entries, Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The sessions, first one first.
  ///
  /// @param pause what is further apart belongs to two sessions
  public List<Session> sessions(Duration pause) {
    return Session.group(sets, unmeasuredLifts, warmUps, pause);
  }
}
