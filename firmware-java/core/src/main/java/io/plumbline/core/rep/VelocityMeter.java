package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Where in the concentric phase the bar is fast and slow: its first ten centimetres and its sticking point. Stateless.
final class VelocityMeter {
  private static final double FIRST_M = 0.1;
  /// The whip of the bar is no sticking point: velocities are averaged over a tenth of a second, and must dip by this.
  private static final double SMOOTH_S = 0.05;
  private static final double LEAST_DIP_MPS = 0.03;
  private static final double DIP_SHARE = 0.06;

  private VelocityMeter() {}

  static void measure(MotionCurve c, RepSpan span, RepMeasures rep) {
    firstWay(c, span, rep);
    sticking(c, span, rep);
  }

  private static void firstWay(MotionCurve c, RepSpan span, RepMeasures rep) {
    double target = c.heightM(span.start) + FIRST_M;
    int i = span.start;
    while (i < span.end && c.heightM(i) < target) {
      i++;
    }
    if (i == span.start || c.heightM(i) < target) {
      return;
    }
    double u = (target - c.heightM(i - 1)) / (c.heightM(i) - c.heightM(i - 1));
    double ns = c.timeNs(i - 1) + u * (c.timeNs(i) - c.timeNs(i - 1));
    double seconds = (ns - span.startNs) * 1e-9;
    if (seconds > 0) {
      rep.firstTenCentimetresMps = FIRST_M / seconds;
      double startSdS = Double.isNaN(span.startSdS) ? rep.concentricSdS : span.startSdS;
      double slip = Math.sqrt(c.velocityVar(i));
      rep.firstTenCentimetresSdMps = Math.hypot(slip, rep.firstTenCentimetresMps * startSdS / seconds);
    }
  }

  /// The deepest dip between two peaks: followed by what the velocity fell by before it and rose by after it, the smaller of both.
  private static void sticking(MotionCurve c, RepSpan span, RepMeasures rep) {
    double highest = 0;
    int low = -1;
    double lowMps = 0;
    double deepest = 0;
    double peakMps = 0;
    for (int i = span.start; i <= span.end; i++) {
      double v = smoothMps(c, span, i);
      peakMps = Math.max(peakMps, v);
      if (low < 0 && v > highest) {
        highest = v;
      } else if (low < 0 || v < lowMps) {
        low = i;
        lowMps = v;
      } else {
        double dip = Math.min(highest - lowMps, v - lowMps);
        if (dip > deepest) {
          deepest = dip;
          rep.stickingMps = lowMps;
          rep.stickingSdMps = Math.sqrt(c.velocityVar(low));
          rep.stickingHeightM = c.heightM(low) - c.heightM(span.start);
        }
        if (v > highest) {
          highest = v;
          low = -1;
        }
      }
    }
    if (deepest < Math.max(LEAST_DIP_MPS, DIP_SHARE * peakMps)) {
      rep.stickingMps = Double.NaN;
      rep.stickingSdMps = Double.NaN;
      rep.stickingHeightM = Double.NaN;
    }
  }

  private static double smoothMps(MotionCurve c, RepSpan span, int i) {
    int a = i;
    int b = i;
    while (a > span.start && c.secondsBetween(a, i) < SMOOTH_S) {
      a--;
    }
    while (b < span.end && c.secondsBetween(i, b) < SMOOTH_S) {
      b++;
    }
    return b > a ? (c.heightM(b) - c.heightM(a)) / c.secondsBetween(a, b) : c.velocityMps(i);
  }
}
