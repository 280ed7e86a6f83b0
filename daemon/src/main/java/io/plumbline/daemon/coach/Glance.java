package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.CheckIn;
import io.plumbline.daemon.domain.training.TrainingHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// An athlete at a glance, for a coach who asks who needs a look first. What is not known is null. "Recent" is the last 28 days, "before" the 28 days before
/// them.
///
/// @param lastSessionAt            begin of the last session
/// @param recentSessions           sessions
/// @param flags                    how many flags the rules raise now; likewise suggestions and notes
/// @param first                    the loudest of what the rules say
/// @param soreness                 of the last check-in within two weeks
/// @param findingsPct       recent reps of which the bar found something, per 100
/// @param findingsBeforePct the same before
/// @param driftM                   mean of the recent reps' largest forward travel
/// @param driftBeforeM             the same before
/// @param velocityChangeMps        fastest reps of the last session's sets less the athlete's own line of the days before, mean over the sets
public record Glance(@Nullable Instant lastSessionAt, int recentSessions, Readiness readiness, int flags,
    int suggestions, int notes, @Nullable CoachFinding first, @Nullable Soreness soreness,
    @Nullable Double findingsPct, @Nullable Double findingsBeforePct, @Nullable Double driftM,
    @Nullable Double driftBeforeM, @Nullable Double velocityChangeMps) {
  private static final Duration SPAN = Duration.ofDays(28);
  private static final Duration FRESH = Duration.ofDays(14);

  /// What was told at a check-in.
  public record Soreness(int score, Instant at) {}

  /// Everything of one athlete.
  static Glance of(TrainingHistory history, Instant now, Locale locale) {
    Settings settings = Settings.judge(history.ruleOverrides()).settings();
    View view = new View(history, now, settings, Phrases.in(locale));
    CoachReport report = Coach.report(history, now, locale);
    List<CoachFinding> findings = report.findings();
    Technique recent = new Technique(Weeks.reps(view, now.minus(SPAN), now));
    Technique before = new Technique(Weeks.reps(view, now.minus(SPAN.multipliedBy(2)), now.minus(SPAN)));
    Bout last = view.bouts.isEmpty() ? null : view.bouts.getLast();
    return new Glance(last == null ? null : last.startedAt(),
        (int) view.bouts.stream().filter(bout -> !bout.startedAt().isBefore(now.minus(SPAN))).count(),
        report.readiness(), count(findings, CoachFinding.Level.FLAG), count(findings, CoachFinding.Level.SUGGESTION),
        count(findings, CoachFinding.Level.NOTE), findings.isEmpty() ? null : findings.getFirst(),
        soreness(view), recent.findingsPct(), before.findingsPct(), drift(recent), drift(before),
        last == null ? null : velocityChangeMps(view, last));
  }

  private static int count(List<CoachFinding> findings, CoachFinding.Level level) {
    return (int) findings.stream().filter(one -> one.level() == level).count();
  }

  private static @Nullable Double drift(Technique technique) {
    Technique.Mean mean = technique.driftM();
    return mean == null ? null : (Double) mean.value();
  }

  private static @Nullable Soreness soreness(View view) {
    List<CheckIn> told = view.history.checkIns();
    if (told.isEmpty() || told.getLast().at().isBefore(view.now.minus(FRESH))) {
      return null;
    }
    return new Soreness(told.getLast().soreness(), told.getLast().at());
  }

  private static @Nullable Double velocityChangeMps(View view, Bout last) {
    DoubleStream changes = last.work().stream().map(Work::exercise).filter(exercise -> exercise != Exercise.UNKNOWN)
        .distinct().flatMapToDouble(exercise -> changes(view, exercise, last));
    OptionalDouble mean = changes.average();
    return mean.isPresent() ? (Double) mean.getAsDouble() : null;
  }

  private static DoubleStream changes(View view, Exercise exercise, Bout last) {
    Profile before = Profiles.of(exercise, view.history, view.now, view.settings, view.phrases,
        set -> set.startedAt().isBefore(last.startedAt()));
    Profile.Line line = before.line();
    if (line == null) {
      return DoubleStream.empty();
    }
    double lightest = before.points().getFirst().loadKg();
    double heaviest = before.points().getLast().loadKg();
    return Profiles.points(exercise, view.history, last.startedAt()).stream()
        .filter(point -> point.loadKg() >= lightest && point.loadKg() <= heaviest)
        .mapToDouble(point -> point.velocityMps() - line.atMps(point.loadKg())).filter(Double::isFinite);
  }

  /// How much more the bar finds than before, per 100 reps; 0 where that is not known.
  public double growthPct() {
    return findingsPct == null || findingsBeforePct == null
        ? 0
        : findingsPct - findingsBeforePct;
  }
}
