package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Fault 7, fatigue: what changed from a set's first reps to the present one. Remembers the first and the last two lifted reps, however long
/// the set. Not thread-safe.
final class SetRules {
  private static final int ENDS = 2;
  private static final int LONG_SET = 4;

  private Limits limits;
  private final double[][] first = new double[ENDS][Measure.values().length];
  private final double[][] firstSd = new double[ENDS][Measure.values().length];
  private final double[][] last = new double[ENDS][Measure.values().length];
  private int lifted;
  private double bestMps;
  private double bestSdMps;

  SetRules(Limits limits) {
    this.limits = limits;
  }

  /// Other limits from now on.
  void change(Limits others) {
    limits = others;
  }

  /// Takes a lifted rep and says what has changed until it.
  List<TechniqueFinding> judge(RepMeasures rep) {
    List<TechniqueFinding> findings = new ArrayList<>();
    if (lifted > 0) {
      for (Map.Entry<Measure, Double> limit : limits.changes().entrySet()) {
        compare(rep, limit.getKey(), limit.getValue(), findings);
      }
      findings.sort((a, b) -> a.measure().compareTo(b.measure()));
      compareVelocity(rep, findings);
    }
    remember(rep);
    return findings;
  }

  private void remember(RepMeasures rep) {
    for (Measure measure : Measure.values()) {
      int i = measure.ordinal();
      double value = measure.value(rep);
      if (lifted < ENDS) {
        first[lifted][i] = value;
        firstSd[lifted][i] = measure.sd(rep);
      }
      last[lifted % ENDS][i] = value;
    }
    if (lifted == 0 || rep.meanConcentricMps > bestMps) {
      bestMps = rep.meanConcentricMps;
      bestSdMps = rep.meanConcentricSdMps;
    }
    lifted++;
  }

  private void compare(RepMeasures rep, Measure measure, double limit, List<TechniqueFinding> findings) {
    int i = measure.ordinal();
    int reps = Math.min(lifted, ENDS);
    double before = reps == 1 ? first[0][i] : 0.5 * (first[0][i] + first[1][i]);
    double beforeSd = reps == 1 ? firstSd[0][i] : 0.5 * Math.hypot(firstSd[0][i], firstSd[1][i]);
    double value = measure.value(rep);
    double change = value - before;
    double doubt = Noise.leastChange(measure.sd(rep), beforeSd);
    // NaN on either side is no finding.
    if (Math.signum(limit) * change - Math.abs(limit) > doubt) {
      findings.add(new TechniqueFinding(TechniqueFinding.CHANGED + measure.id(), measure, value, before,
          changeWords(measure, value, before)));
    }
  }

  private void compareVelocity(RepMeasures rep, List<TechniqueFinding> findings) {
    double loss = bestMps - rep.meanConcentricMps;
    double doubt = Noise.leastChange(bestSdMps, rep.meanConcentricSdMps);
    if (loss - limits.velocityLossMps(bestMps) > doubt) {
      findings.add(new TechniqueFinding(TechniqueFinding.VELOCITY_LOSS, Measure.MEAN_VELOCITY, rep.meanConcentricMps,
          bestMps, "This rep was " + Measure.MEAN_VELOCITY.shown(loss) + " slower than the set's best one, "
              + Measure.MEAN_VELOCITY.shown(bestMps) + "."));
    }
  }

  private static String changeWords(Measure measure, double value, double before) {
    String by = measure.shown(Math.abs(value - before));
    String from = " than in the set's first reps.";
    return switch (measure) {
      case FORWARD_DRIFT -> "Your bar travelled " + by + " further forward" + from;
      case TENSION_TIME -> "You pulled the slack in " + by + " less" + from;
      case LOWERING_TIME -> "You lowered the bar in " + by + " less" + from;
      case TOUCH_DOWN_VELOCITY -> "Your plates met the floor " + by + " faster" + from;
      default -> measure.id().replace('-', ' ') + " differs by " + by + " from the set's first reps.";
    };
  }

  /// Every measure that the set's first and last reps have, in the order of the measures; empty before two lifted reps.
  List<MeasureChange> changes() {
    List<MeasureChange> changes = new ArrayList<>();
    if (lifted < 2) {
      return changes;
    }
    for (Measure measure : Measure.values()) {
      int i = measure.ordinal();
      boolean two = lifted >= LONG_SET;
      double from = two ? 0.5 * (first[0][i] + first[1][i]) : first[0][i];
      double to = two ? 0.5 * (last[0][i] + last[1][i]) : last[(lifted - 1) % ENDS][i];
      if (Double.isFinite(from) && Double.isFinite(to)) {
        changes.add(new MeasureChange(measure, from, to));
      }
    }
    return changes;
  }

  int lifted() {
    return lifted;
  }

  /// A new set begins.
  void begin() {
    lifted = 0;
    bestMps = 0;
    bestSdMps = 0;
  }
}
