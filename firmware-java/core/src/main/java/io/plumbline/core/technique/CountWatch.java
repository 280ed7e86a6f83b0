package io.plumbline.core.technique;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepMeasures.Outcome;
import io.plumbline.core.sample.LiftStart;

/// Tells at the top of an ascent, by the causal estimate, whether it was a rep. It compares the height gained with that of the reps before,
/// by the same estimate, so that what it takes for height and is none (a bar that bends) cancels. Where nothing was lifted before, it tells what
/// can be told: a bar that came up again as far as it went down, or one that is held far above the floor; the others are told by the smoothed rep.
///
/// Allocates nothing after construction. Not thread-safe.
final class CountWatch {
  /// Least rise of a completed rep, as a share of those before it, as for the smoothed one.
  private static final double COMPLETE_SHARE = 0.94;
  /// The same where the way up is compared with the way down, or with what is known from other days.
  private static final double ROUGH_SHARE = 0.9;
  /// A way down of less than this share of the deepest is no rep's.
  private static final double HELPED_SHARE = 0.6;
  private static final double REP_M = 0.13;
  private static final double LEAST_FLOOR_M = 0.28;
  /// A first lift from the floor is told where it is held for so long, and does not sink.
  private static final double HELD_S = 0.3;
  private static final double SUNK_M = 0.004;
  /// A bar that was so fast comes down a little by itself.
  private static final double THROWN_MPS = 1.2;
  /// Where the causal velocity wanders by more, height is lost on the way down and on the way up alike: their mean tells.
  private static final double WANDERS_MPS = 0.02;
  private static final double WANDERED_SHARE = 0.75;
  /// A bar that stands for so long on its way up is helped up.
  private static final double STUCK_S = 0.4;
  /// An ascent is noticed some centimetres after the bar was as slow as that.
  private static final double STILL_MPS = 0.03;
  /// Who fails fights for longer before the bar goes down.
  private static final double FOUGHT_S = 0.7;
  private static final double GAIN = 0.4;
  private static final int TOPS = 32;

  private final TopTimes tops = new TopTimes(TOPS);
  private final double[] topGainM = new double[TOPS];
  private final boolean[] topCounted = new boolean[TOPS];
  private LiftStart start = LiftStart.UNKNOWN;
  private Phase phase = Phase.REST;
  private double confirmedM = Double.NaN;
  private double provisionalM = Double.NaN;
  private double deepestM;
  private double baseM;
  private double stillM;
  private double fallenFromM;
  private double fallenM = Double.NaN;
  private double highestM;
  private double peakMps;
  private long lockoutNs;
  private boolean fromRest;
  private boolean helped;
  private boolean closed = true;

  /// Takes an estimate.
  ///
  /// @param usualM height that the athlete usually gains, NaN where not known
  /// @return whether a rep is counted with it
  boolean follow(long nowNs, LiveEstimate live, double usualM) {
    if (live.start != start) {
      start = live.start;
      forget();
    }
    Phase now = live.phase;
    if (Math.abs(live.velocityMps) < STILL_MPS) {
      stillM = live.heightM;
    }
    if (now != phase) {
      boolean counted = now == Phase.DESCENT && !closed && isLoweredAtOnce(nowNs, usualM);
      enter(now, nowNs, live.heightM);
      phase = now;
      if (counted) {
        return true;
      }
    }
    switch (now) {
      case REST, TENSION, FLOOR -> baseM = stillM;
      case ASCENT -> {
        highestM = Math.max(highestM, live.heightM);
        peakMps = Math.max(peakMps, live.velocityMps);
      }
      case LOCKOUT -> {
        highestM = Math.max(highestM, live.heightM);
        return !closed && decide(nowNs, live, usualM);
      }
      case DESCENT -> baseM = Math.min(baseM, live.heightM);
    }
    return false;
  }

  private void enter(Phase next, long nowNs, double heightM) {
    switch (next) {
      case REST, TENSION, FLOOR -> leave();
      case ASCENT -> {
        if (phase == Phase.LOCKOUT) {
          goOn(nowNs, heightM);
        } else {
          begin(heightM);
        }
      }
      case LOCKOUT -> lockoutNs = nowNs;
      case DESCENT -> {
        leave();
        fallenFromM = Math.max(highestM, heightM);
        highestM = Double.NEGATIVE_INFINITY;
        baseM = heightM;
      }
    }
  }

  /// The top is over, told or not.
  private void leave() {
    if (!closed && highestM - baseM >= REP_M) {
      note(lockoutNs, highestM - baseM, false);
    }
    closed = true;
  }

