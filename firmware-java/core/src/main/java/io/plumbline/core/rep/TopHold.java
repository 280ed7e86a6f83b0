package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// How a bar was held between its way up and its way down: whether it sank, swung and trembled. In a lockout the joints carry the load; a bar
/// that is stuck hangs on muscles, which give way and tremble. Allocates nothing after construction. Not thread-safe.
final class TopHold {
  /// A bar that swung back from beyond its lockout goes on swinging: it sinks only by more than this share of that.
  private static final double SWING_SHARE = 0.5;
  /// How long a bar that was thrown a little beyond the arms' reach comes back for: until then it does not tell whether it sinks.
  private static final double SETTLE_S = 0.3;
  private static final double SHORTEST_S = 0.15;
  /// Until here it may already be on its way down.
  private static final double LEAVING_S = 0.05;
  /// Who holds a bar lets it sink by no more than that, and no faster.
  private static final double NEAR_M = 0.02;
  private static final double SINKING_MPS = 0.01;
  /// Hands tremble at 8 to 12 Hz; a mean over more than a period of that leaves what sways.
  private static final double TREMOR_MEAN_S = 0.15;

  /// How long the bar was held, s; 0 where that was too short to tell anything.
  double heldS;
  /// How far it sank meanwhile, m, negative where it rose.
  double sunkM;
  /// Standard deviation of [#sunkM], that of the velocity, whose error hardly changes over a hold.
  double sunkSdM;
  /// How far it fell back from its top before that, m.
  double swungM;
  /// How the hands tremble across the bar, where neither its load nor its bending hides it: standard deviation of the velocity, m/s; NaN or 0
  /// where nothing tells it.
  double tremorMps;

  /// Forgets what was measured: there was no hold.
  void clear() {
    heldS = 0;
    sunkM = 0;
    sunkSdM = 0;
    swungM = 0;
    tremorMps = Double.NaN;
  }

  /// Measures a hold after it settled and before the bar was let down. A sinking is the trend of all heights, so that a shaft that whips does
  /// not sink.
  ///
  /// @param top  entry at which the upward stroke ends
  /// @param down entry at which the downward one begins
  void measure(MotionCurve c, int top, int down) {
    clear();
    int a = top;
    while (a < down && c.secondsBetween(top, a) < SETTLE_S) {
      a++;
    }
    int leaves = end(c, top, down);
    int b = leaves;
    while (b > a && c.secondsBetween(b, leaves) < LEAVING_S) {
      b--;
    }
    double lengthS = c.secondsBetween(a, b);
    if (lengthS < SHORTEST_S) {
      return;
    }
    heldS = lengthS;
    sunkM = -trendMps(c, a, b) * lengthS;
    sunkSdM = Math.sqrt(c.velocityVar((a + b) / 2)) * lengthS;
    swungM = fallenM(c, top, a);
    tremorMps = tremorMps(c, a, b);
  }

  /// How far the bar surely sank, m; 0 where it did not, or only swung.
  ///
  /// @param doubtSds so many standard deviations are taken off
  double surelySunkM(double doubtSds) {
    double sureM = sunkM - doubtSds * sunkSdM;
    return sureM > SWING_SHARE * swungM ? sureM : 0;
  }

  /// Where the bar is let down: what sinks and comes to stand again before that was held still.
  private static int end(MotionCurve c, int top, int down) {
    int i = down;
    while (i < c.size() - 1 && c.heightM(top) - c.heightM(i) < NEAR_M) {
      i++;
    }
    while (i > down && c.velocityMps(i) < -SINKING_MPS) {
      i--;
    }
    return i;
  }

  private static double fallenM(MotionCurve c, int from, int to) {
    double lowM = c.heightM(from);
    for (int i = from; i <= to; i++) {
      lowM = Math.min(lowM, c.heightM(i));
    }
    return c.heightM(from) - lowM;
  }

  /// Slope of the line through all heights between two entries, by least squares.
  private static double trendMps(MotionCurve c, int a, int b) {
    double midS = c.secondsBetween(a, b) / 2;
    double products = 0;
    double squares = 0;
    for (int i = a; i <= b; i++) {
      double t = c.secondsBetween(a, i) - midS;
      products += t * (c.heightM(i) - c.heightM(a));
      squares += t * t;
    }
    return products / squares;
  }

  /// Velocity across the bar, less its mean over the time around.
  private static double tremorMps(MotionCurve c, int a, int b) {
    double squares = 0;
    int n = 0;
    int from = a;
    int to = a;
    for (int i = Math.max(a, 1); i <= b && i < c.size() - 1; i++) {
      while (from < i && c.secondsBetween(from, i) > TREMOR_MEAN_S / 2) {
        from++;
      }
      while (to < c.size() - 1 && c.secondsBetween(i, to) < TREMOR_MEAN_S / 2) {
        to++;
      }
      if (c.secondsBetween(from, i) < TREMOR_MEAN_S / 4) {
        continue;
      }
      double difference = velocityMps(c, i - 1, i + 1) - velocityMps(c, from, to);
      squares += difference * difference;
      n++;
    }
    return n > 0 ? Math.sqrt(squares / n) : Double.NaN;
  }

  private static double velocityMps(MotionCurve c, int a, int b) {
    return (c.acrossM(b) - c.acrossM(a)) / c.secondsBetween(a, b);
  }
}
