package io.plumbline.core.technique;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The limits of the rules for one kind of lift. Immutable, thread-safe; coach and athlete may change each number.
///
/// @param rules             a limit for each rule in force; a rule that is not here is off
/// @param changes           least change of a measure within a set that is told: signed, so that only one direction counts
/// @param velocityLossMps   loss of mean velocity from the set's best rep that ends it, NaN where [#velocityLossShare] holds
/// @param velocityLossShare the same as a share of the best rep's velocity, NaN where [#velocityLossMps] holds
/// @param stopDriftM        forward travel that ends a set, NaN for none
/// @param fewestForBaseline good reps before a baseline is used
public record Limits(Map<Rule, Limit> rules, Map<Measure, Double> changes, double velocityLossMps,
    double velocityLossShare, double stopDriftM, int fewestForBaseline) {

  /// The limit of one rule, in the measure's SI unit.
  ///
  /// @param usual  for whoever has no baseline yet
  /// @param change least difference from a baseline that is told; it is told from twice the baseline's spread on where that is more.
  ///               NaN where the baseline does not count
  /// @param always holds whatever the baseline is, NaN for none
  public record Limit(double usual, double change, double always) {
    static Limit fixed(double value) {
      return new Limit(value, Double.NaN, value);
    }
  }

  /// Lifts from the floor: the deadlift and its variants. The slack's numbers and the velocity loss are those of `docs/domain.md`; the other
  /// defaults are a little above what calm reps of practised lifters show, so that only what stands out is told.
  public static final Limits FLOOR_LIFT = floorLift();
  /// Hinges that begin at the top: Romanian deadlift and good morning.
  public static final Limits HINGE = floorLift().onlyPathAndSides(true);
  /// Squats, presses and rows: their path is not a plumb line, and what ends a set is a share of velocity (Pareja-Blanco et al. 2017).
  public static final Limits OTHER = floorLift().onlyPathAndSides(false);

  private static final double USUAL_LOSS_SHARE = 0.2;

  public Limits {
    rules = rules.isEmpty() ? Map.of() : Map.copyOf(rules);
    changes = Map.copyOf(changes);
  }

  private static Limits floorLift() {
    Map<Rule, Limit> rules = new EnumMap<>(Rule.class);
    rules.put(Rule.FORWARD_DRIFT, new Limit(0.03, 0.015, 0.06));
    rules.put(Rule.FORWARD_AT_LOCKOUT, new Limit(0.025, 0.015, 0.05));
    rules.put(Rule.BACKWARD_DRIFT, new Limit(0.03, 0.015, 0.06));
    rules.put(Rule.JERKED_LOADING, Limit.fixed(500));
    rules.put(Rule.JERKED_TENSION, Limit.fixed(0.3));
    // 1.3 is the domain's number; a brisk but calm start of a light bar reaches 1.65, so it tells only beyond that or one's own habit.
    rules.put(Rule.JERKED_OVERSHOOT, new Limit(2, 0.3, Double.NaN));
    rules.put(Rule.HURRIED, new Limit(0.6, 0.15, 0.3));
    rules.put(Rule.UNEVEN_FORCE, new Limit(0.03, 0.02, 0.06));
    rules.put(Rule.UNEVEN_PLATES, Limit.fixed(1));
    rules.put(Rule.LIFT_OFF_LAG, new Limit(0.06, 0.05, 0.12));
    rules.put(Rule.TILT, new Limit(Math.toRadians(2.5), Math.toRadians(1.5), Math.toRadians(5)));
    rules.put(Rule.TWIST, new Limit(Math.toRadians(3), Math.toRadians(2), Math.toRadians(6)));
    rules.put(Rule.ROLL, new Limit(Math.toRadians(15), Math.toRadians(10), Math.toRadians(40)));
    rules.put(Rule.FAST_LOWERING, new Limit(0.6, 0.3, 0.45));
    rules.put(Rule.HARD_LANDING, new Limit(0.8, 0.4, 1.5));
    Map<Measure, Double> changes = new EnumMap<>(Measure.class);
    changes.put(Measure.FORWARD_DRIFT, 0.02);
    changes.put(Measure.TENSION_TIME, -0.25);
    changes.put(Measure.LOWERING_TIME, -0.4);
    changes.put(Measure.TOUCH_DOWN_VELOCITY, 0.3);
    return new Limits(rules, changes, 0.05, Double.NaN, 0.08, 10);
  }

  private Limits onlyPathAndSides(boolean plumb) {
    Map<Rule, Limit> kept = new EnumMap<>(Rule.class);
    for (Rule rule : new Rule[]{Rule.UNEVEN_FORCE, Rule.UNEVEN_PLATES, Rule.TILT, Rule.TWIST}) {
      kept.put(rule, of(rule));
    }
    if (plumb) {
      kept.put(Rule.FORWARD_DRIFT, of(Rule.FORWARD_DRIFT));
    }
    Map<Measure, Double> keptChanges = plumb ? Map.of(Measure.FORWARD_DRIFT, 0.02) : Map.of();
    return new Limits(kept, keptChanges, Double.NaN, USUAL_LOSS_SHARE, plumb ? stopDriftM : Double.NaN,
        fewestForBaseline);
  }

  /// The same rules with what somebody wants a set to end at instead of all that ends it usually, the change from the set's first reps included.
  ///
  /// @param lossMps  loss of mean velocity from the set's best rep, NaN for none
  /// @param forwardM forward travel from the plumb line, NaN for none
  public Limits stoppingAt(double lossMps, double forwardM) {
    Map<Measure, Double> others = new EnumMap<>(Measure.class);
    others.putAll(changes);
    others.remove(Measure.FORWARD_DRIFT);
    return new Limits(rules, others, lossMps, Double.NaN, forwardM, fewestForBaseline);
  }

  /// How much a measure may change from the set's first rep, in its unit; NaN where that is no matter.
  double changeOf(Measure measure) {
    return changes.getOrDefault(measure, Double.NaN);
  }

  private Limit of(Rule rule) {
    Limit limit = find(rule);
    if (limit == null) {
      throw new IllegalStateException(rule + " is off");
    }
    return limit;
  }

  /// Null where the rule is off.
  @Nullable
  Limit find(Rule rule) {
    return rules.get(rule);
  }

  /// Loss of velocity that is allowed from a best rep of this velocity.
  double velocityLossMps(double bestMps) {
    return Double.isNaN(velocityLossShare) ? velocityLossMps : velocityLossShare * bestMps;
  }
}
