package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Velocity lost within the sets of the latest session, from each set's best rep: absolute for deadlifts, a share of the best for other lifts.
final class VelocityLossRule extends Rule {
  private static final double LIGHT_SHARE = 0.7;
  private static final double HEAVY_SHARE = 0.9;
  /// A loss counts as beyond the limit where it is so by more than that many of its standard deviations.
  private static final double SURE_SDS = 1;

  VelocityLossRule() {
    super("velocity-loss", CoachFinding.About.SET, RuleNumber.LOSS_LIGHT_MPS, RuleNumber.LOSS_HEAVY_MPS,
        RuleNumber.LOSS_OTHER_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<CoachFinding> findings = new ArrayList<>();
    for (Work work : view.bouts.isEmpty() ? List.<Work>of() : view.bouts.getLast().work()) {
      TrainedSet set = work.measured();
      if (set != null && set.exercise() != Exercise.UNKNOWN && set.liftedReps().size() > 1) {
        findings.add(judge(view, set, limitMps(view, work.exercise(), view.share(work), set.bestMeanConcentricMps()
            .orElse(0))));
      }
    }
    return findings.isEmpty() ? nothing(view.say("loss.none")) : findings;
  }

  private CoachFinding judge(View view, TrainedSet set, double limitMps) {
    double bestMps = Double.NEGATIVE_INFINITY;
    double bestSdMps = 0;
    double lossMps = 0;
    int beyond = 0;
    for (TrainedRep rep : set.liftedReps()) {
      if (rep.meanConcentricMps() > bestMps) {
        bestMps = rep.meanConcentricMps();
        bestSdMps = rep.meanConcentricSdMps();
      }
      double loss = bestMps - rep.meanConcentricMps();
      lossMps = Math.max(lossMps, loss);
      // The rep that reaches the limit ends the set; those after it are counted.
      if (beyond > 0 || loss - limitMps > SURE_SDS * Math.hypot(bestSdMps, rep.meanConcentricSdMps())) {
        beyond++;
      }
    }
    if (beyond < 2) {
      return quiet(lossMps, limitMps, "m/s", view.say("loss.within"));
    }
    return finding(CoachFinding.Level.NOTE, lossMps, limitMps, "m/s", List.of(Basis.of(set.key())),
        view.say("loss.beyond", beyond - 1, set.exercise(), limitMps, lossMps));
  }

  /// The loss that ends a set. For a deadlift between two values by how heavy it is, their mean where that is not known: a whole set to failure loses only 0.16 m/s at
  /// 70 % and 0.09 at 90 %.
  ///
  /// @param bestMps velocity of the set's best rep, of which the share of other lifts is
  static double limitMps(View view, Exercise exercise, Optional<Double> share, double bestMps) {
    if (!Lifts.isDeadlift(exercise)) {
      return bestMps * view.get(RuleNumber.LOSS_OTHER_PCT) / 100;
    }
    double heaviness = share.map(one -> Math.clamp((one - LIGHT_SHARE) / (HEAVY_SHARE - LIGHT_SHARE), 0, 1))
        .orElse(0.5);
    return view.get(RuleNumber.LOSS_LIGHT_MPS)
        + heaviness * (view.get(RuleNumber.LOSS_HEAVY_MPS) - view.get(RuleNumber.LOSS_LIGHT_MPS));
  }
}
