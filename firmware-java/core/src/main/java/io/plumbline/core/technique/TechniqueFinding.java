package io.plumbline.core.technique;

import java.util.Locale;

/// A rule that a rep or a set touched, or a good sign. Immutable.
///
/// @param rule     id of the rule
/// @param measure  what was measured
/// @param value    what it came to, SI
/// @param baseline the athlete's own, SI; NaN where there is none yet or the rule has none
/// @param text     one sentence for the lifter
public record TechniqueFinding(String rule, Measure measure, double value, double baseline, String text) {
  /// Rule id of the loss of velocity over a set.
  public static final String VELOCITY_LOSS = "velocity-loss";
  /// Rule id of a rep that came out of the bounce of the one before.
  public static final String BOUNCED = "bounced";
  /// Rule id of a rep without a pause on the floor before it.
  public static final String TOUCH_AND_GO = "touch-and-go";
  /// What the rule id of a change over a set begins with.
  static final String CHANGED = "changed-";

  /// Of a set: what its last rep shows.
  TechniqueFinding ofLastRep() {
    return new TechniqueFinding(rule, measure, value, baseline, text.replace("This rep was", "Your last rep was"));
  }

  /// Of a set: the worst of the reps that touched the rule.
  TechniqueFinding ofReps(int touched, int reps, int worst) {
    String where = String.format(Locale.ROOT, "In %d of %d reps, most of all in rep %d: ", touched, reps, worst);
    return new TechniqueFinding(rule, measure, value, baseline, where + Words.withFirstSmall(text));
  }
}
