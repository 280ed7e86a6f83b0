package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.util.List;

/// Variants that suit a lighter week.
final class VariantsRule extends Rule {
  VariantsRule() {
    super("variants", CoachFinding.About.NEXT_LOAD, RuleNumber.DELOAD_WEEKS, RuleNumber.DELOAD_OLDER_WEEKS,
        RuleNumber.SORENESS_LIMIT_SCORE);
  }

  @Override
  List<CoachFinding> look(View view) {
    boolean deadlifts = view.nextLifts().stream()
        .anyMatch(exercise -> Lifts.isDeadlift(exercise) && exercise != Exercise.DEADLIFT_TRAP_BAR);
    boolean lighter = DeloadRule.isUnderWay(view) || DeloadRule.isDue(view) || SorenessRule.isAbove(view);
    if (!deadlifts || !lighter) {
      return nothing(view.say("variants.none"));
    }
    return List.of(finding(CoachFinding.Level.SUGGESTION, null, null, "", List.of(),
        view.say("variants.lighter")));
  }
}
