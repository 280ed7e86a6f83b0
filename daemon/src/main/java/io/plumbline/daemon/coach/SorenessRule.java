package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.CheckIn;
import java.util.List;
import java.util.Optional;

/// Soreness above the limit in the latest check-in.
final class SorenessRule extends Rule {
  SorenessRule() {
    super("soreness", CoachFinding.About.READINESS, RuleNumber.SORENESS_LIMIT_SCORE, RuleNumber.CHECK_IN_FRESH_DAYS);
  }

  @Override
  List<CoachFinding> look(View view) {
    Optional<CheckIn> last = view.freshCheckIn();
    if (last.isEmpty()) {
      return nothing(view.say("soreness.no-check-in"));
    }
    double limit = view.get(RuleNumber.SORENESS_LIMIT_SCORE);
    double soreness = last.get().soreness();
    if (soreness <= limit) {
      return List.of(quiet(soreness, limit, "of 10", view.say("soreness.within")));
    }
    return List.of(finding(CoachFinding.Level.SUGGESTION, soreness, limit, "of 10", List.of(Basis.of(last.get())),
        view.say("soreness.above", soreness, limit)));
  }

  /// Whether the latest check-in is above the limit.
  static boolean isAbove(View view) {
    return view.freshCheckIn().map(one -> one.soreness() > view.get(RuleNumber.SORENESS_LIMIT_SCORE)).orElse(false);
  }
}
