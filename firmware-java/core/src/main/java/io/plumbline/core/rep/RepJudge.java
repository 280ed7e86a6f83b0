package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.core.sample.LiftStart;

/// Tells which upward strokes are reps, and how they ended. It compares an attempt with the completed reps before it: a lifter repeats a
/// movement's height to a few per cent, a failed attempt or a bar that is carried about does not reach it. A first attempt has nothing before
/// it: it fails where the bar was more likely stuck than locked out, as [StuckJudge] has it.
///
/// Allocates nothing after construction. Not thread-safe.
public final class RepJudge {
  /// Limits.
  ///
  /// @param completeShare least rise of a completed rep, as a share of those before it
  /// @param returnShare   least rise of a completed rep that goes down first, as a share of its way down
  /// @param leastFloorM   least rise of a completed lift from the floor where none was seen before
  /// @param sureFloorM    the same where the bar was put down elsewhere: a bar is carried no higher than need be; and the nearer to it a first attempt
  ///                      ends, the rather it is stuck
  /// @param shortShare    least rise of a completed rep that sinks while it is held, as a share of those before it
  /// @param shortSunkM    by so much at the least
  /// @param thrownMps     a bar that was so fast comes up by itself: it only swings back from where it was thrown
  /// @param thrownSdM     so much of its height is chance
  /// @param letGoSdM      and so much where it was not even held up there
  /// @param sameShare     two attempts in a row that reach the same height to this share were both locked out
  /// @param carriedM      level travel of a lift from the floor beyond which a bar that does not reach the height of a rep is carried elsewhere
  /// @param walkedM       the same while the bar is up
  /// @param helpedShare   least way down of a rep that goes down first, as a share of the deepest: less is a failed attempt that sinks again
  /// @param helpedS       a bar that stands for so long on its way up from a way down is helped up
  /// @param helpedM       height above the bottom from which on it does: lower, the lifter pauses there
  /// @param fellBackM     and so is one that came back by so much and is not up again within that time
  /// @param broughtM      what stopped short and rises by so much later was brought up
  /// @param againShare    from a height from which the bar goes down again by this share of the deepest, the lifter had come up
  /// @param floorM        height below which a stroke begins where the bar was before the set
  /// @param standS        how long a bar stands on its way up to be called hitched
  /// @param standMps      velocity below which it stands
  public record Params(double completeShare, double returnShare, double leastFloorM, double sureFloorM,
      double shortShare, double shortSunkM, double thrownMps, double thrownSdM, double letGoSdM,
      double sameShare, double carriedM, double walkedM, double helpedShare, double helpedS, double helpedM,
      double fellBackM, double broughtM, double againShare,
      double floorM,
      double standS, double standMps) {
    /// Named and random simulated sets; bar travel of domain literature: sumo deadlift from 0.35 m on.
    public static final Params DEFAULT = new Params(0.94, 0.85, 0.28, 0.35, 0.965, 0.001, 1.2, 0.02, 0.06, 0.03,
        0.15,
        0.06,
        0.6,
        0.4,
        0.04, 0.012, 0.022, 0.9,
        0.03,
        0.1,
        0.015);
  }

  private static final double STUCK_SHARE = 0.12;
  private static final double HITCH_FROM_SHARE = 0.15;
  private static final double HELD_S = 0.2;
  private static final double REFERENCE_GAIN = 0.4;
  /// How well a lifter repeats a height.
  private static final double REPEATS_SD_M = 0.012;
  private static final double DOUBT_SDS = 1;
  /// Lockouts of short lifters with a wide stance end within so much above the least of them.
  private static final double LOW_OVER_M = 0.05;
  /// Nobody goes down further than before by more than that and does not come up.
  private static final double DEEPER = 1.03;
  private static final double SURELY_SINKING_SDS = 1;
  private static final double FAR_SDS = 3;

  private final Params params;
  private final TopHold hold = new TopHold();
  private LiftStart start = LiftStart.UNKNOWN;
  private double referenceM = Double.NaN;
  private double referenceVar;
  private double sunkAtM = Double.NaN;
  private double deepestM;

  /// Judges by these limits.
  public RepJudge(Params params) {
    this.params = params;
  }

  /// Another exercise: heights of before do not count any more.
  public void begin(LiftStart newStart) {
    start = newStart;
    referenceM = Double.NaN;
    sunkAtM = Double.NaN;
    deepestM = 0;
  }

  /// Where reps begin.
  public LiftStart start() {
    return start;
  }

