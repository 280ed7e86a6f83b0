package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The STOP limit that a bar should be given before the next set, as in the command `set-limits`.
///
/// @param loadKg          for which it is meant, null where the load is not known
/// @param velocityLossMps null where the athlete's velocity with the load is not known yet and the limit is a share of it
/// @param text            why
public record SetLimit(Exercise exercise, @Nullable Double loadKg, @Nullable Double velocityLossMps, String text) {
  static SetLimit of(View view, Exercise exercise, @Nullable Double loadKg) {
    if (Lifts.isDeadlift(exercise)) {
      Optional<Double> share = loadKg == null
          ? Optional.empty()
          : view.maxKg(exercise).filter(max -> max > 0).map(max -> loadKg / max);
      return new SetLimit(exercise, loadKg, VelocityLossRule.limitMps(view, exercise, share, 0), share
          .map(one -> "absolute, for " + Words.percent(one) + " of the max")
          .orElse("absolute, between the limits for light and heavy sets: the max is not known"));
    }
    Profile profile = view.profiles.get(exercise);
    Profile.Line line = profile == null ? null : profile.line();
    double usualMps = line == null || loadKg == null ? 0 : line.atMps(loadKg);
    String share = Words.number(view.get(RuleNumber.LOSS_OTHER_PCT)) + " % of the set's best rep";
    if (usualMps <= 0) {
      return new SetLimit(exercise, loadKg, null,
          share + "; there is no load–velocity line yet to say how much that is");
    }
    return new SetLimit(exercise, loadKg, VelocityLossRule.limitMps(view, exercise, Optional.empty(), usualMps),
        share + ", which is usually " + Words.number(usualMps) + " m/s with this load");
  }
}
