package io.plumbline.core.technique;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.LiveEstimate;

/// Follows an ascent by the causal estimate: how fast it was, and how far forward it went. Allocates nothing. Not thread-safe.
///
/// Velocity is the mean from where the ascent is surely under way to its top: the onset is what a causal estimate knows least.
final class AscentWatch {
  private static final double LEAST_GAIN_M = 0.1;
  private static final double FAST_MPS = 0.15;
  /// The mean of the whole as a share of that mean: median of random simulated reps; which it is for a lift and a lifter, [PaceWatch] learns.
  private static final double WHOLE_SHARE = 0.95;

  private Phase phase = Phase.REST;
  private boolean open;
  private boolean fast;
  private boolean fromRest;
  private long slowNs;
  private double slowM;
  private double forceN;
  private int forces;
  private long beginNs;
  private double beginM;
  private long endNs;
  private double endM;
  private double forwardZeroM;
  private double forwardM;
  private double forwardMaxM;

  /// Takes an estimate.
  ///
  /// @return whether an ascent begins with it
  boolean follow(long nowNs, LiveEstimate live, boolean atRest) {
    boolean begins = live.phase == Phase.ASCENT && phase != Phase.ASCENT;
    // From rest the plumb line is where the bar stood; out of a bounce it is where the ascent was noticed.
    if (atRest || (begins && phase == Phase.DESCENT)) {
      forwardZeroM = live.forwardM;
    }
    fromRest = begins ? phase != Phase.DESCENT && phase != Phase.LOCKOUT : fromRest;
    phase = live.phase;
    if (begins) {
      open = true;
      fast = false;
      forceN = 0;
      forces = 0;
      endNs = nowNs;
      endM = live.heightM;
      forwardMaxM = 0;
    }
    // A bar that bends is fast before it is noticed to rise.
    boolean slowYet = live.velocityMps < FAST_MPS;
    if (slowYet) {
      slowNs = nowNs;
      slowM = live.heightM;
    }
    if (phase == Phase.ASCENT && !fast) {
      beginNs = slowNs;
      beginM = slowM;
      fast = !slowYet;
    }
    if (phase == Phase.ASCENT) {
      forwardM = live.forwardM - forwardZeroM;
      forwardMaxM = Math.max(forwardMaxM, forwardM);
      endNs = nowNs;
      endM = live.heightM;
      double bothN = live.forceLeftN + live.forceRightN;
      forceN += Double.isNaN(bothN) ? 0 : bothN;
      forces += Double.isNaN(bothN) ? 0 : 1;
    }
    return begins;
  }

  /// Whether it has ended.
  boolean isDone() {
    return open && gainM() >= LEAST_GAIN_M && phase != Phase.ASCENT;
  }

  /// It has been judged.
  void close() {
    open = false;
  }

  /// Whether it began where the bar lay or stood.
  boolean isFromRest() {
    return fromRest;
  }

  boolean isRising() {
    return phase == Phase.ASCENT;
  }

  /// Mean force of both sides' cells on the way, NaN where it is not known.
  double meanForceN() {
    return forces == 0 ? Double.NaN : forceN / forces;
  }

  /// Height gained since it is surely under way.
  double gainM() {
    return endM - beginM;
  }

  /// Mean velocity.
  double meanMps() {
    return WHOLE_SHARE * gainM() / ((endNs - beginNs) * 1e-9);
  }

  /// Standard deviation of the mean velocity, by what the live velocity may be off.
  double meanSdMps(double velocitySdMps) {
    return WHOLE_SHARE * velocitySdMps;
  }

  /// From the plumb line, now.
  double forwardM() {
    return forwardM;
  }

  double forwardMaxM() {
    return forwardMaxM;
  }
}
