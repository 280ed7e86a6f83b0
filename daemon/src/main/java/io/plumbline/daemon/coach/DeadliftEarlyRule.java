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
      return nothing("No session is known yet.");
    }
    Bout bout = view.bouts.getLast();
    if (!bout.timeKnown()) {
      return nothing("The bar's clock was not set, so the order of the session is not known.");
    }
    List<Work> before = new ArrayList<>();
    for (Work work : bout.backWork()) {
      if (Lifts.isDeadlift(work.exercise())) {
        return List.of(judge(view, work, before));
      }
      before.add(work);
    }
    return nothing("No working set of a deadlift in the latest session.");
  }

  private CoachFinding judge(View view, Work deadlift, List<Work> before) {
    double sets = before.stream().mapToInt(Work::sets).sum();
    double limit = view.get(RuleNumber.DEADLIFT_AFTER_SETS);
    if (sets <= limit) {
      return quiet(sets, limit, "sets", "The deadlift came early in the session.");
    }
    List<Basis> basis = new ArrayList<>(before.stream().map(Work::basis).toList());
    basis.add(deadlift.basis());
    return finding(CoachFinding.Level.FLAG, sets, limit, "sets", basis, "The " + Words.name(deadlift.exercise())
        + " came after " + Words.count((long) sets, "working set") + " of other lifts that load the lower back ("
        + String.join(", ", before.stream().map(work -> Words.name(work.exercise())).distinct().toList())
        + "). Early in the session it meets a fresh back.");
  }
}
