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
      return nothing("No check-in of the last days.");
    }
    double limit = view.get(RuleNumber.SORENESS_LIMIT_SCORE);
    double soreness = last.get().soreness();
    if (soreness <= limit) {
      return List.of(quiet(soreness, limit, "of 10", "Soreness is within the limit."));
    }
    return List.of(finding(CoachFinding.Level.SUGGESTION, soreness, limit, "of 10", List.of(Basis.of(last.get())),
        "You told of soreness " + Words.number(soreness) + " of 10; above " + Words.number(limit)
            + " a look at the technique and a lighter next session are suggested."));
  }

  /// Whether the latest check-in is above the limit.
  static boolean isAbove(View view) {
    return view.freshCheckIn().map(one -> one.soreness() > view.get(RuleNumber.SORENESS_LIMIT_SCORE)).orElse(false);
  }
}
