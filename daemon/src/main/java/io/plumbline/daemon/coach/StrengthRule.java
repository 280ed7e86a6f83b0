package io.plumbline.daemon.coach;

import java.util.List;
import java.util.Objects;

/// Says of each lift's estimate of the max what it rests on, or why there is none.
final class StrengthRule extends Rule {
  StrengthRule() {
    super("e1rm", CoachFinding.About.STRENGTH, RuleNumber.PROFILE_DAYS, RuleNumber.PROFILE_LEAST_LOADS,
        RuleNumber.PROFILE_FROM_PCT, RuleNumber.PROFILE_TO_PCT, RuleNumber.E1RM_HEAVIEST_PCT, RuleNumber.E1RM_BAND_PCT,
        RuleNumber.E1RM_MOST_SD_PCT, RuleNumber.V1RM_MPS, RuleNumber.V1RM_SD_MPS);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<CoachFinding> findings = view.profiles.values().stream()
        .sorted((a, b) -> a.exercise().compareTo(b.exercise())).map(profile -> judge(view, profile)).toList();
    return findings.isEmpty() ? nothing(view.say("strength.nothing")) : findings;
  }

  private CoachFinding judge(View view, Profile profile) {
    Profile.Estimate estimate = profile.estimate();
    List<Basis> basis = profile.points().stream().map(Profile.Point::basis).toList();
    if (estimate == null) {
      return quiet(null, null, "kg",
          view.say("strength.refused", profile.exercise(), Objects.requireNonNullElse(profile.refusal(), "")));
    }
    return finding(CoachFinding.Level.NOTE, estimate.maxKg(), null, "kg", basis,
        view.say("strength.estimate", profile.exercise(), Math.rint(estimate.maxKg()), Math.rint(estimate.lowKg()),
            Math.rint(estimate.highKg()), profile.points().size()));
  }
}
