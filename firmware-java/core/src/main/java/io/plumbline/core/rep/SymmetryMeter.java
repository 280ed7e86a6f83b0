package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// How even the sides were in the concentric phase. Not thread-safe.
final class SymmetryMeter {
  /// What inertial sensors leave in doubt.
  ///
  /// @param tiltSdRad      tilt of one pod: offset of its accelerometer at rest, 2 mg, and its mount, 0.1°
  /// @param turnSdRadps    twist: what is left of a gyro's offset
  /// @param twistSdRad     twist whatever the time
  record Params(double tiltSdRad, double turnSdRadps, double twistSdRad) {
    /// Accelerometer and gyro of `icm-42688-p.md`, calibrated on the bar.
    static final Params DEFAULT = new Params(0.003, 0.0004, 0.001);
  }

  private final Params params;

  SymmetryMeter(Params params) {
    this.params = params;
  }

  void measure(MotionCurve c, LoadCurve loads, RepSpan span, RepMeasures rep) {
    double tilt = 0;
    double tiltVar = 0;
    double twist = 0;
    double left = 0;
    double right = 0;
    for (int i = span.start; i <= span.end; i++) {
      double turned = c.twistRad(i) - c.twistRad(span.start);
      if (Math.abs(c.tiltRad(i)) > Math.abs(tilt)) {
        tilt = c.tiltRad(i);
        tiltVar = c.tiltVar(i);
      }
      twist = Math.abs(turned) > Math.abs(twist) ? turned : twist;
      double s = c.secondsBetween(Math.max(i - 1, span.start), Math.min(i + 1, span.end));
      double l = loads.pullN(0, i);
      double r = loads.pullN(1, i);
      if (!Double.isNaN(l + r)) {
        left += l * s;
        right += r * s;
      }
    }
    if (c.tiltKnown()) {
      rep.peakTiltRad = tilt;
      rep.peakTiltSdRad = Math.hypot(params.tiltSdRad / Math.sqrt(Math.max(1, c.pods())), Math.sqrt(tiltVar));
    }
    rep.peakTwistRad = twist;
    rep.peakTwistSdRad = Math.hypot(params.twistSdRad, params.turnSdRadps * rep.concentricS)
        / Math.sqrt(Math.max(1, c.pods()));
    rep.rollRad = Math.IEEEremainder(c.rollRad(span.end) - c.rollRad(span.start), 2 * Math.PI);
    rep.leftShare = left + right > 0 ? left / (left + right) : Double.NaN;
  }
}