  private void begin(double heightM) {
    fromRest = phase != Phase.DESCENT;
    fallenM = fromRest ? Double.NaN : fallenFromM - baseM;
    highestM = heightM;
    peakMps = 0;
    helped = false;
    closed = false;
  }

  private boolean isLoweredAtOnce(long nowNs, double usualM) {
    double gainM = highestM - baseM;
    boolean unknown = Double.isNaN(known()) && !start.isTopStart() && start != LiftStart.UNKNOWN;
    boolean pickedUp = start == LiftStart.HANG_LOW && fromRest;
    boolean counted = unknown && !pickedUp && !isShort(gainM, usualM)
        && gainM >= (start == LiftStart.FLOOR ? LEAST_FLOOR_M : REP_M) && (nowNs - lockoutNs) * 1e-9 < FOUGHT_S;
    if (counted) {
      count(lockoutNs, gainM);
    }
    return counted;
  }

  private static boolean isShort(double gainM, double usualM) {
    return !Double.isNaN(usualM) && gainM < ROUGH_SHARE * usualM;
  }

  /// It stopped, and goes on: picked up, taken out of a rack, stuck, or helped.
  private void goOn(long nowNs, double heightM) {
    double gainM = highestM - baseM;
    boolean stood = (nowNs - lockoutNs) * 1e-9 > STUCK_S;
    if (start == LiftStart.HANG_LOW && fromRest && stood) {
      begin(heightM);
      fromRest = false;
      baseM = stillM;
      return;
    }
    if (closed) {
      return;
    }
    if (gainM < REP_M && fromRest) {
      baseM = stillM;
    } else {
      helped |= stood;
    }
  }

  private boolean decide(long nowNs, LiveEstimate live, double usualM) {
    double gainM = highestM - baseM;
    boolean counted = gainM >= REP_M
        && (start.isTopStart() ? comesUp(gainM, live.velocitySdMps) : goesUp(nowNs, live, gainM, usualM));
    if (counted) {
      count(nowNs, gainM);
    }
    return counted;
  }

  private void count(long nowNs, double gainM) {
    closed = true;
    provisionalM = Double.isNaN(provisionalM) ? gainM : provisionalM;
    note(nowNs, gainM, true);
  }

  private boolean comesUp(double gainM, double velocitySdMps) {
    if (Double.isNaN(fallenM) || helped || fallenM < Math.max(REP_M, HELPED_SHARE * deepestM)) {
      return false;
    }
    boolean wandered = velocitySdMps > WANDERS_MPS && gainM >= WANDERED_SHARE * fallenM
        && 0.5 * (gainM + fallenM) >= ROUGH_SHARE * known();
    boolean up = wandered || gainM >= ROUGH_SHARE * fallenM || gainM >= COMPLETE_SHARE * known();
    deepestM = up && velocitySdMps < WANDERS_MPS ? Math.max(deepestM, fallenM) : deepestM;
    return up;
  }

  private boolean goesUp(long nowNs, LiveEstimate live, double gainM, double usualM) {
    if (start == LiftStart.UNKNOWN || (start == LiftStart.HANG_LOW && fromRest)) {
      return false;
    }
    double knownM = known();
    if (!Double.isNaN(knownM)) {
      return gainM >= COMPLETE_SHARE * knownM;
    }
    if (isShort(gainM, usualM)) {
      return false;
    }
    return start != LiftStart.HANG_LOW && gainM >= LEAST_FLOOR_M && (nowNs - lockoutNs) * 1e-9 > HELD_S
        && (peakMps >= THROWN_MPS || highestM - live.heightM < SUNK_M);
  }

  private double known() {
    return Double.isNaN(confirmedM) ? provisionalM : confirmedM;
  }

  /// A rep was measured. What a lifted one gained is what the next one has to reach.
  ///
  /// @return whether it has been counted already
  boolean measured(RepMeasures rep) {
    int top = tops.find(rep);
    if (rep.outcome != Outcome.COMPLETED && rep.outcome != Outcome.HITCHED) {
      // It may have been taken for the first rep.
      provisionalM = Double.NaN;
    } else if (top >= 0) {
      confirmedM = Double.isNaN(confirmedM) ? topGainM[top] : confirmedM + GAIN * (topGainM[top] - confirmedM);
    }
    return top >= 0 && topCounted[top];
  }

  private void note(long atNs, double gainM, boolean counted) {
    int top = tops.add(atNs);
    topGainM[top] = gainM;
    topCounted[top] = counted;
  }

  /// Another lift: heights of before do not count any more.
  void forget() {
    confirmedM = Double.NaN;
    provisionalM = Double.NaN;
    deepestM = 0;
    tops.forget();
  }
}
