package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.core.sample.LiftStart;

/// Tells which upward strokes are reps, and how they ended. It compares an attempt with the completed reps before it: a lifter repeats a
/// movement's height to a few per cent, a failed attempt or a bar that is carried about does not reach it.
///
/// Allocates nothing after construction. Not thread-safe.
public final class RepJudge {
  /// Limits.
  ///
  /// @param completeShare least rise of a completed rep, as a share of those before it
  /// @param returnShare   least rise of a completed rep that goes down first, as a share of its way down
  /// @param leastFloorM   least rise of a completed lift from the floor where none was seen before
  /// @param carriedM      level travel of a lift from the floor beyond which a bar that does not reach the height of a rep is carried elsewhere
  /// @param helpedShare   least way down of a rep that goes down first, as a share of the deepest: less is a failed attempt that sinks again
  /// @param floorM        height below which a stroke begins where the bar was before the set
  /// @param standS        how long a bar stands on its way up to be called hitched
  /// @param standMps      velocity below which it stands
  public record Params(double completeShare, double returnShare, double leastFloorM, double carriedM,
      double helpedShare, double floorM,
      double standS, double standMps) {
    /// Named and random simulated sets; bar travel of domain literature: sumo deadlift from 0.35 m on.
    public static final Params DEFAULT = new Params(0.94, 0.85, 0.28, 0.15, 0.6, 0.05, 0.1, 0.015);
  }

  private static final double REFERENCE_GAIN = 0.4;
  private static final double DOUBT_SDS = 1;
  private static final double HITCH_FROM = 0.15;
  private static final double HITCH_TO = 0.93;

  private final Params params;
  private LiftStart start = LiftStart.UNKNOWN;
  private double referenceM = Double.NaN;
  private double deepestM;

  /// Judges by these limits.
  public RepJudge(Params params) {
    this.params = params;
  }

  /// Another exercise: heights of before do not count any more.
  public void begin(LiftStart newStart) {
    start = newStart;
    referenceM = Double.NaN;
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
    double risenM = c.heightM(s.last(concentric)) - c.heightM(s.first(concentric));
    if (start == LiftStart.UNKNOWN) {
      // Whatever goes up far enough: nothing tells a small movement from an unfinished one.
      rep.outcome = stands(c, s, concentric, risenM) ? Outcome.HITCHED : Outcome.COMPLETED;
      return true;
    }
    if (topStart) {
      // Without a way down before it, the bar was picked up; a failed attempt is helped up after a second one.
      if (eccentric < 0 || eccentric > concentric) {
        return false;
      }
      double fallenM = c.heightM(s.first(eccentric)) - c.heightM(s.last(eccentric));
      if (fallenM < params.helpedShare() * deepestM) {
        return false;
      }
      deepestM = Math.max(fallenM, deepestM);
      boolean up = risenM >= params.returnShare() * fallenM
          || risenM + DOUBT_SDS * rep.rangeOfMotionSdM >= params.completeShare() * referenceM;
      rep.outcome = up ? Outcome.COMPLETED : Outcome.FAILED;
    } else if (start == LiftStart.HANG_LOW && fromRest && concentric == 0
        && Math.abs(c.heightM(s.first(concentric))) < params.floorM()) {
      // Picked up from the floor.
      return false;
    } else {
      rep.outcome = reaches(risenM + DOUBT_SDS * rep.rangeOfMotionSdM) ? Outcome.COMPLETED : Outcome.FAILED;
      if (rep.outcome == Outcome.FAILED && isCarried(c, s, concentric, eccentric)) {
        return false;
      }
    }
    if (rep.outcome == Outcome.COMPLETED) {
      referenceM = Double.isNaN(referenceM) ? risenM : referenceM + REFERENCE_GAIN * (risenM - referenceM);
      if (stands(c, s, concentric, risenM)) {
        rep.outcome = Outcome.HITCHED;
      }
    }
    return true;
  }

  private boolean reaches(double risenM) {
    if (!Double.isNaN(referenceM)) {
      return risenM >= params.completeShare() * referenceM;
    }
    return start != LiftStart.FLOOR || risenM >= params.leastFloorM();
  }

  private boolean isCarried(MotionCurve c, StrokeFinder s, int concentric, int eccentric) {
    int a = s.first(concentric);
    int b = s.last(eccentric > concentric ? eccentric : concentric);
    return Math.hypot(c.acrossM(b) - c.acrossM(a), c.alongM(b) - c.alongM(a)) > params.carriedM();
  }

  /// Whether it stood, or sank, between the first and the last part of its way.
  private boolean stands(MotionCurve c, StrokeFinder s, int concentric, double risenM) {
    int a = s.first(concentric);
    int b = s.last(concentric);
    double stoodS = 0;
    for (int i = a + 1; i <= b; i++) {
      double share = (c.heightM(i) - c.heightM(a)) / risenM;
      boolean still = share > HITCH_FROM && share < HITCH_TO && c.velocityMps(i) < params.standMps();
      stoodS = still ? stoodS + c.secondsBetween(i - 1, i) : 0;
      if (stoodS >= params.standS()) {
        return true;
      }
    }
    return false;
  }
}
