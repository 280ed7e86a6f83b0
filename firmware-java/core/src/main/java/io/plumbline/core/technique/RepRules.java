package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.technique.Limits.Limit;
import io.plumbline.core.technique.Rule.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rules over a single rep. A value is told only where it is beyond its limit by more than its own error can make it ([Noise]), so that
/// the same rep measured again and again is never told of, and one that is three standard deviations beyond the limit always is.
/// Stateless but for limits and baseline; not thread-safe.
final class RepRules {
  private static final double SPREADS = 2;

  private Limits limits;
  private final Baseline baseline;

  RepRules(Limits limits, Baseline baseline) {
    this.limits = limits;
    this.baseline = baseline;
  }

  /// Other limits from now on.
  void change(Limits others) {
    limits = others;
  }

  /// What the rep touched, in the order of the rules.
  List<TechniqueFinding> judge(RepMeasures rep) {
    List<TechniqueFinding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Rule rule : Rule.values()) {
      Limit limit = limits.find(rule);
      double value = rule.measure().value(rep);
      if (limit == null || Double.isNaN(value) || isToldAlready(rule, told)) {
        continue;
      }
      double doubt = Noise.leastChange(rule.measure().sd(rep));
      double beyond = beyond(rule, limit, value);
      if (beyond > doubt) {
        told.add(rule.id());
        findings.add(finding(rule, limit, value, beyond));
      }
    }
    return findings;
  }

  /// A yank is hurried too, and a bar that never came back drifted: one fault is told once.
  private static boolean isToldAlready(Rule rule, Set<String> told) {
    return told.contains(rule.id()) || (rule == Rule.HURRIED && told.contains(Rule.JERKED_TENSION.id()));
  }

  /// Whether a rep may teach the baseline: nothing in it is beyond what holds for everybody.
  boolean isWithinBounds(RepMeasures rep) {
    for (Rule rule : Rule.values()) {
      Limit limit = limits.find(rule);
      double value = rule.measure().value(rep);
      if (limit != null && !Double.isNaN(value) && !Double.isNaN(limit.always())
          && signed(rule, value, rule.centre()) > signed(rule, limit.always() + bare(rule), rule.centre())) {
        return false;
      }
    }
    return true;
  }

  /// The value from which a rule counts as touched, noise aside; for live cues.
  double threshold(Rule rule) {
    Limit limit = limits.find(rule);
    return limit == null ? Double.NaN : bound(rule, limit);
  }

  /// By how much a value is beyond its limit; negative inside.
  private double beyond(Rule rule, Limit limit, double value) {
    if (rule.side() != Side.AWAY) {
      return rule.side() == Side.ABOVE ? value - bound(rule, limit) : bound(rule, limit) - value;
    }
    if (!counts(rule, limit)) {
      return Math.abs(value - rule.centre()) - limit.usual();
    }
    double fromOwn = Math.abs(value - baseline.mean(rule.measure())) - change(rule, limit);
    double fromCentre = Math.abs(value - rule.centre()) - limit.always();
    return Double.isNaN(fromCentre) ? fromOwn : Math.max(fromOwn, fromCentre);
  }

  /// The bound of a one-sided rule.
  private double bound(Rule rule, Limit limit) {
    if (!counts(rule, limit)) {
      return limit.usual();
    }
    double mean = baseline.mean(rule.measure());
    if (rule.side() == Side.BELOW) {
      double own = mean - change(rule, limit);
      return Double.isNaN(limit.always()) ? own : Math.max(own, limit.always());
    }
    double own = mean + change(rule, limit);
    return Double.isNaN(limit.always()) ? own : Math.min(own, limit.always());
  }

  private boolean counts(Rule rule, Limit limit) {
    return !Double.isNaN(limit.change()) && baseline.isKnown(rule.measure(), limits.fewestForBaseline());
  }

  private double change(Rule rule, Limit limit) {
    return Math.max(limit.change(), SPREADS * baseline.spread(rule.measure()));
  }

  private static double signed(Rule rule, double value, double centre) {
    return switch (rule.side()) {
      case ABOVE -> value;
      case BELOW -> -value;
      case AWAY -> Math.abs(value - centre);
    };
  }

  /// A limit away from a centre is a distance, not a value.
  private static double bare(Rule rule) {
    return rule.side() == Side.AWAY ? rule.centre() : 0;
  }

  private TechniqueFinding finding(Rule rule, Limit limit, double value, double beyond) {
    Measure measure = rule.measure();
    boolean known = counts(rule, limit);
    double own = known ? baseline.mean(measure) : Double.NaN;
    return new TechniqueFinding(rule.id(), measure, value, own,
        rule.statement(value) + ", " + comparison(rule, limit, value, beyond, own) + ".");
  }

  private static String comparison(Rule rule, Limit limit, double value, double beyond, double own) {
    Measure measure = rule.measure();
    if (!Double.isNaN(own)) {
      return rule.side() == Side.AWAY
          ? "your baseline is " + rule.baselineWords(own)
          : measure.shown(Math.abs(value - own)) + (value > own ? " more" : " less") + " than your baseline";
    }
    double bound = limit.usual();
    if (measure == Measure.LEFT_SHARE) {
      double even = Math.abs(value - rule.centre());
      return measure.shown(even) + " from even, and " + measure.shown(bound) + " is the limit";
    }
    return measure.shown(beyond) + (rule.side() == Side.BELOW ? " less" : " more") + " than the limit of "
        + measure.shown(bound);
  }
}