  /// Judges an upward stroke that has been measured and writes its outcome into the measures.
  ///
  /// @param eccentric the downward stroke that belongs to it, −1 where there is none
  /// @param topStart  whether reps go down first
  /// @param fromRest  whether the bar had been put down, or not been touched yet, before the first stroke of the curve
  /// @return whether it is a rep or a failed attempt at one
  public boolean judge(MotionCurve c, StrokeFinder s, int concentric, int eccentric, boolean topStart,
      boolean fromRest, RepMeasures rep) {
    int from = s.first(concentric);
    int to = s.last(concentric);
    double risenM = c.heightM(to) - c.heightM(from);
    boolean stands = AttemptSigns.stands(c, from, to, HITCH_FROM_SHARE * risenM, params.standS(), params.standMps());
    if (start == LiftStart.UNKNOWN) {
      // Whatever goes up far enough: nothing tells a small movement from an unfinished one.
      rep.outcome = stands ? Outcome.HITCHED : Outcome.COMPLETED;
      return true;
    }
    boolean completed;
    if (topStart && isOffPins(concentric, eccentric, risenM, rep.rangeOfMotionSdM)) {
      completed = true;
    } else if (topStart) {
      // Without a way down before it, the bar was picked up; a failed attempt is helped up after a second one.
      if (eccentric < 0 || eccentric > concentric) {
        return false;
      }
      double fallenM = c.heightM(s.first(eccentric)) - c.heightM(s.last(eccentric));
      if (fallenM < params.helpedShare() * deepestM) {
        return false;
      }
      deepestM = Math.max(fallenM, deepestM);
      completed = !stuckBefore(c, s, eccentric, concentric, fallenM)
          && comesUp(c, s, eccentric, concentric, risenM, fallenM, rep);
    } else {
      // A bar that is picked up is not lowered at once, unless the set is given up before its first row, and not thrown.
      boolean pickedUp = start == LiftStart.HANG_LOW && fromRest && concentric == 0
          && !isThrown(rep) && Math.abs(c.heightM(from)) < params.floorM()
          && !(eccentric > concentric && referenceM > 0);
      completed = reaches(c, s, concentric, eccentric, risenM, rep);
      if (pickedUp || (!completed && isCarried(c, s, concentric, eccentric))) {
        return false;
      }
    }
    rep.outcome = !completed ? Outcome.FAILED : stands ? Outcome.HITCHED : Outcome.COMPLETED;
    if (completed) {
      // Of a light bar that is thrown the height of the hands at the top is not the height of the lockout.
      double lockoutM = eccentric > concentric
          ? AttemptSigns.heldM(c, to, s.first(eccentric)) - c.heightM(from)
          : risenM;
      boolean held = eccentric > concentric && c.secondsBetween(to, s.first(eccentric)) > HELD_S;
      double thrownSdM = !isThrown(rep) ? 0 : held ? params.thrownSdM() : params.letGoSdM();
      double variance = rep.rangeOfMotionSdM * rep.rangeOfMotionSdM + thrownSdM * thrownSdM;
      // A height that is known worse than those before moves them less.
      double gain = Double.isNaN(referenceM) || (!topStart && isFarAbove(lockoutM, variance))
          ? 1
          : REFERENCE_GAIN * Math.min(1, (referenceVar + REPEATS_SD_M * REPEATS_SD_M) / variance);
      referenceM = gain == 1 ? lockoutM : referenceM + gain * (lockoutM - referenceM);
      referenceVar += gain * (variance - referenceVar);
    }
    return true;
  }

  /// Whether those before were none: nothing that ends so much lower than a lockout is one.
  private boolean isFarAbove(double lockoutM, double variance) {
    return params.completeShare() * lockoutM - FAR_SDS * Math.sqrt(variance + referenceVar) > referenceM;
  }

  /// Whether a bar that came down on hooks or pins, less far than a stroke, was lifted off them all the way: nobody does that to fetch it.
  private boolean isOffPins(int concentric, int eccentric, double risenM, double sdM) {
    return start == LiftStart.RACK && concentric > 0 && eccentric < 0
        && risenM + DOUBT_SDS * sdM >= params.completeShare() * referenceM;
  }

  /// Whether the stroke up began where the bar had stood for a while, a good way above the bottom.
  private boolean stuckBefore(MotionCurve c, StrokeFinder s, int eccentric, int concentric, double fallenM) {
    int bottom = s.last(eccentric);
    int first = s.first(concentric);
    return c.heightM(first) - c.heightM(bottom) > STUCK_SHARE * fallenM
        && c.secondsBetween(bottom, first) > params.helpedS();
  }

