package io.plumbline.core.technique;

import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.LiftStart;
import io.plumbline.core.sample.SensorFrame;

/// Decides cues while the bar moves, from the samples and the causal estimate: each at most once a rep, with the sample that makes it sure.
/// Allocates nothing a sample. Not thread-safe: it lives on the thread that feeds the pipeline.
public final class CueJudge {
  /// Standard deviations of the causal estimate, which is rougher than a summary.
  private static final double LIVE_FORWARD_SD_M = 0.005;
  private static final double LEAST_GAIN_SHARE = 0.8;
  private static final double LEAST_VELOCITY_SHARE = 0.5;
  /// Of the force on the way up, which is not as even as a weight.
  private static final double OTHER_LOAD_SHARE = 0.08;
  /// STOP is told where two in three such losses are beyond the limit: a summary is surer, but comes when the next rep may have begun.
  private static final double STOP_SDS = 0.35;
  private static final long FORGET_NS = 30_000_000_000L;

  private final TechniqueJudge judge;
  private final BarSetup setup;
  private final CueListener listener;
  private final SideForces forces = new SideForces();
  private final AscentWatch ascent = new AscentWatch();
  private final CountWatch count = new CountWatch();
  private final StartWatch start;
  private final PlateWatch plates;
  private final boolean plumb;
  private double weightN;
  private boolean driftTold;
  private final PaceWatch pace = new PaceWatch();
  private boolean tips;
  private double lastForceN;
  private double usualGainM;
  private double firstDriftM;
  private long lastTopNs;

  /// @param judge whose limits and baseline count
  /// @param setup masses of the bar, and whether the lifter's side is known
  public CueJudge(TechniqueJudge judge, BarSetup setup, CueListener listener) {
    Limits limits = judge.limits();
    this.judge = judge;
    this.setup = setup;
    this.listener = listener;
    this.start = new StartWatch(limits);
    this.plates = new PlateWatch(limits, setup.gravityMps2());
    this.plumb = setup.facing() != 0 && limits.find(Rule.FORWARD_DRIFT) != null;
    beginSet();
  }

  /// Takes a frame, after the pipeline has taken it.
  ///
  /// @param atRest whether the bar rests, as far as is known now
  /// @return whether a rep is counted with it; those that are not certain yet are told by [#repMeasured] only
  public boolean accept(SensorFrame frame, LiveEstimate live, boolean atRest) {
    long nowNs = frame.timeNs();
    if (lastTopNs != 0 && nowNs - lastTopNs > FORGET_NS) {
      // Somebody may have changed the plates.
      beginSet();
    }
    if (forces.add(frame)) {
      followForces(nowNs, live, atRest);
    }
    if (ascent.follow(nowNs, live, atRest)) {
      driftTold = false;
      // Later a bar that is thrown has no weight either.
      tips = isHeldUpOnOneSide(nowNs);
    }
    if (plumb && !driftTold && ascent.isRising() && !tips && !isHeldUpOnOneSide(nowNs)
        && ascent.forwardM() - judge.threshold(Rule.FORWARD_DRIFT) > Noise.leastChange(LIVE_FORWARD_SD_M)) {
      driftTold = true;
      listener.onCue(CueKind.FORWARD_DRIFT, nowNs, ascent.forwardM());
    }
    if (ascent.isDone()) {
      judgeAscent(nowNs, live);
      ascent.close();
    }
    return count.follow(nowNs, live, usualRangeM());
  }

  private double usualRangeM() {
    return judge.baseline().mean(Measure.RANGE_OF_MOTION);
  }

  private void followForces(long nowNs, LiveEstimate live, boolean atRest) {
    double emptyN = 2 * setup.outboardKg() * setup.gravityMps2();
    boolean known = weightN > emptyN;
    double loadingPctps = start.follow(forces, known ? weightN : Double.NaN, atRest);
    if (!Double.isNaN(loadingPctps)) {
      listener.onCue(CueKind.JERKED_START, nowNs, loadingPctps);
    }
    // An empty bar needs no word about its plates.
    double heavierKg = plates.follow(nowNs, forces, known ? weightN : 1.5 * emptyN, live, atRest);
    if (!Double.isNaN(heavierKg)) {
      listener.onCue(CueKind.UNEVEN_PLATES, nowNs, heavierKg);
    }
  }

  /// A bar that tips while plates are put on rises in its middle too.
  private boolean isHeldUpOnOneSide(long nowNs) {
    return forces.isLighterThan(nowNs, setup.outboardKg() * setup.gravityMps2());
  }

  /// An ascent that goes much less far than the set's reps, or at half their speed, is none of them: a bar that is picked up, put back, or carried.
  private void judgeAscent(long nowNs, LiveEstimate live) {
    if (Math.abs(ascent.meanForceN() - lastForceN) > OTHER_LOAD_SHARE * lastForceN) {
      // With other plates nothing can be compared.
      pace.beginSet();
    }
    lastForceN = ascent.meanForceN();
    double causalMps = ascent.meanMps();
    double meanMps = pace.scaled(causalMps);
    double bestMps = pace.bestMps();
    boolean another = ascent.gainM() < LEAST_GAIN_SHARE * usualGainM || meanMps < LEAST_VELOCITY_SHARE * bestMps;
    boolean pickedUp = ascent.isFromRest() && (live.start.isTopStart() || live.start == LiftStart.HANG_LOW);
    if (!(meanMps > 0) || another || tips || pickedUp) {
      return;
    }
    double causalSdMps = Math.hypot(PaceWatch.RATIO_SD * causalMps, ascent.meanSdMps(live.velocitySdMps));
    double doubtMps = STOP_SDS * Math.hypot(pace.scaled(causalSdMps), pace.bestSdMps());
    double lossMps = bestMps - meanMps;
    int reps = pace.reps();
    if (reps > 0 && lossMps - judge.limits().velocityLossMps(bestMps) > doubtMps) {
      listener.onCue(CueKind.STOP_VELOCITY, nowNs, lossMps);
    } else if (plumb && isDriftedAway()) {
      listener.onCue(CueKind.STOP_DRIFT, nowNs, ascent.forwardMaxM());
    }
    pace.add(nowNs, causalMps, causalSdMps);
    usualGainM = Math.max(usualGainM, ascent.gainM());
    firstDriftM = reps == 0 ? ascent.forwardMaxM() : firstDriftM;
    lastTopNs = nowNs;
  }

  private boolean isDriftedAway() {
    double doubtM = Noise.leastChange(LIVE_FORWARD_SD_M);
    boolean farther = pace.reps() > 0 && ascent.forwardMaxM() - firstDriftM - judge.driftChangeM() > doubtM;
    return farther || ascent.forwardMaxM() - judge.limits().stopDriftM() > doubtM;
  }

  /// A rep was measured: from now on its weight is known, and how far it went.
  ///
  /// @return whether it has been counted already
  public boolean repMeasured(RepMeasures rep) {
    double hangsN = (rep.loadLeftKg + rep.loadRightKg + 2 * setup.outboardKg()) * setup.gravityMps2();
    if (Double.isFinite(hangsN)) {
      weightN = hangsN;
    }
    pace.measured(rep);
    return count.measured(rep);
  }

  /// A new set begins.
  public final void beginSet() {
    // NaN where nobody entered a load.
    weightN = (setup.enteredLoadKg() - setup.barKg() + 2 * setup.outboardKg()) * setup.gravityMps2();
    pace.beginSet();
    lastForceN = Double.NaN;
    usualGainM = 0;
    firstDriftM = 0;
    lastTopNs = 0;
  }
}
