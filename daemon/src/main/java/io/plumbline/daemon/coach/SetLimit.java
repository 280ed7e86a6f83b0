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
          .map(one -> view.say("limit.share", Math.rint(one * 100)))
          .orElse(view.say("limit.no-max")));
    }
    Profile profile = view.profiles.get(exercise);
    Profile.Line line = profile == null ? null : profile.line();
    double usualMps = line == null || loadKg == null ? 0 : line.atMps(loadKg);
    double sharePct = view.get(RuleNumber.LOSS_OTHER_PCT);
    if (usualMps <= 0) {
      return new SetLimit(exercise, loadKg, null,
          view.say("limit.no-line", sharePct));
    }
    return new SetLimit(exercise, loadKg, VelocityLossRule.limitMps(view, exercise, Optional.empty(), usualMps),
        view.say("limit.usual", sharePct, usualMps));
  }
}
