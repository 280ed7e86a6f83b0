package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.CheckIn;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The last weeks of an athlete. Pure: the same history on the same instant comes to the same.
final class Weeks {
  private final TrainingHistory all;
  private final View view;
  private final Map<Exercise, FixedLoad> fixed;

  private Weeks(TrainingHistory all, Instant now, LocalDate first, Settings settings) {
    this.all = all;
    this.view = new View(all, now, settings);
    this.fixed = view.profiles.keySet().stream()
        .flatMap(
            exercise -> FixedLoad.of(view, exercise, points(exercise, first)).map(load -> Map.entry(exercise, load))
                .stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// So many weeks, the running one last.
  static List<TrainingWeek> of(TrainingHistory history, Instant now, int many) {
    Settings settings = Settings.judge(history.ruleOverrides()).settings();
    LocalDate running = View.week(now.atZone(history.athlete().zone()).toLocalDate());
    Weeks weeks = new Weeks(history, now, running.minusWeeks(many - 1L), settings);
    List<TrainingWeek> found = new ArrayList<>();
    for (int back = many - 1; back >= 0; back--) {
      found.add(weeks.week(running.minusWeeks(back)));
    }
    return List.copyOf(found);
  }

  private TrainingWeek week(LocalDate monday) {
    List<Work> work = view.work().filter(one -> isOf(monday, one.startedAt())).toList();
    List<TrainedSet> sets = work.stream().map(Work::measured).filter(Objects::nonNull).toList();
    Technique technique = new Technique(sets.stream().flatMap(set -> set.liftedReps().stream()).toList());
    Technique.Mean drift = technique.driftM();
    List<CheckIn> told = view.history.checkIns().stream().filter(one -> isOf(monday, one.at())).toList();
    return new TrainingWeek(monday,
        (int) view.bouts.stream().filter(bout -> isOf(monday, bout.startedAt()) && !bout.work().isEmpty()).count(),
        sets.size(), technique.reps().size(), work.stream().mapToDouble(Weeks::tonnageKg).sum(),
        BackVolume.week(view, monday).lumbarKg(), lifts(monday, work), technique.findingsPct(),
        technique.findings(), drift == null ? null : (Double) drift.value(),
        drift == null ? null : (Double) drift.standardError(), drift == null ? 0 : drift.count(), technique.slack(),
        technique.leftShare(), told.stream().map(CheckIn::soreness).max(Comparator.naturalOrder()).orElse(null),
        Stream.concat(told.stream().map(CheckIn::rpe), work.stream().map(one -> one.notes().rpe()))
            .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null));
  }

  private List<TrainingWeek.Lift> lifts(LocalDate monday, List<Work> work) {
    Map<Exercise, List<Work>> byLift = work.stream().filter(one -> one.exercise() != Exercise.UNKNOWN)
        .collect(Collectors.groupingBy(Work::exercise));
    if (byLift.isEmpty()) {
      return List.of();
    }
    Instant end = monday.plusWeeks(1).atStartOfDay(all.athlete().zone()).toInstant();
    View then = end.isAfter(view.now) ? view : new View(all, end, view.settings);
    Function<Exercise, Profile.@Nullable Estimate> max = exercise -> Optional.ofNullable(then.profiles.get(exercise))
        .map(Profile::estimate).orElse(null);
    return byLift.entrySet().stream().map(one -> lift(monday, one.getKey(), one.getValue(), max.apply(one.getKey())))
        .sorted(Comparator.comparingInt(TrainingWeek.Lift::sets).reversed()
            .thenComparing(TrainingWeek.Lift::exercise))
        .toList();
  }

  private TrainingWeek.Lift lift(LocalDate monday, Exercise exercise, List<Work> work,
      Profile.@Nullable Estimate max) {
    Optional<TrainedSet> top = work.stream().map(Work::measured).filter(Objects::nonNull)
        .filter(set -> set.loadKg() != null && !set.liftedReps().isEmpty())
        .max(Comparator.comparingDouble(set -> Objects.requireNonNull(set.loadKg())));
    FixedLoad load = fixed.get(exercise);
    List<Profile.Point> points = load == null
        ? List.of()
        : points(exercise, monday).stream()
            .filter(point -> work.stream().anyMatch(one -> one.basis().equals(point.basis()))).toList();
    return new TrainingWeek.Lift(exercise, work.stream().mapToInt(Work::sets).sum(),
        work.stream().mapToInt(Work::reps).sum(), work.stream().mapToDouble(Weeks::tonnageKg).sum(),
        top.map(TrainedSet::loadKg).orElse(null), top.map(set -> set.liftedReps().size()).orElse(0),
        load == null ? null : load.velocity(points), max);
  }

  /// The fastest rep of each set since a day, lightest first.
  private List<Profile.Point> points(Exercise exercise, LocalDate since) {
    return Profiles.points(exercise, view.history, since.atStartOfDay(all.athlete().zone()).toInstant());
  }

  private boolean isOf(LocalDate monday, Instant at) {
    return View.week(view.day(at)).equals(monday);
  }

  private static double tonnageKg(Work work) {
    return work.loadKg() == null ? 0 : work.loadKg() * work.reps();
  }

  /// Reps of the sets that began within a span.
  static List<TrainedRep> reps(View view, Instant from, Instant to) {
    return view.history.sets().stream().filter(set -> !set.startedAt().isBefore(from) && set.startedAt().isBefore(to))
        .flatMap(set -> set.liftedReps().stream()).toList();
  }
}
