package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepMeasures.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Judges the reps of one athlete in one exercise, rep after rep and set after set, and learns what is usual for them. Not thread-safe.
///
/// A rep teaches the baseline where it was completed, was measured without a gap or a saturated sensor, and nothing in it is beyond what
/// holds for everybody; so a habit becomes the baseline and a bad day does not.
public final class TechniqueJudge {
  private static final double BOUNCE_MPS = 0.5;
  /// Half of the smallest plates that most gyms have two of.
  private static final double OTHER_LOAD_KG = 1.25;

  private Limits limits;
  private final Baseline baseline;
  private final RepRules reps;
  private final SetRules set;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private double driftChangeM;
  private double lastTouchDownMps = Double.NaN;
  private double lastTouchDownSdMps = Double.NaN;
  private double lastFloorPauseS = Double.NaN;
  private double lastLoadKg = Double.NaN;
  private double lastLoadSdKg;
  private int attempts;

  /// What is to be said of a rep.
  ///
  /// @param findings  rules that it touched
  /// @param positives good signs
  /// @param endsSet   whether the technique termination rule ends the set with it
  public record RepVerdict(List<TechniqueFinding> findings, List<TechniqueFinding> positives, boolean endsSet) {
    public RepVerdict {
      findings = List.copyOf(findings);
      positives = List.copyOf(positives);
    }
  }

  /// What is to be said of a set.
  ///
  /// @param findings rules that most of its reps touched, and what its last rep shows of fatigue
  /// @param changes  of each measure from the first reps to the last
  public record SetVerdict(List<TechniqueFinding> findings, List<MeasureChange> changes) {
    public SetVerdict {
      findings = List.copyOf(findings);
      changes = List.copyOf(changes);
    }
  }

  /// How often a rule was touched in a set, and by what most.
  private static final class Tally {
    private int touched;
    private int worstRep;
    private TechniqueFinding worst;
    private TechniqueFinding latest;
    private int latestRep;

    Tally(TechniqueFinding first) {
      worst = first;
      latest = first;
    }
  }

  /// @param baseline what is known of the athlete; goes on learning
  public TechniqueJudge(Limits limits, Baseline baseline) {
    this.limits = limits;
    this.baseline = baseline;
    this.reps = new RepRules(limits, baseline);
    this.set = new SetRules(limits);
    this.driftChangeM = limits.changeOf(Measure.FORWARD_DRIFT);
  }

  /// Other limits from now on; what is known of the set stays.
  public void change(Limits others) {
    limits = others;
    reps.change(others);
    set.change(others);
    driftChangeM = others.changeOf(Measure.FORWARD_DRIFT);
  }

  /// Judges the next rep of the set, and learns from it.
  public RepVerdict judge(RepMeasures rep) {
    attempts++;
    boolean lifted = rep.outcome == Outcome.COMPLETED || rep.outcome == Outcome.HITCHED;
    List<TechniqueFinding> findings = new ArrayList<>(reps.judge(rep));
    if (!lifted) {
      // How it came down again says nothing of how somebody lowers a bar.
      findings.removeIf(finding -> finding.rule().equals(Rule.FAST_LOWERING.id())
          || finding.rule().equals(Rule.HARD_LANDING.id()));
    }
    addFloorContact(rep, findings);
    if (lifted) {
      if (hasOtherPlates(rep)) {
        // Nothing can be compared.
        set.begin();
      }
      if (!Double.isNaN(rep.loadTotalKg)) {
        lastLoadKg = rep.loadTotalKg;
        lastLoadSdKg = rep.loadTotalSdKg;
      }
      findings.addAll(set.judge(rep));
    }
    for (TechniqueFinding finding : findings) {
      count(finding);
    }
    boolean plumb = limits.find(Rule.FORWARD_DRIFT) != null;
    List<TechniqueFinding> positives = lifted ? GoodSigns.of(rep, plumb, baseline) : List.of();
    if (isGood(rep)) {
      baseline.learn(rep);
    }
    lastTouchDownMps = rep.touchDownMps;
    lastTouchDownSdMps = rep.touchDownSdMps;
    lastFloorPauseS = rep.floorPauseS;
    return new RepVerdict(findings, positives, findings.stream().anyMatch(this::endsSet));
  }

