package io.plumbline.core.technique;

/// What can be told while the lifter lifts. Each kind can be chosen by its own.
public enum CueKind {
  /// The set ends here: velocity has been lost.
  STOP_VELOCITY(TechniqueFinding.VELOCITY_LOSS, true),
  /// The set ends here: the bar drifted to the athlete's limit, or much farther than in the first reps.
  STOP_DRIFT("forward-drift", true),
  /// The bar drifts away now.
  FORWARD_DRIFT("forward-drift", false),
  /// The bar was yanked from the floor.
  JERKED_START("jerked-start", false),
  /// One side is heavier.
  UNEVEN_PLATES("uneven-plates", false);

  private final String rule;
  private final boolean stop;

  CueKind(String rule, boolean stop) {
    this.rule = rule;
    this.stop = stop;
  }

  /// Id of the rule behind it, as in the findings.
  public String rule() {
    return rule;
  }

  /// Whether it ends the set.
  public boolean isStop() {
    return stop;
  }
}
