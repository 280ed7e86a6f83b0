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
      return nothing(view.say("accessories.nothing"));
    }
    List<AccessoryEntry> week = view.history.accessories().stream().filter(one -> view.daysSince(one.at()) < DAYS)
        .toList();
    double days = week.stream().map(one -> view.day(one.at())).distinct().count();
    double limit = view.get(RuleNumber.ACCESSORY_TIMES);
    if (days >= limit) {
      return List.of(quiet(days, limit, "days", view.say("accessories.enough")));
    }
    return List
        .of(finding(CoachFinding.Level.NOTE, days, limit, "days", week.stream().map(one -> Basis.of(one)).toList(),
            view.say("accessories.few", (long) days)));
  }
}
