package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// The top: from the end of the concentric phase to the begin of the way down. Stateless.
final class LockoutMeter {
  private LockoutMeter() {}

  /// @param facingSign sign of forward in the bar frame's y
  static void measure(MotionCurve c, RepSpan span, int facingSign, RepMeasures rep) {
    if (!span.downAfter()) {
      return;
    }
    rep.lockoutS = Math.max(0, rep.turnaroundS);
    double back = 0;
    double squares = 0;
    int n = 0;
    for (int i = span.end; i <= span.down; i++) {
      back = Math.max(back, facingSign * (c.acrossM(span.end) - c.acrossM(i)));
      int a = Math.max(i - 1, 0);
      int b = Math.min(i + 1, c.size() - 1);
      if (b > a) {
        double s = c.secondsBetween(a, b);
        double across = (c.acrossM(b) - c.acrossM(a)) / s;
        double along = (c.alongM(b) - c.alongM(a)) / s;
        squares += c.velocityMps(i) * c.velocityMps(i) + across * across + along * along;
        n++;
      }
    }
    rep.leanBackM = back;
    rep.lockoutUnrestMps = n > 0 ? Math.sqrt(squares / n) : Double.NaN;
  }
}
