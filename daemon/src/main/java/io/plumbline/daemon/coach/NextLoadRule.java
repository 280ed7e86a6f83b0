package io.plumbline.daemon.coach;

import java.util.List;

/// Says the next session's loads, with what they are reckoned from.
final class NextLoadRule extends Rule {
  NextLoadRule() {
    super("next-load", CoachFinding.About.NEXT_LOAD, RuleNumber.PROGRESSION_NEAR_MAX_PCT,
        RuleNumber.PROGRESSION_GENERAL_PCT, RuleNumber.PROGRESSION_LOOK_BACK_WEEKS, RuleNumber.LIGHTER_LEAST_PCT,
        RuleNumber.LIGHTER_MOST_PCT, RuleNumber.TECHNIQUE_HOLD_PCT, RuleNumber.REBUILD_FIRST_PCT,
        RuleNumber.REBUILD_SECOND_PCT, RuleNumber.BAR_KG, RuleNumber.SMALLEST_PLATE_KG);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<CoachFinding> findings = LoadRanges.of(view).stream().map(range -> judge(view, range)).toList();
    return findings.isEmpty() ? nothing(view.say("next.nothing")) : findings;
  }

  private CoachFinding judge(View view, LoadRange range) {
    if (range.highKg() == null || range.lowKg() == null) {
      return finding(CoachFinding.Level.NOTE, null, range.limitKg(), "kg", List.of(), range.reason());
    }
    return finding(CoachFinding.Level.SUGGESTION, range.highKg(), range.limitKg(), "kg", List.of(),
        range.lowKg().equals(range.highKg())
            ? view.say("next.one", range.exercise(), range.highKg(), range.reason())
            : view.say("next.range", range.exercise(), range.lowKg(), range.highKg(), range.reason()));
  }
}
