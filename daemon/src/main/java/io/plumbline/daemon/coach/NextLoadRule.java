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
    List<CoachFinding> findings = LoadRanges.of(view).stream().map(this::say).toList();
    return findings.isEmpty() ? nothing("Nothing is planned and nothing was lifted yet.") : findings;
  }

  private CoachFinding say(LoadRange range) {
    if (range.highKg() == null || range.lowKg() == null) {
      return finding(CoachFinding.Level.NOTE, null, range.limitKg(), "kg", List.of(), range.reason());
    }
    return finding(CoachFinding.Level.SUGGESTION, range.highKg(), range.limitKg(), "kg", List.of(),
        "Next " + Words.name(range.exercise()) + ": " + (range.lowKg().equals(range.highKg())
            ? Words.kg(range.highKg())
            : Words.number(range.lowKg()) + " to " + Words.kg(range.highKg())) + ". " + range.reason());
  }
}
