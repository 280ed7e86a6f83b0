package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far a week's top working load may be from that of the weeks before. The allowance is one week's, however many weeks went by.
///
/// @param reference the heaviest working set of the weeks before
/// @param nearMax   whether it is near-maximal work
/// @param leastPct  usual least step
/// @param mostPct   most
/// @param anew      whether the lift was not trained in those weeks: the reference is then of the last week that has it
record Progress(Work reference, double referenceKg, boolean nearMax, double leastPct, double mostPct, boolean anew) {
  /// Rounding of what people type, so that exactly the limit is not above it.
  private static final double ROUNDING_KG = 1e-6;

  /// Of a lift in a week, empty where nothing is known from before it.
  ///
  /// @param week its Monday
  static Optional<Progress> of(View view, Exercise exercise, LocalDate week) {
    List<Work> before = view.work().filter(work -> work.exercise() == exercise && work.working() && work.reps() > 0
        && work.loadKg() != null && work.loadKg() > 0 && view.day(work.startedAt()).isBefore(week)).toList();
    if (before.isEmpty()) {
      return Optional.empty();
    }
    LocalDate oldest = week.minusWeeks(Math.round(view.get(RuleNumber.PROGRESSION_LOOK_BACK_WEEKS)));
    List<Work> recent = before.stream().filter(work -> !view.day(work.startedAt()).isBefore(oldest)).toList();
    LocalDate last = View.week(view.day(before.getLast().startedAt()));
    Work reference = (recent.isEmpty()
        ? before.stream().filter(work -> !view.day(work.startedAt()).isBefore(last)).toList()
        : recent).stream().max(Comparator.comparingDouble(Progress::kg)).orElseThrow();
    boolean nearMax = view.share(reference)
        .map(share -> share * 100 >= view.get(RuleNumber.PROGRESSION_NEAR_MAX_FROM_PCT)).orElse(false);
    return Optional.of(new Progress(reference, kg(reference), nearMax,
        view.get(nearMax ? RuleNumber.PROGRESSION_NEAR_MAX_LEAST_PCT : RuleNumber.PROGRESSION_GENERAL_LEAST_PCT),
        view.get(nearMax ? RuleNumber.PROGRESSION_NEAR_MAX_PCT : RuleNumber.PROGRESSION_GENERAL_PCT),
        recent.isEmpty()));
  }

  private static double kg(Work work) {
    Double loadKg = work.loadKg();
    return loadKg == null ? 0 : loadKg;
  }

  double limitKg() {
    return referenceKg * (1 + mostPct / 100);
  }

  boolean isBeyond(double loadKg) {
    return loadKg > limitKg() + ROUNDING_KG;
  }
}
