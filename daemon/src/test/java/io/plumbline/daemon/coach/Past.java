package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.CheckIn;
import io.plumbline.daemon.domain.training.LogEntry;
import io.plumbline.daemon.domain.training.Mark;
import io.plumbline.daemon.domain.training.Plan;
import io.plumbline.daemon.domain.training.PlannedSession;
import io.plumbline.daemon.domain.training.Progression;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingHistory;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import io.plumbline.daemon.support.TrainedSets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the history of an athlete, step by step.
final class Past {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Exercise CONVENTIONAL = Exercise.DEADLIFT_CONVENTIONAL;

  private final List<TrainedSet> sets = new ArrayList<>();
  private final List<LogEntry> entries = new ArrayList<>();
  private final List<Progression> progressions = new ArrayList<>();
  private final List<PlannedSession> planned = new ArrayList<>();
  private final Map<String, Double> overrides = new HashMap<>();
  private final List<Athlete.EnteredMax> maxima = new ArrayList<>();
  private @Nullable Integer birthYear;
  private ZoneId zone = BERLIN;
  private @Nullable Instant from;
  private int next = 1;

  /// A time as it is on the athlete's wall: `2026-11-23T18:00`.
  Instant at(String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  Past zone(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  Past born(int year) {
    birthYear = year;
    return this;
  }

  Past from(String local) {
    from = at(local);
    return this;
  }

  Past max(Exercise exercise, double loadKg) {
    maxima.add(new Athlete.EnteredMax(exercise, loadKg, LocalDate.of(2026, 6, 1)));
    return this;
  }

  Past override(String id, double value) {
    overrides.put(id, value);
    return this;
  }

  Past set(String local, Exercise exercise, double loadKg, int reps) {
    return set(at(local), exercise, loadKg, reps, 0.5);
  }

  Past set(Instant at, Exercise exercise, double loadKg, int reps, double meanMps) {
    sets.add(TrainedSets.set(next++, exercise, at, loadKg, reps, meanMps));
    return this;
  }

  /// The set with these reps.
  Past reps(String local, Exercise exercise, double loadKg, double... meanMps) {
    List<TrainedRep> reps = new ArrayList<>();
    for (double mps : meanMps) {
      reps.add(TrainedSets.rep(reps.size() + 1, mps));
    }
    set(local, exercise, loadKg, meanMps.length);
    return last(reps, true, last().loadKg(), null, SetNotes.NONE);
  }

  TrainedSet last() {
    return sets.getLast();
  }

  Past untimed() {
    return last(last().reps(), false, last().loadKg(), last().techniqueLimitRep(), last().notes());
  }

  Past unweighed() {
    return last(last().reps(), last().clockSynchronised(), null, last().techniqueLimitRep(), last().notes());
  }

  Past notes(SetNotes notes) {
    return last(last().reps(), last().clockSynchronised(), last().loadKg(), last().techniqueLimitRep(), notes);
  }

  Past belted(boolean belted) {
    return notes(new SetNotes(SetNotes.Role.WORKING, belted, null, null, null));
  }

  Past grip(SetNotes.Grip grip) {
    return notes(new SetNotes(null, null, grip, null, null));
  }

  Past stoppedAt(int rep) {
    return last(last().reps(), last().clockSynchronised(), last().loadKg(), rep, last().notes());
  }

  /// The last set after corrections.
  Past last(List<TrainedRep> reps, boolean clock, @Nullable Double loadKg, @Nullable Integer limitRep,
      SetNotes notes) {
    TrainedSet set = sets.removeLast();
    sets.add(new TrainedSet(set.key(), set.athleteId(), set.exercise(), set.startedAt(), set.endedAt(), clock, loadKg,
        set.loadSource(), reps, true, limitRep != null, limitRep, List.of(), List.of(), notes));
    return this;
  }

  Past typed(String local, Exercise exercise, @Nullable Double loadKg, int sets, int reps) {
    return told(new UnmeasuredLift("lift-" + next++, at(local), exercise,
        exercise == Exercise.UNKNOWN ? "sled" : null, sets, reps, loadKg, null, null));
  }

  Past sore(String local, int soreness) {
    return told(new CheckIn("check-" + next++, at(local), soreness, List.of(), null, null, null, false, false, null,
        null));
  }

  Past mark(String local, Mark.Kind kind) {
    return told(new Mark("mark-" + next++, at(local), kind, null));
  }

  Past told(LogEntry entry) {
    entries.add(entry);
    return this;
  }

  Past progression(Progression progression) {
    progressions.add(progression);
    return this;
  }

  Past plan(String day, Exercise exercise, @Nullable Double loadKg) {
    planned.add(new PlannedSession("plan-" + next++, LocalDate.parse(day),
        List.of(new PlannedSession.PlannedWork(exercise, SetNotes.Role.WORKING, 3, 5, loadKg, null)), null));
    return this;
  }

  TrainingHistory history() {
    Athlete athlete = new Athlete("ada", "Ada", birthYear, zone, null, maxima);
    return TrainingHistory.of(athlete, from, sets, entries, progressions, new Plan(planned), overrides);
  }

  CoachReport report(String local) {
    return Coach.report(history(), at(local));
  }

  /// What a rule found, the quiet ones included.
  List<CoachFinding> look(String rule, String local) {
    return look(rule, at(local));
  }

  List<CoachFinding> look(String rule, Instant now) {
    return Coach.explain(history(), now).stream()
        .flatMap(part -> Stream.concat(part.fired().stream(), part.quiet().stream()))
        .filter(looked -> looked.rule().equals(rule)).flatMap(looked -> looked.findings().stream()).toList();
  }

  /// What fired of a rule.
  List<CoachFinding> fired(String rule, String local) {
    return look(rule, local).stream().filter(CoachFinding::fired).toList();
  }
}