  private boolean hasOtherPlates(RepMeasures rep) {
    double doubtKg = Noise.leastChange(rep.loadTotalSdKg, lastLoadSdKg);
    double leastKg = Double.isNaN(doubtKg) ? OTHER_LOAD_KG : Math.max(OTHER_LOAD_KG, doubtKg);
    return Math.abs(rep.loadTotalKg - lastLoadKg) > leastKg;
  }

  private boolean isGood(RepMeasures rep) {
    return rep.outcome == Outcome.COMPLETED && !rep.gap && !rep.saturated && reps.isWithinBounds(rep);
  }

  private void addFloorContact(RepMeasures rep, List<TechniqueFinding> findings) {
    if (!rep.touchAndGo || limits.find(Rule.HARD_LANDING) == null) {
      return;
    }
    if (lastTouchDownMps - BOUNCE_MPS > Noise.leastChange(lastTouchDownSdMps)) {
      findings.add(new TechniqueFinding(TechniqueFinding.BOUNCED, Measure.TOUCH_DOWN_VELOCITY, lastTouchDownMps,
          Double.NaN, "This rep came out of the bounce: the plates had met the floor at "
              + Measure.TOUCH_DOWN_VELOCITY.shown(lastTouchDownMps) + "."));
    } else {
      findings.add(new TechniqueFinding(TechniqueFinding.TOUCH_AND_GO, Measure.FLOOR_PAUSE,
          Double.isNaN(lastFloorPauseS) ? 0 : lastFloorPauseS, Double.NaN,
          "You did not pause on the floor before this rep to brace again."));
    }
  }

  private boolean endsSet(TechniqueFinding finding) {
    boolean drifted = finding.measure() == Measure.FORWARD_DRIFT && finding.value() > limits.stopDriftM();
    return drifted || finding.rule().equals(TechniqueFinding.VELOCITY_LOSS)
        || finding.rule().equals(TechniqueFinding.CHANGED + Measure.FORWARD_DRIFT.id());
  }

  private void count(TechniqueFinding finding) {
    Tally tally = tallies.computeIfAbsent(finding.rule(), rule -> new Tally(finding));
    tally.touched++;
    tally.latest = finding;
    tally.latestRep = attempts;
    if (tally.touched == 1 || isWorse(finding, tally.worst)) {
      tally.worst = finding;
      tally.worstRep = attempts;
    }
  }

  private static boolean isWorse(TechniqueFinding finding, TechniqueFinding than) {
    boolean less = finding.measure() == Measure.TENSION_TIME || finding.measure() == Measure.LOWERING_TIME
        || finding.measure() == Measure.MEAN_VELOCITY || finding.measure() == Measure.FLOOR_PAUSE;
    double centre = finding.measure() == Measure.LEFT_SHARE ? 0.5 : 0;
    double size = Math.abs(finding.value() - centre);
    double other = Math.abs(than.value() - centre);
    return less ? size < other : size > other;
  }

  /// Ends the set: what is to be said of it. The next rep begins a new one.
  public SetVerdict endSet() {
    List<TechniqueFinding> findings = new ArrayList<>();
    tallies.forEach((rule, tally) -> {
      boolean fatigue = rule.equals(TechniqueFinding.VELOCITY_LOSS) || rule.startsWith(TechniqueFinding.CHANGED);
      if (fatigue && tally.latestRep == attempts) {
        findings.add(tally.latest.ofLastRep());
      } else if (!fatigue && 2 * tally.touched > attempts) {
        findings.add(attempts == 1 ? tally.worst : tally.worst.ofReps(tally.touched, attempts, tally.worstRep));
      }
    });
    List<MeasureChange> changes = set.changes();
    set.begin();
    tallies.clear();
    attempts = 0;
    lastTouchDownMps = Double.NaN;
    lastTouchDownSdMps = Double.NaN;
    lastFloorPauseS = Double.NaN;
    lastLoadKg = Double.NaN;
    return new SetVerdict(findings, changes);
  }

  /// What is usual for the athlete, as learned until now; goes on changing.
  public Baseline baseline() {
    return baseline;
  }

  /// How much farther forward than in the set's first rep the bar may be, NaN for no such limit; kept apart because it is asked at each sample.
  double driftChangeM() {
    return driftChangeM;
  }

  /// The limits in force.
  public Limits limits() {
    return limits;
  }

  /// The value from which a rule is touched, noise aside, for now; NaN where it is off.
  double threshold(Rule rule) {
    return reps.threshold(rule);
  }
}
