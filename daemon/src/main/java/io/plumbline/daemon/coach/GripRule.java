package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.SetNotes;
import java.util.List;

/// Mixed grip with the same hand under, set after set.
final class GripRule extends Rule {
  private static final int DAYS = 28;

  GripRule() {
    super("grip", CoachFinding.About.SET, RuleNumber.GRIP_SAME_SETS);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<Work> mixed = view.work().filter(work -> view.daysSince(work.startedAt()) < DAYS)
        .filter(work -> work.notes().grip() == SetNotes.Grip.MIXED_LEFT_UNDER
            || work.notes().grip() == SetNotes.Grip.MIXED_RIGHT_UNDER)
        .toList();
    if (mixed.isEmpty()) {
      return nothing(view.say("grip.none"));
    }
    SetNotes.Grip last = mixed.getLast().notes().grip();
    List<Work> same = mixed.reversed().stream().takeWhile(work -> work.notes().grip() == last).toList();
    double limit = view.get(RuleNumber.GRIP_SAME_SETS);
    double sets = same.size();
    if (sets < limit) {
      return List.of(quiet(sets, limit, "sets", view.say("grip.changes")));
    }
    return List.of(finding(CoachFinding.Level.NOTE, sets, limit, "sets", same.stream().map(Work::basis).toList(),
        view.say(last == SetNotes.Grip.MIXED_LEFT_UNDER ? "grip.left" : "grip.right", same.size())));
  }
}
