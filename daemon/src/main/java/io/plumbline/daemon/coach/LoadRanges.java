package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.PlannedSession;
import io.plumbline.daemon.domain.training.Progression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reckons the next session's loads. What asks for less wins: a way back, then a long pause, then soreness or a deload, then a set that ended early; else the usual
/// weekly step. None is above what the weekly progression flags.
final class LoadRanges {
  private LoadRanges() {}

  static List<LoadRange> of(View view) {
    return view.nextLifts().stream().filter(exercise -> exercise != Exercise.UNKNOWN)
        .map(exercise -> of(view, exercise)).toList();
  }

  static LoadRange of(View view, Exercise exercise) {
    LocalDate on = view.nextPlanned()
        .filter(plan -> plan.work().stream().anyMatch(work -> work.exercise() == exercise))
        .map(PlannedSession::on).orElse(view.today);
    Optional<Progress> progress = Progress.of(view, exercise, View.week(on));
    Optional<WayBack> way = view.openProgression(exercise).map(one -> WaysBack.of(view, one))
        .filter(one -> one.stage() <= one.stages().size());
    if (way.isPresent()) {
      return onTheWayBack(view, on, way.get(), progress);
    }
    if (progress.isEmpty()) {
      return new LoadRange(exercise, on, null, null, null, null, notBefore(view, exercise), List.of("next-load"),
          firstTime(view, exercise));
    }
    return usual(view, exercise, on, progress.get());
  }

  private static String firstTime(View view, Exercise exercise) {
    boolean unknownLoad = view.work().anyMatch(work -> work.exercise() == exercise);
    return view.say(unknownLoad ? "next.no-load" : "next.first-time", exercise);
  }

  private static LoadRange onTheWayBack(View view, LocalDate on, WayBack way, Optional<Progress> progress) {
    WayBack.Stage stage = way.current();
    Double limitKg = progress.map(Progress::limitKg).orElse(null);
    Double highKg = stage.highKg();
    Double lowKg = stage.lowKg();
    double mostKg = Math.min(highKg == null ? Double.POSITIVE_INFINITY : highKg,
        limitKg == null ? Double.POSITIVE_INFINITY : limitKg);
    String cap = highKg != null && mostKg < highKg
        ? view.say("next.cap", mostKg)
        : "";
    Double cappedKg = highKg == null ? null : (Double) loadable(mostKg, view.settings);
    return new LoadRange(way.exercise(), on,
        lowKg == null || cappedKg == null ? null : (Double) Math.min(loadable(lowKg, view.settings), cappedKg),
        cappedKg, progress.map(Progress::referenceKg).orElse(null), limitKg, notBefore(view, way.exercise()),
        List.of(way.kind() == Progression.Kind.RETURN
            ? "return-after-break"
            : "technique-rebuild", "weekly-progression"),
        way.text() + cap);
  }

  private static LoadRange usual(View view, Exercise exercise, LocalDate on, Progress progress) {
    double reference = progress.referenceKg();
    Share share = share(view, exercise, progress);
    double wishHighKg = Math.min(reference * share.highPct() / 100, progress.limitKg());
    double highKg = loadable(wishHighKg, view.settings);
    double lowKg = Math.min(highKg, loadable(reference * share.lowPct() / 100, view.settings));
    return new LoadRange(exercise, on, lowKg, highKg, reference, progress.limitKg(), notBefore(view, exercise),
        share.rules(), share.reason());
  }

  /// A load below the empty bar is not made heavier: somebody lifts it with something else.
  private static double loadable(double wishKg, Settings settings) {
    return wishKg < settings.get(RuleNumber.BAR_KG) ? wishKg : Plates.atMostKg(wishKg, settings);
  }

  /// What of the reference, and why.
  private record Share(double lowPct, double highPct, List<String> rules, String reason) {}

  private static Share share(View view, Exercise exercise, Progress progress) {
    double last = progress.referenceKg();
    double lighterLow = view.get(RuleNumber.LIGHTER_LEAST_PCT);
    double lighterHigh = view.get(RuleNumber.LIGHTER_MOST_PCT);
    if (progress.anew()) {
      double weeks = view.daysSince(progress.reference().startedAt()) / 7.0;
      return new Share(view.get(RuleNumber.REBUILD_FIRST_PCT), view.get(RuleNumber.REBUILD_SECOND_PCT),
          List.of("next-load", "technique-rebuild"), view.say("next.anew", weeks, last,
              view.get(RuleNumber.REBUILD_FIRST_PCT), view.get(RuleNumber.REBUILD_SECOND_PCT)));
    }
    boolean back = Lifts.loadsBack(exercise);
    if (back && LastingSorenessRule.isTold(view)) {
      return new Share(lighterLow, lighterHigh, List.of("soreness-see-a-professional"),
          view.say("next.professional", last, view.say("soreness.professional")));
    }
    if (SorenessRule.isAbove(view)) {
      return new Share(lighterLow, lighterHigh, List.of("soreness"),
          view.say("next.sore", last));
    }
    if (DeloadRule.isUnderWay(view) || DeloadRule.isDue(view)) {
      return new Share(lighterLow, lighterHigh, List.of("deload"),
          view.say(DeloadRule.isUnderWay(view) ? "next.deload-now" : "next.deload-due", last));
    }
    Optional<Bout> lastBout = view.bouts.reversed().stream().filter(bout -> !bout.of(exercise).isEmpty()).findFirst();
    if (lastBout.map(bout -> TechniqueTerminationRule.endedEarly(bout.of(exercise))).orElse(false)) {
      return new Share(view.get(RuleNumber.TECHNIQUE_HOLD_PCT), 100, List.of("technique-termination"),
          view.say("next.technique", last));
    }
    return new Share(100, 100 + progress.mostPct(), List.of("weekly-progression"),
        view.say(progress.nearMax() ? "next.near-max" : "next.general", last, progress.leastPct(), progress.mostPct()));
  }

  private static @Nullable Instant notBefore(View view, Exercise exercise) {
    return Lifts.loadsBack(exercise)
        ? RestRule.restedAt(view).filter(at -> at.isAfter(view.now)).orElse(null)
        : null;
  }
}
