package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.CheckIn;
import io.plumbline.daemon.domain.training.Progression;
import io.plumbline.daemon.domain.training.TrainedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out the stages of a way back. Shares are of the former working load, and steps are points of it: compounding would take longer than people usually do.
final class WaysBack {
  private static final int WEEK_DAYS = 7;
  private static final int MOST_STAGES = 52;

  private WaysBack() {}

  static List<WayBack> of(View view) {
    return view.history.progressions().stream().filter(Progression::isOpen).map(one -> of(view, one)).toList();
  }

  static WayBack of(View view, Progression progression) {
    return progression.kind() == Progression.Kind.RETURN ? back(view, progression) : rebuild(view, progression);
  }

  private static WayBack back(View view, Progression progression) {
    Double formerKg = progression.formerWorkingLoadKg();
    int good = progression.stage() < 3 ? 0 : goodWeeks(view, progression);
    double lowPct = Math.min(100, view.get(RuleNumber.RETURN_START_LEAST_PCT)
        + good * view.get(RuleNumber.RETURN_STEP_LEAST_PCT));
    double highPct = Math.min(100, view.get(RuleNumber.RETURN_START_MOST_PCT)
        + good * view.get(RuleNumber.RETURN_STEP_MOST_PCT));
    List<WayBack.Stage> stages = List.of(
        new WayBack.Stage(1, view.say("way.return-1"), null, null, 3, 14),
        new WayBack.Stage(2, view.say("way.return-2"), 4.0, 10.0,
            WEEK_DAYS, 2 * WEEK_DAYS),
        new WayBack.Stage(3,
            view.say("way.return-3", lowPct, highPct, view.get(RuleNumber.SORENESS_LIMIT_SCORE),
                view.get(RuleNumber.RETURN_STEP_LEAST_PCT), view.get(RuleNumber.RETURN_STEP_MOST_PCT)),
            share(formerKg, lowPct), share(formerKg, highPct), 2 * WEEK_DAYS, null));
    return wayBack(view, progression, stages);
  }

  private static WayBack rebuild(View view, Progression progression) {
    Double formerKg = progression.formerWorkingLoadKg();
    List<WayBack.Stage> stages = new ArrayList<>();
    double lowPct = view.get(RuleNumber.REBUILD_FIRST_PCT);
    double highPct = lowPct;
    while (stages.size() < MOST_STAGES) {
      int number = stages.size() + 1;
      stages.add(new WayBack.Stage(number,
          lowPct == highPct
              ? view.say("way.rebuild-one", number, lowPct)
              : view.say("way.rebuild-range", number, lowPct, highPct),
          share(formerKg, lowPct), share(formerKg, highPct), WEEK_DAYS, WEEK_DAYS));
      if (lowPct >= 100 || (highPct >= 100 && number >= 8)) {
        break;
      }
      double second = view.get(RuleNumber.REBUILD_SECOND_PCT);
      lowPct = number == 1 ? second : Math.min(100, lowPct + view.get(RuleNumber.REBUILD_STEP_LEAST_PCT));
      highPct = number == 1 ? second : Math.min(100, highPct + view.get(RuleNumber.REBUILD_STEP_MOST_PCT));
    }
    return wayBack(view, progression, stages);
  }

  private static WayBack wayBack(View view, Progression progression, List<WayBack.Stage> stages) {
    if (progression.stage() > stages.size()) {
      return new WayBack(progression.id(), progression.kind(), progression.exercise(), progression.stage(), stages,
          false,
          view.say("way.over"));
    }
    WayBack.Stage stage = stages.get(progression.stage() - 1);
    long days = view.daysSince(progression.stageStartedAt());
    boolean sore = SorenessRule.isAbove(view);
    boolean mayConfirm = days >= stage.leastDays() && !sore;
    String text = view.say("way.stage", stage.number(), stages.size(), days + 1, stage.what())
        + (progression.formerWorkingLoadKg() == null
            ? view.say("way.no-load")
            : "")
        + (sore ? view.say("way.sore") : "")
        + (mayConfirm ? view.say("way.confirm") : "");
    return new WayBack(progression.id(), progression.kind(), progression.exercise(), progression.stage(), stages,
        mayConfirm, text);
  }

  /// Weeks since the stage began in which the lift was done, every rep stayed inside the athlete's limits, and no check-in was above the limit. Only whole ones count.
  private static int goodWeeks(View view, Progression progression) {
    LocalDate from = view.day(progression.stageStartedAt());
    int good = 0;
    for (long week = 0; (week + 1) * WEEK_DAYS <= view.today.toEpochDay() - from.toEpochDay(); week++) {
      LocalDate first = from.plusDays(week * WEEK_DAYS);
      LocalDate after = first.plusDays(WEEK_DAYS);
      List<TrainedSet> sets = view.history.sets().stream().filter(set -> set.exercise() == progression.exercise()
          && isWithin(view.day(set.startedAt()), first, after)).toList();
      List<CheckIn> told = view.history.checkIns().stream().filter(one -> isWithin(view.day(one.at()), first, after))
          .toList();
      boolean inside = sets.stream().allMatch(set -> set.failedReps().isEmpty() && !set.endedForTechnique()
          && set.techniqueLimitRep() == null && set.liftedReps().stream().allMatch(rep -> rep.findings().isEmpty()));
      if (!sets.isEmpty() && inside
          && told.stream().allMatch(one -> one.soreness() <= view.get(RuleNumber.SORENESS_LIMIT_SCORE))) {
        good++;
      }
    }
    return good;
  }

  private static boolean isWithin(LocalDate day, LocalDate first, LocalDate after) {
    return !day.isBefore(first) && day.isBefore(after);
  }

  private static @Nullable Double share(@Nullable Double formerKg, double pct) {
    return formerKg == null ? null : (Double) (formerKg * pct / 100);
  }
}
