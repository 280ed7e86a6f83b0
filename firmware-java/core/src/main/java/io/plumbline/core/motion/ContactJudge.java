package io.plumbline.core.motion;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;

/// Tells from the load cells whether the plates stand on the floor. What hangs outside a cell's plane pulls the shaft down by its weight; plates
/// that stand take that weight, and the sleeve is even carried a little. So a side stands where its pull is a small part of what it was when
/// it hung.
///
/// Allocates nothing after construction. Not thread-safe.
public final class ContactJudge {
  /// What is known.
  public enum Contact {
    /// No load cells, or they are stale, or nothing ever hung on them.
    UNKNOWN,
    /// Both sides stand: nobody carries the plates.
    STANDS,
    /// At least one side hangs, or falls.
    HANGS
  }

  /// More than an empty sleeve is carried by its plates, less than half of the lightest sleeve that hangs.
  private static final double LEAST_N = 25;
  private static final double STANDING_SHARE = 0.25;
  private static final double FALLING_MPS2 = 6;
  private static final double SMOOTH_S = 0.008;
  private static final double HANG_SMOOTH_S = 0.15;
  private static final double FORGET_S = 90;
  private static final double STALE_S = 0.5;

  private final Side left = new Side(Channel.LEFT_FY, Channel.LEFT_FZ, Channel.LEFT_F);
  private final Side right = new Side(Channel.RIGHT_FY, Channel.RIGHT_FZ, Channel.RIGHT_F);
  private long nowNs = Long.MIN_VALUE;
  private long feltNs = Long.MIN_VALUE;
  private double feltMps2;

  /// Takes the specific force along the vertical that a pod feels: a bar that falls pulls at nothing either.
  public void feel(long timeNs, double upMps2) {
    double dtS = (timeNs - feltNs) * 1e-9;
    feltMps2 = feltNs == Long.MIN_VALUE || dtS > STALE_S
        ? upMps2
        : feltMps2 + Math.clamp(dtS / SMOOTH_S, 0, 1) * (upMps2 - feltMps2);
    feltNs = timeNs;
  }

  /// Takes what a frame holds of force.
  ///
  /// @param up world up as seen from the bar frame
  public void add(SensorFrame frame, double[] up) {
    nowNs = frame.timeNs();
    left.add(frame, up);
    right.add(frame, up);
  }

  /// What draws at a side, N downward, averaged over [#HANG_SMOOTH_S]; NaN where it is not known.
  ///
  /// @param side 0 left, 1 right
  public double pullN(int side) {
    Side of = side == 0 ? left : right;
    return of.isKnown(nowNs) ? of.slowN : Double.NaN;
  }

  /// Whether the plates stand on the floor, now.
  public Contact contact() {
    boolean leftKnown = left.isKnown(nowNs);
    boolean rightKnown = right.isKnown(nowNs);
    if (!leftKnown && !rightKnown) {
      return Contact.UNKNOWN;
    }
    if (feltMps2 < FALLING_MPS2) {
      return Contact.HANGS;
    }
    boolean stands = (!leftKnown || left.stands()) && (!rightKnown || right.stands());
    return stands ? Contact.STANDS : Contact.HANGS;
  }

  private static final class Side {
    private final Channel y;
    private final Channel z;
    private final Channel alone;
    private long lastNs = Long.MIN_VALUE;
    private double pullN;
    private double slowN;
    private double hungN;

    Side(Channel y, Channel z, Channel alone) {
      this.y = y;
      this.z = z;
      this.alone = alone;
    }

    void add(SensorFrame frame, double[] up) {
      double now;
      if (frame.has(y) && frame.has(z)) {
        now = -(frame.get(y) * up[1] + frame.get(z) * up[2]);
      } else if (frame.has(alone)) {
        now = Math.abs(frame.get(alone));
      } else {
        return;
      }
      double dtS = (frame.timeNs() - lastNs) * 1e-9;
      if (lastNs == Long.MIN_VALUE || dtS > STALE_S) {
        pullN = now;
        slowN = now;
        hungN = Math.max(now, 0);
      } else {
        pullN += Math.min(1, dtS / SMOOTH_S) * (now - pullN);
        slowN += Math.min(1, dtS / HANG_SMOOTH_S) * (now - slowN);
        hungN = Math.max(slowN, hungN * (1 - dtS / FORGET_S));
      }
      lastNs = frame.timeNs();
    }

    boolean isKnown(long nowNs) {
      return lastNs != Long.MIN_VALUE && (nowNs - lastNs) * 1e-9 < STALE_S;
    }

    boolean stands() {
      return pullN < Math.max(LEAST_N, STANDING_SHARE * hungN);
    }
  }
}
