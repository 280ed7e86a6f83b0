package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// This week's heaviest working load of each lift beside the heaviest of the weeks before.
final class WeeklyProgressionRule extends Rule {
  WeeklyProgressionRule() {
    super("weekly-progression", CoachFinding.About.NEXT_LOAD, RuleNumber.PROGRESSION_NEAR_MAX_PCT,
        RuleNumber.PROGRESSION_GENERAL_PCT, RuleNumber.PROGRESSION_NEAR_MAX_FROM_PCT,
        RuleNumber.PROGRESSION_LOOK_BACK_WEEKS, RuleNumber.WORKING_SET_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    LocalDate week = View.week(view.today);
    List<Work> now = view.work().filter(work -> work.working() && work.reps() > 0 && work.loadKg() != null
        && work.exercise() != Exercise.UNKNOWN && !view.day(work.startedAt()).isBefore(week)).toList();
    List<CoachFinding> findings = new ArrayList<>();
    now.stream().map(Work::exercise).distinct().forEach(exercise -> findings.add(judge(view, week, exercise,
        now.stream().filter(work -> work.exercise() == exercise).toList())));
    return findings.isEmpty() ? nothing(view.say("weekly.none")) : findings;
  }

  private CoachFinding judge(View view, LocalDate week, Exercise exercise, List<Work> done) {
    double topKg = Bout.heaviestKg(done);
    Work top = done.stream().max(Comparator.comparingDouble(work -> work.loadKg() == null ? 0 : work.loadKg()))
        .orElseThrow();
    Optional<Progress> known = Progress.of(view, exercise, week);
    if (known.isEmpty()) {
      return quiet(null, null, "%", view.say("weekly.first", exercise));
    }
    Progress progress = known.get();
    double changePct = 100 * (topKg / progress.referenceKg() - 1);
    if (!progress.isBeyond(topKg)) {
      return quiet(changePct, progress.mostPct(), "%",
          view.say("weekly.within", exercise));
    }
    boolean sure = top.timeKnown() && progress.reference().timeKnown();
    return finding(sure ? CoachFinding.Level.FLAG : CoachFinding.Level.NOTE, changePct, progress.mostPct(), "%",
        List.of(progress.reference().basis(), top.basis()),
        view.say(progress.nearMax() ? "weekly.near-max" : "weekly.general", exercise, progress.referenceKg(), topKg,
            changePct, progress.leastPct(), progress.mostPct()) + (sure ? "" : view.say("weekly.unsure")));
  }
}
