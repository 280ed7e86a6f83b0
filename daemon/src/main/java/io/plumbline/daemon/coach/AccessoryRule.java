package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.AccessoryEntry;
import java.util.List;

/// On how many days of the last seven accessories were ticked.
final class AccessoryRule extends Rule {
  private static final int DAYS = 7;

  AccessoryRule() {
    super("accessories", CoachFinding.About.REMINDER, RuleNumber.ACCESSORY_TIMES);
  }

  @Override
  List<CoachFinding> look(View view) {
    if (view.history.accessories().isEmpty() && view.bouts.isEmpty()) {
      return nothing("No accessory and no session is known yet.");
    }
    List<AccessoryEntry> week = view.history.accessories().stream().filter(one -> view.daysSince(one.at()) < DAYS)
        .toList();
    double days = week.stream().map(one -> view.day(one.at())).distinct().count();
    double limit = view.get(RuleNumber.ACCESSORY_TIMES);
    if (days >= limit) {
      return List.of(quiet(days, limit, "days", "Accessories were done often enough in the last seven days."));
    }
    return List
        .of(finding(CoachFinding.Level.NOTE, days, limit, "days", week.stream().map(one -> Basis.of(one)).toList(),
            "Accessories on " + Words.count((long) days, "day")
                + " of the last seven; 2 to 3 are usual (bird dog, side plank, curl-up, glute bridge, Pallof press)."));
  }
}
