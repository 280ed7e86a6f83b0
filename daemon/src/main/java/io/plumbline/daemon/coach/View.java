package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.CheckIn;
import io.plumbline.daemon.domain.training.LogEntry;
import io.plumbline.daemon.domain.training.PlannedSession;
import io.plumbline.daemon.domain.training.Progression;
import io.plumbline.daemon.domain.training.Session;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingHistory;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A history as it is known on an instant, in the shape that rules ask for: nothing from after it, sets with what still counts of them, days and weeks of the
/// athlete's zone. Immutable.
final class View {
  private static final int YEAR_DAYS = 365;

  final TrainingHistory history;
  final Instant now;
  final Settings settings;
  final Phrases phrases;
  final LocalDate today;
  /// First one first.
  final List<Bout> bouts;
  /// By lift, of those that bars measured.
  final Map<Exercise, Profile> profiles;
  private final Map<Exercise, Double> maximaKg = new EnumMap<>(Exercise.class);

  View(TrainingHistory all, Instant now, Settings settings) {
    this(all, now, settings, Phrases.ENGLISH);
  }

  View(TrainingHistory all, Instant now, Settings settings, Phrases phrases) {
    this.phrases = phrases;
    this.history = known(all, now);
    this.now = now;
    this.settings = settings;
    this.today = day(now);
    this.bouts = history.sessions(Session.USUAL_PAUSE).stream().map(this::bout).toList();
    Map<Exercise, Profile> lines = new EnumMap<>(Exercise.class);
    history.sets().stream().map(TrainedSet::exercise).filter(exercise -> exercise != Exercise.UNKNOWN).distinct()
        .forEach(exercise -> lines.put(exercise, Profiles.of(exercise, history, now, settings, phrases)));
    this.profiles = Map.copyOf(lines);
    for (Exercise exercise : Exercise.values()) {
      knownMaxKg(exercise).ifPresent(max -> maximaKg.put(exercise, max));
    }
  }

  /// A clock that was set forward for a while tells sets of tomorrow: they wait until then.
  private static TrainingHistory known(TrainingHistory all, Instant now) {
    List<TrainedSet> sets = all.sets().stream().filter(set -> !set.startedAt().isAfter(now))
        .filter(set -> !set.liftedReps().isEmpty() || !set.failedReps().isEmpty()).toList();
    return new TrainingHistory(all.athlete(), all.from(), sets, past(all.unmeasuredLifts(), now),
        past(all.warmUps(), now), past(all.checkIns(), now), past(all.accessories(), now), past(all.maxTests(), now),
        past(all.marks(), now),
        all.progressions().stream().filter(one -> !one.startedAt().isAfter(now)).toList(), all.plan(),
        all.ruleOverrides());
  }

  private static <T extends LogEntry> List<T> past(List<T> entries, Instant now) {
    return entries.stream().filter(entry -> !entry.at().isAfter(now)).toList();
  }

  private Bout bout(Session session) {
    LocalDate day = day(session.startedAt());
    Map<Exercise, Double> heaviest = new EnumMap<>(Exercise.class);
    history.plan().sessions().stream().filter(plan -> plan.on().equals(day)).flatMap(plan -> plan.work().stream())
        .forEach(work -> raise(heaviest, work.exercise(), work.loadKg()));
    session.sets().forEach(set -> raise(heaviest, set.exercise(), set.loadKg()));
    List<Work> work = new ArrayList<>();
    session.sets().forEach(set -> work.add(Work.of(set, isWorking(set, heaviest.get(set.exercise())))));
    session.lifts().stream().map((UnmeasuredLift lift) -> Work.of(lift)).forEach(work::add);
    work.sort((a, b) -> a.startedAt().compareTo(b.startedAt()));
    return new Bout(session, List.copyOf(work), day);
  }

  private static void raise(Map<Exercise, Double> heaviest, Exercise exercise, @Nullable Double loadKg) {
    if (loadKg != null) {
      heaviest.merge(exercise, loadKg, Math::max);
    }
  }

  private boolean isWorking(TrainedSet set, @Nullable Double heaviestKg) {
    if (set.notes().role() != null) {
      return set.notes().role() == SetNotes.Role.WORKING;
    }
    Double loadKg = set.loadKg();
    return loadKg == null || heaviestKg == null
        || loadKg >= heaviestKg * settings.get(RuleNumber.WORKING_SET_PCT) / 100;
  }

  double get(RuleNumber number) {
    return settings.get(number);
  }

  /// A text in the reader's language.
  String say(String key, Object... values) {
    return phrases.say(key, values);
  }

  /// Where the athlete is.
  LocalDate day(Instant at) {
    return at.atZone(history.athlete().zone()).toLocalDate();
  }

