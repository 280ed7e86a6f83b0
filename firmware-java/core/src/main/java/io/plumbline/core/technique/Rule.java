package io.plumbline.core.technique;

/// A rule of technique over one measure of a rep. Several rules may share an id: they find the same fault by different signs, and a rep is
/// told of it once. The numbers are those of `docs/domain.md`, section 1.
public enum Rule {
  /// Fault 3: the bar drifts away from the body.
  FORWARD_DRIFT("forward-drift", Measure.FORWARD_DRIFT, Side.ABOVE, "Your bar travelled %s forward"),
  /// Fault 3: it did not come back.
  FORWARD_AT_LOCKOUT("forward-at-lockout", Measure.FORWARD_AT_LOCKOUT, Side.ABOVE,
      "Your bar was %s forward of its start at the top"),
  /// Fault 3, from the other side: it stood too far from mid-foot at the start.
  BACKWARD_DRIFT("backward-drift", Measure.BACKWARD_DRIFT, Side.ABOVE,
      "Your bar came %s back towards you, as it does where it stands too far from mid-foot"),
  /// Fault 5: a yank.
  JERKED_LOADING("jerked-start", Measure.PEAK_LOADING, Side.ABOVE, "You loaded the bar at %s of its weight"),
  /// Fault 5: a yank, by its time.
  JERKED_TENSION("jerked-start", Measure.TENSION_TIME, Side.BELOW, "You pulled the slack in only %s"),
  /// Fault 5: a yank, by what follows.
  JERKED_OVERSHOOT("jerked-start", Measure.OVERSHOOT, Side.ABOVE, "You pulled with %s times the weight at lift-off"),
  /// Fault 5: not calm.
  HURRIED("hurried-start", Measure.TENSION_TIME, Side.BELOW, "You pulled the slack in %s"),
  /// Fault 6: one side works more.
  UNEVEN_FORCE("uneven-force", Measure.LEFT_SHARE, Side.AWAY, "Your left side did %s of the work"),
  /// Fault 6: the plates themselves.
  UNEVEN_PLATES("uneven-plates", Measure.PLATE_DIFFERENCE, Side.AWAY,
      "The left plates weigh %s more than the right ones"),
  /// Fault 6: one side leaves the floor first.
  LIFT_OFF_LAG("lift-off-lag", Measure.LIFT_OFF_LAG, Side.AWAY,
      "Your right plates left the floor %s after the left ones"),
  /// Fault 6.
  TILT("tilt", Measure.TILT, Side.AWAY, "Your bar tilted by %s, right hand lower"),
  /// Fault 6.
  TWIST("twist", Measure.TWIST, Side.AWAY, "Your bar turned by %s, right hand forward"),
  /// Fault 6: the bar rolls in a mixed grip.
  ROLL("roll", Measure.ROLL, Side.AWAY, "Your bar rolled by %s in the hands"),
  /// Fault 8: the descent is not controlled.
  FAST_LOWERING("fast-lowering", Measure.LOWERING_TIME, Side.BELOW, "You lowered the bar in %s"),
  /// Fault 8.
  HARD_LANDING("hard-landing", Measure.TOUCH_DOWN_VELOCITY, Side.ABOVE, "Your plates met the floor at %s");

  /// On which side of its limit a value is told.
  enum Side {
    ABOVE,
    BELOW,
    /// Either side of a centre.
    AWAY
  }

  private final String id;
  private final Measure measure;
  private final Side side;
  private final String statement;

  Rule(String id, Measure measure, Side side, String statement) {
    this.id = id;
    this.measure = measure;
    this.side = side;
    this.statement = statement;
  }

  /// Lower-case words joined by hyphens.
  public String id() {
    return id;
  }

  /// What it is about.
  public Measure measure() {
    return measure;
  }

  Side side() {
    return side;
  }

  /// Where the sides are even: what [Side#AWAY] counts from without a baseline.
  double centre() {
    return measure == Measure.LEFT_SHARE ? 0.5 : 0;
  }

  /// The first half of a finding's sentence. Signed measures are told by their size, with the side in words.
  String statement(double value) {
    boolean turned = side == Side.AWAY && measure != Measure.LEFT_SHARE && value < 0;
    String words = turned ? mirrored() : statement;
    return words.replace("%s", measure.shown(turned ? -value : value));
  }

  private String mirrored() {
    return switch (this) {
      case UNEVEN_PLATES -> "The right plates weigh %s more than the left ones";
      case LIFT_OFF_LAG -> "Your left plates left the floor %s after the right ones";
      case TILT -> "Your bar tilted by %s, left hand lower";
      case TWIST -> "Your bar turned by %s, left hand forward";
      default -> statement;
    };
  }

  /// A baseline in words: a signed one with its side.
  String baselineWords(double own) {
    boolean sided = side == Side.AWAY && measure != Measure.LEFT_SHARE;
    String size = measure.shown(sided ? Math.abs(own) : own);
    if (!sided || Math.abs(own) < 0.5 * measure.usualSpread()) {
      return size;
    }
    return switch (this) {
      case TILT -> size + ", " + (own > 0 ? "right" : "left") + " hand lower";
      case TWIST -> size + ", " + (own > 0 ? "right" : "left") + " hand forward";
      case LIFT_OFF_LAG -> size + ", " + (own > 0 ? "left" : "right") + " first";
      default -> size + (own > 0 ? "" : " the other way");
    };
  }
}
