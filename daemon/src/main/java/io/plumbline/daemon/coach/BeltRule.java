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
      return nothing("No lighter set of the last four weeks says whether a belt was worn.");
    }
    List<Work> belted = told.stream().filter(work -> Boolean.TRUE.equals(work.notes().belted())).toList();
    double pct = 100.0 * belted.size() / told.size();
    if (belted.isEmpty()) {
      return List.of(quiet(pct, null, "%", "No set below " + Words.number(fromPct) + " % of the max was belted."));
    }
    return List.of(finding(CoachFinding.Level.NOTE, pct, null, "%", belted.stream().map(Work::basis).toList(),
        belted.size() + " of " + Words.count(told.size(), "working set") + " below " + Words.number(fromPct)
            + " % of the max were belted. A belt is of use from there on, and never instead of bracing."));
  }
}