  /// The Monday of a day's week.
  static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /// Above an age; false where no birth year is told.
  boolean isOlderThan(RuleNumber ageY) {
    return history.athlete().ageYears(today).map(age -> age > get(ageY)).orElse(false);
  }

  /// Whole days since, by the athlete's calendar.
  long daysSince(Instant at) {
    return today.toEpochDay() - day(at).toEpochDay();
  }

  /// All work, by time.
  Stream<Work> work() {
    return bouts.stream().flatMap(bout -> bout.work().stream());
  }

  /// The athlete's max of a lift: the largest of what a test, the athlete and the load–velocity line say within a year, and never less than what was lifted since.
  /// Empty where none of the three says anything.
  Optional<Double> maxKg(Exercise exercise) {
    return Optional.ofNullable(maximaKg.get(exercise));
  }

  private Optional<Double> knownMaxKg(Exercise exercise) {
    Stream<Double> tested = history.maxTests().stream()
        .filter(test -> test.exercise() == exercise && daysSince(test.at()) <= YEAR_DAYS).map(test -> test.loadKg());
    Stream<Double> entered = history.athlete().oneRepMax(exercise)
        .filter(max -> today.toEpochDay() - max.enteredOn().toEpochDay() <= YEAR_DAYS).map(max -> max.loadKg())
        .stream();
    Profile profile = profiles.get(exercise);
    Stream<Double> estimated = Stream.ofNullable(profile == null ? null : profile.estimate())
        .map(Profile.Estimate::maxKg);
    return Stream.of(tested, entered, estimated).flatMap(one -> one).max(Double::compare)
        .map(max -> Math.max(max, Bout.heaviestKg(work()
            .filter(one -> one.exercise() == exercise && one.reps() > 0 && daysSince(one.startedAt()) <= YEAR_DAYS)
            .toList())));
  }

  /// Load as a share of the max, empty where either is not known.
  Optional<Double> share(Work work) {
    Double loadKg = work.loadKg();
    return loadKg == null ? Optional.empty() : maxKg(work.exercise()).filter(max -> max > 0).map(max -> loadKg / max);
  }

  /// Whether a session loads the lower back enough to ask for rest. What cannot be judged counts as heavy.
  boolean isHeavy(Bout bout) {
    return bout.backWork().stream().anyMatch(this::isHeavy);
  }

  /// The same of one piece of work.
  boolean isHeavy(Work work) {
    return share(work).map(share -> share * 100 > get(RuleNumber.HEAVY_SESSION_PCT)).orElse(true);
  }

  /// Sessions that are heavy for the lower back.
  List<Bout> heavyBouts() {
    return bouts.stream().filter(this::isHeavy).toList();
  }

  /// The way back that is under way for a lift, the latest begun one.
  Optional<Progression> openProgression(Exercise exercise) {
    return history.progressions().stream().filter(one -> one.isOpen() && one.exercise() == exercise)
        .reduce((first, second) -> second);
  }

  /// The latest check-in that still speaks for today.
  Optional<CheckIn> freshCheckIn() {
    Instant oldest = now.minus(Duration.ofDays(Math.round(get(RuleNumber.CHECK_IN_FRESH_DAYS))));
    return history.checkIns().reversed().stream().findFirst().filter(one -> !one.at().isBefore(oldest));
  }

  /// What is planned next, today included; a session of today that is over is not.
  Optional<PlannedSession> nextPlanned() {
    boolean doneToday = !bouts.isEmpty() && bouts.getLast().day().equals(today) && !bouts.getLast().openAt(now);
    return history.plan().next(doneToday ? today.plusDays(1) : today);
  }

  /// Lifts of which the athlete wants to know the next load: those planned next, else those of the last weeks, latest first, else the latest ever.
  List<Exercise> nextLifts() {
    List<Exercise> planned = nextPlanned().stream().flatMap(plan -> plan.work().stream()).map(work -> work.exercise())
        .distinct().toList();
    if (!planned.isEmpty()) {
      return planned;
    }
    List<Exercise> lifted = bouts.reversed().stream().flatMap(bout -> bout.work().stream())
        .filter(one -> daysSince(one.startedAt()) <= 7 * get(RuleNumber.PROGRESSION_LOOK_BACK_WEEKS))
        .map(Work::exercise).filter(one -> one != Exercise.UNKNOWN).distinct().toList();
    return !lifted.isEmpty()
        ? lifted
        : bouts.reversed().stream().flatMap(bout -> bout.work().reversed().stream()).map(Work::exercise)
            .filter(one -> one != Exercise.UNKNOWN).limit(1).toList();
  }
}