  /// Whether the lifter came up with the bar on the back, on the chest or in the hands.
  private boolean comesUp(MotionCurve c, StrokeFinder s, int eccentric, int concentric, double risenM, double fallenM,
      RepMeasures rep) {
    double sdM = rep.rangeOfMotionSdM;
    // Nothing carries the bar halfway: who stands there does not get up alone.
    int bottom = s.last(eccentric);
    int top = s.last(concentric);
    if (AttemptSigns.stands(c, bottom, top, params.helpedM(), params.helpedS(), params.standMps())
        || AttemptSigns.fallsBack(c, bottom, top, params.helpedM(), params.fellBackM(), params.helpedS())) {
      return false;
    }
    // Who goes up to where all reps end came up, whatever the estimate says of the way down.
    double wholeM = Double.isNaN(referenceM) ? fallenM : Math.min(fallenM, DEEPER * referenceM);
    if (risenM + DOUBT_SDS * sdM < params.completeShare() * wholeM) {
      hold.measure(c, top, top);
      if (goesOnUp(c, s, concentric) || StuckJudge.isStuck(hold, rep.meanConcentricMps, 1)) {
        return false;
      }
    }
    boolean high = risenM >= params.returnShare() * fallenM
        || risenM + DOUBT_SDS * sdM >= params.completeShare() * referenceM;
    return high || goesDownAgain(c, s, concentric);
  }

  /// Whether the bar stopped short and was brought up later, by less than a stroke.
  private boolean goesOnUp(MotionCurve c, StrokeFinder s, int concentric) {
    int top = s.last(concentric);
    int end = concentric + 1 < s.count() ? s.first(concentric + 1) : c.size() - 1;
    double lowestM = c.heightM(top);
    for (int i = top; i <= end; i++) {
      lowestM = Math.min(lowestM, c.heightM(i));
      if (c.heightM(i) - lowestM > params.broughtM() && c.secondsBetween(top, i) > params.helpedS()) {
        return true;
      }
    }
    return false;
  }

  /// Whether a whole rep follows at once: nobody goes all the way down from halfway up.
  private boolean goesDownAgain(MotionCurve c, StrokeFinder s, int concentric) {
    int down = concentric + 1;
    if (down + 1 >= s.count() || s.up(down) || !s.up(down + 1)) {
      return false;
    }
    return c.heightM(s.first(down)) - c.heightM(s.last(down)) >= params.againShare() * deepestM;
  }

  private boolean reaches(MotionCurve c, StrokeFinder s, int concentric, int eccentric, double risenM,
      RepMeasures rep) {
    double sdM = rep.rangeOfMotionSdM;
    boolean thrown = isThrown(rep);
    if (eccentric > concentric) {
      hold.measure(c, s.last(concentric), s.first(eccentric));
    } else {
      hold.clear();
    }
    if (!Double.isNaN(referenceM)) {
      if (!thrown && risenM < params.shortShare() * referenceM
          && hold.surelySunkM(SURELY_SINKING_SDS) >= params.shortSunkM()) {
        return false;
      }
      boolean sinks = !thrown && StuckJudge.isStuck(hold, rep.meanConcentricMps, 1);
      double doubtM = sinks ? 0 : DOUBT_SDS * Math.sqrt(sdM * sdM + referenceVar);
      return risenM + doubtM >= params.completeShare() * referenceM;
    }
    if (start == LiftStart.FLOOR && (risenM + DOUBT_SDS * sdM < params.leastFloorM()
        || (risenM < params.sureFloorM() && isCarried(c, s, concentric, eccentric)))) {
      return false;
    }
    // A lockout is no lower than where an attempt before it was stuck.
    if (risenM + DOUBT_SDS * sdM < params.completeShare() * sunkAtM) {
      return false;
    }
    boolean again = Math.abs(risenM - sunkAtM) < params.sameShare() * risenM;
    double lowShare = start == LiftStart.FLOOR ? Math.clamp(1 - (risenM - params.sureFloorM()) / LOW_OVER_M, 0, 1) : 0;
    boolean stuck = !thrown && StuckJudge.isStuck(hold, rep.meanConcentricMps, lowShare);
    sunkAtM = stuck ? risenM : Double.NaN;
    return !stuck || again;
  }

  private boolean isThrown(RepMeasures rep) {
    return rep.peakConcentricMps >= params.thrownMps();
  }

  private boolean isCarried(MotionCurve c, StrokeFinder s, int concentric, int eccentric) {
    boolean lowered = eccentric > concentric;
    boolean walked = lowered
        && AttemptSigns.travelM(c, s.last(concentric), s.first(eccentric)) > params.walkedM();
    int end = s.last(lowered ? eccentric : concentric);
    return walked || AttemptSigns.travelM(c, s.first(concentric), end) > params.carriedM();
  }
}
