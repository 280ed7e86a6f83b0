package io.plumbline.daemon.coach;

import java.util.List;

/// Share of belted working sets below the load from which a belt is of use, over four weeks.
final class BeltRule extends Rule {
  private static final int DAYS = 28;

  BeltRule() {
    super("belt", CoachFinding.About.SET, RuleNumber.BELT_FROM_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    double fromPct = view.get(RuleNumber.BELT_FROM_PCT);
    List<Work> told = view.work()
        .filter(work -> work.working() && work.loadsBack() && work.notes().belted() != null
            && view.daysSince(work.startedAt()) < DAYS)
        .filter(work -> view.share(work).map(share -> share * 100 < fromPct).orElse(false)).toList();
    if (told.isEmpty()) {
      return nothing(view.say("belt.not-told"));
    }
    List<Work> belted = told.stream().filter(work -> Boolean.TRUE.equals(work.notes().belted())).toList();
    double pct = 100.0 * belted.size() / told.size();
    if (belted.isEmpty()) {
      return List.of(quiet(pct, null, "%", view.say("belt.none", fromPct)));
    }
    return List.of(finding(CoachFinding.Level.NOTE, pct, null, "%", belted.stream().map(Work::basis).toList(),
        view.say("belt.some", belted.size(), told.size(), fromPct)));
  }
}
