package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.TrainedSet;
import java.util.ArrayList;
import java.util.List;

/// Sets of the latest session that ended at the athlete's technical limit, and reps that were lifted after it.
final class TechniqueTerminationRule extends Rule {
  TechniqueTerminationRule() {
    super("technique-termination", CoachFinding.About.SET);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<CoachFinding> findings = new ArrayList<>();
    for (TrainedSet set : view.bouts.isEmpty() ? List.<TrainedSet>of() : view.bouts.getLast().session().sets()) {
      if (set.endedForTechnique() || set.techniqueLimitRep() != null) {
        findings.add(judge(set));
      }
    }
    return findings.isEmpty() ? nothing("No set of the latest session reached its technical limit.") : findings;
  }

  private CoachFinding judge(TrainedSet set) {
    double reps = set.liftedReps().size();
    Integer limitRep = set.techniqueLimitRep();
    long after = limitRep == null ? 0 : set.liftedReps().stream().filter(rep -> rep.repNumber() > limitRep).count();
    if (after == 0) {
      return finding(CoachFinding.Level.NOTE, reps, limitRep == null ? null : limitRep.doubleValue(), "reps",
          List.of(Basis.of(set.key())), "The " + Words.name(set.exercise()) + " set ended at its technical limit after "
              + Words.count((long) reps, "rep") + ". Missing reps are no failure.");
    }
    return finding(CoachFinding.Level.SUGGESTION, reps, limitRep == null ? null : limitRep.doubleValue(), "reps",
        List.of(Basis.of(set.key())), Words.count(after, "rep") + " of the " + Words.name(set.exercise())
            + " set came after STOP was told at rep " + limitRep
            + ". End the set there next time: the missing reps are no failure.");
  }

  /// Whether the latest session of a lift ended early: at the technical limit, or with a failed rep.
  static boolean endedEarly(List<Work> lastOfLift) {
    return lastOfLift.stream().map(Work::measured).anyMatch(set -> set != null
        && (set.endedForTechnique() || set.techniqueLimitRep() != null || !set.failedReps().isEmpty()));
  }
}
