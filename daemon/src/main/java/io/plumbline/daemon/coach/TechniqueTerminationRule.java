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
        findings.add(judge(view, set));
      }
    }
    return findings.isEmpty() ? nothing(view.say("termination.none")) : findings;
  }

  private CoachFinding judge(View view, TrainedSet set) {
    double reps = set.liftedReps().size();
    Integer limitRep = set.techniqueLimitRep();
    long after = limitRep == null ? 0 : set.liftedReps().stream().filter(rep -> rep.repNumber() > limitRep).count();
    if (limitRep == null || after == 0) {
      return finding(CoachFinding.Level.NOTE, reps, limitRep == null ? null : limitRep.doubleValue(), "reps",
          List.of(Basis.of(set.key())), view.say("termination.ended", set.exercise(), (long) reps));
    }
    return finding(CoachFinding.Level.SUGGESTION, reps, limitRep == null ? null : limitRep.doubleValue(), "reps",
        List.of(Basis.of(set.key())), view.say("termination.after", after, set.exercise(), limitRep));
  }

  /// Whether the latest session of a lift ended early: at the technical limit, or with a failed rep.
  static boolean endedEarly(List<Work> lastOfLift) {
    return lastOfLift.stream().map(Work::measured).anyMatch(set -> set != null
        && (set.endedForTechnique() || set.techniqueLimitRep() != null || !set.failedReps().isEmpty()));
  }
}
