package io.plumbline.core.technique;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.LiveEstimate;

/// Follows an ascent by the causal estimate: how fast it was, and how far forward it went. Allocates nothing. Not thread-safe.
///
/// Velocity is the mean from where the ascent is surely under way to where it has slowed down to a quarter of its peak: onset and lockout are
/// what a causal estimate knows least, and the same parts of each rep are left out.
final class AscentWatch {
  private static final double SLOW_SHARE = 0.25;
  private static final double LEAST_GAIN_M = 0.1;
  private static final double FAST_MPS = 0.15;
  /// The mean of the whole as a share of that mean: median of random simulated reps; which it is for a lift and a lifter, [PaceWatch] learns.
  private static final double WHOLE_SHARE = 0.85;
  /// So much lifters vary in where a rep ends.
  private static final double SAME_TOP_SD_M = 0.02;

  private static final long NONE = Long.MIN_VALUE;

  private Phase phase = Phase.REST;
  private boolean open;
  private boolean fast;
  private boolean fromRest;
  private long slowNs;
  private double slowM;
  private double forceN;
  private int forces;
  private boolean slow;
  private long beginNs;
  private double beginM;
  private long endNs;
  private double endM;
  private double peakMps;
  private double forwardZeroM;
  private double forwardM;
  private double forwardMaxM;
  private long lastEndNs = NONE;
  private double lastEndM;

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
    lastEndNs = atRest ? NONE : lastEndNs;
    if (begins) {
      open = true;
      fast = false;
      forceN = 0;
      forces = 0;
      endNs = nowNs;
      endM = live.heightM;
      peakMps = 0;
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
      peakMps = Math.max(peakMps, live.velocityMps);
      slow = live.velocityMps < SLOW_SHARE * peakMps;
      if (!slow) {
        endNs = nowNs;
        endM = live.heightM;
        double bothN = live.forceLeftN + live.forceRightN;
        forceN += Double.isNaN(bothN) ? 0 : bothN;
        forces += Double.isNaN(bothN) ? 0 : 1;
      }
    }
    return begins;
  }

  /// Whether it has ended, or as good as: it is slow again and has come as far as is usual.
  ///
  /// @param usualGainM NaN where that is not known, so that the phase tells
  boolean isDone(double usualGainM) {
    boolean far = gainM() >= LEAST_GAIN_M;
    return open && far && (phase != Phase.ASCENT || (slow && gainM() >= usualGainM));
  }

  /// It has been judged.
  void close() {
    open = false;
    lastEndNs = endNs;
    lastEndM = endM;
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

  /// Mean velocity. Between reps without a rest the causal velocity wanders; that they end at the same height tells by how much.
  ///
  /// @param velocitySdMps of the causal estimate
  double meanMps(double velocitySdMps) {
    double offsetMps = 0;
    if (lastEndNs != NONE) {
      double variance = velocitySdMps * velocitySdMps;
      double share = variance / (variance + offsetSdMps() * offsetSdMps());
      offsetMps = share * (endM - lastEndM) / ((endNs - lastEndNs) * 1e-9);
    }
    return WHOLE_SHARE * (gainM() / ((endNs - beginNs) * 1e-9) - offsetMps);
  }

  /// Standard deviation of the mean velocity, by what the causal velocity may be off.
  double meanSdMps(double velocitySdMps) {
    double offMps = lastEndNs == NONE
        ? velocitySdMps
        : velocitySdMps * offsetSdMps() / Math.hypot(velocitySdMps, offsetSdMps());
    return WHOLE_SHARE * offMps;
  }

  private double offsetSdMps() {
    return Math.sqrt(2) * SAME_TOP_SD_M / ((endNs - lastEndNs) * 1e-9);
  }

  /// From the plumb line, now.
  double forwardM() {
    return forwardM;
  }

  double forwardMaxM() {
    return forwardMaxM;
  }
}
