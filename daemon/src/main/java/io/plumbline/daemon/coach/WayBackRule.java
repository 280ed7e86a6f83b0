package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.Progression;
import java.util.List;

/// Says what the stage under way of a return or of a rebuild asks for.
final class WayBackRule extends Rule {
  private final Progression.Kind kind;

  private WayBackRule(String id, Progression.Kind kind, RuleNumber... numbers) {
    super(id, CoachFinding.About.PROGRESSION, numbers);
    this.kind = kind;
  }

  static WayBackRule afterABreak() {
    return new WayBackRule("return-after-break", Progression.Kind.RETURN, RuleNumber.RETURN_START_LEAST_PCT,
        RuleNumber.RETURN_START_MOST_PCT, RuleNumber.RETURN_STEP_LEAST_PCT, RuleNumber.RETURN_STEP_MOST_PCT,
        RuleNumber.SORENESS_LIMIT_SCORE);
  }

  static WayBackRule techniqueRebuild() {
    return new WayBackRule("technique-rebuild", Progression.Kind.TECHNIQUE_REBUILD, RuleNumber.REBUILD_FIRST_PCT,
        RuleNumber.REBUILD_SECOND_PCT, RuleNumber.REBUILD_STEP_LEAST_PCT, RuleNumber.REBUILD_STEP_MOST_PCT);
  }

  @Override
  List<CoachFinding> look(View view) {
    List<CoachFinding> findings = WaysBack.of(view).stream().filter(way -> way.kind() == kind)
        .map(way -> finding(CoachFinding.Level.SUGGESTION, (double) way.stage(), (double) way.stages().size(), "stages",
            List.of(new Basis(Basis.Kind.TOLD, way.progressionId())), view.say("way.of", way.exercise(), way.text())))
        .toList();
    return findings.isEmpty() ? nothing(view.say("way.none")) : findings;
  }
}
