package io.plumbline.daemon.coach;

import java.util.ArrayList;
import java.util.List;

/// Whether other lower-back lifts came before the deadlift in the latest session.
final class DeadliftEarlyRule extends Rule {
  DeadliftEarlyRule() {
    super("deadlift-early", CoachFinding.About.SET, RuleNumber.DEADLIFT_AFTER_SETS, RuleNumber.WORKING_SET_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    if (view.bouts.isEmpty()) {
      return nothing(view.say("session.none"));
    }
    Bout bout = view.bouts.getLast();
    if (!bout.timeKnown()) {
      return nothing(view.say("session.no-clock"));
    }
    List<Work> before = new ArrayList<>();
    for (Work work : bout.backWork()) {
      if (Lifts.isDeadlift(work.exercise())) {
        return List.of(judge(view, work, before));
      }
      before.add(work);
    }
    return nothing(view.say("early.no-deadlift"));
  }

  private CoachFinding judge(View view, Work deadlift, List<Work> before) {
    double sets = before.stream().mapToInt(Work::sets).sum();
    double limit = view.get(RuleNumber.DEADLIFT_AFTER_SETS);
    if (sets <= limit) {
      return quiet(sets, limit, "sets", view.say("early.early"));
    }
    List<Basis> basis = new ArrayList<>(before.stream().map(Work::basis).toList());
    basis.add(deadlift.basis());
    return finding(CoachFinding.Level.FLAG, sets, limit, "sets", basis, view.say("early.late", deadlift.exercise(),
        (long) sets, view.phrases.list(before.stream().map(Work::exercise).distinct().toList())));
  }
}
