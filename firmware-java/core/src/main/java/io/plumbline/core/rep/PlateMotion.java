package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Upward acceleration of what hangs on a sleeve, by the pod at that end of the shaft: that of the sleeve, and what the tip of the sleeve does more,
/// since the shaft's slope turns there, by bend or tilt. Both are seen through the same window.
final class PlateMotion {
  /// Half the window, entries: white noise of the cells falls to a newton, and an edge is blurred by 6 ms.
  static final int REACH = 2;
  /// Centre of what hangs on a sleeve, outside the pod.
  static final double OVERHANG_M = 0.11;

  private static final double REBOUND_S = 0.3;
  private static final double REBOUND_MPS = 0.05;

  private PlateMotion() {}

  /// Whether there are entries enough about one.
  static boolean isKnown(MotionCurve c, int i) {
    return i >= 2 * REACH && i + 2 * REACH < c.size();
  }

  /// Of the shaft's end, m/s².
  static double sleeveMps2(MotionCurve c, int side, int i) {
    return (c.endVelocityMps(side, i + REACH) - c.endVelocityMps(side, i - REACH))
        / c.secondsBetween(i - REACH, i + REACH);
  }

  /// Second derivative of the end's outward slope, + where it comes to fall, rad/s².
  static double slopeRadps2(MotionCurve c, int side, int i) {
    return (slopeRadps(c, side, i + REACH) - slopeRadps(c, side, i - REACH)) / c.secondsBetween(i - REACH, i + REACH);
  }

  /// By how much that of the plates is more, m/s².
  static double tipMps2(MotionCurve c, int side, int i) {
    return -OVERHANG_M * slopeRadps2(c, side, i);
  }

  /// Whether they came down just now: what struck the floor may be thrown up again, plates and all.
  static boolean mayRebound(MotionCurve c, int side, int i) {
    for (int k = i; k >= 0 && c.secondsBetween(k, i) < REBOUND_S; k--) {
      if (c.endVelocityMps(side, k) < -REBOUND_MPS) {
        return true;
      }
    }
    return false;
  }

  private static double slopeRadps(MotionCurve c, int side, int i) {
    return (c.endSlopeRad(side, i + 1) - c.endSlopeRad(side, i - 1)) / c.secondsBetween(i - 1, i + 1);
  }

  /// Half the time over which is averaged at an entry.
  static double halfWindowS(MotionCurve c, int i) {
    return c.secondsBetween(Math.max(0, i - REACH), Math.min(c.size() - 1, i + REACH)) / 2;
  }
}
