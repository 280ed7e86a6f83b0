package io.plumbline.core.technique;

import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.LiveEstimate;

/// Follows an ascent by the causal estimate: how fast it was, and how far forward it went. Allocates nothing. Not thread-safe.
///
/// Velocity is the mean from where the ascent was noticed to where it has slowed down to a quarter of its peak: onset and lockout are what
/// a causal estimate knows least, and the same parts of each rep are left out.
final class AscentWatch {
  private static final double SLOW_SHARE = 0.25;
  private static final double LEAST_GAIN_M = 0.1;
  /// That mean over the mean of the whole, for a smooth rise (minimum jerk) through 0.55 m that is noticed after 4 cm.
  private static final double SMOOTH_RISE = 1.4;

  private Phase phase = Phase.REST;
  private boolean open;
  private boolean slow;
  private long beginNs;
  private double beginM;
  private long endNs;
  private double endM;
  private double peakMps;
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
    phase = live.phase;
    if (begins) {
      open = true;
      beginNs = nowNs;
      beginM = live.heightM;
      endNs = nowNs;
      endM = live.heightM;
      peakMps = 0;
      forwardMaxM = 0;
    }
    if (phase == Phase.ASCENT) {
      forwardM = live.forwardM - forwardZeroM;
      forwardMaxM = Math.max(forwardMaxM, forwardM);
      peakMps = Math.max(peakMps, live.velocityMps);
      slow = live.velocityMps < SLOW_SHARE * peakMps;
      if (!slow) {
        endNs = nowNs;
        endM = live.heightM;
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
  }

  boolean isRising() {
    return phase == Phase.ASCENT;
  }

  /// Height gained since it was noticed.
  double gainM() {
    return endM - beginM;
  }

  double meanMps() {
    return gainM() / ((endNs - beginNs) * 1e-9) / SMOOTH_RISE;
  }

  /// From the plumb line, now.
  double forwardM() {
    return forwardM;
  }

  double forwardMaxM() {
    return forwardMaxM;
  }
}
