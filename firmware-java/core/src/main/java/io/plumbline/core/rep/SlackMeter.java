package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;

/// How the slack was pulled: the rise of the hands' force from the first pull to the lift-off, by the load cells. Not thread-safe.
final class SlackMeter {
  /// Tuning; grades and onset as in the literature that `domain.md` section 5 gives.
  ///
  /// @param onsetSds       the pull has begun where the force exceeds so many standard deviations of the quiet signal
  /// @param onsetShare     and this share of the weight
  /// @param onsetHoldS     for so long
  /// @param quietS         length of the quiet signal before it
  /// @param farShare       share of the weight that shows how the force begins; a force ∝ t² through it and the onset tells the first pull
  /// @param longestS       longest time looked back from the lift-off
  /// @param mostBackS      farthest the first pull may be before the onset
  /// @param rateS          window of the loading rate
  /// @param breakingS      so long after the lift-off the pull still belongs to it
  /// @param plateauBand    half the width of a plateau, as a share of the weight
  /// @param plateauLow     lowest plateau
  /// @param plateauHigh    highest
  /// @param plateauStep    spacing of the levels that are tried
  /// @param plateauS       shortest stay that makes a plateau
  /// @param tautS          tension time from which the slack is taut
  /// @param jerkedS        below which it is jerked
  /// @param jerkedPctps    loading rate above which it is jerked
  /// @param jerkedOvershoot and overshoot
  /// @param bounceS        a lift-off so soon after a landing has no slack pull
  record Params(double onsetSds, double onsetShare, double onsetHoldS, double quietS, double farShare, double longestS,
      double mostBackS, double rateS, double breakingS, double plateauBand, double plateauLow, double plateauHigh,
      double plateauStep, double plateauS, double tautS, double jerkedS, double jerkedPctps, double jerkedOvershoot,
      double bounceS) {
    /// Grades of `domain.md` section 5; the rest found on simulated lifts, seeds 1 to 200.
    static final Params DEFAULT = new Params(5, 0.025, 0.05, 0.2, 0.1, 8, 0.2, 0.02, 0.15, 0.03, 0.3, 0.965, 0.005,
        0.12, 0.6, 0.3, 500, 1.3, 0.3);
  }

  private final Params params;
  private final BarSetup setup;
  private final double[] forceN = new double[MotionCurve.CAPACITY];

  SlackMeter(Params params, BarSetup setup) {
    this.params = params;
    this.setup = setup;
  }

  /// Needs load and lift-off; sets the span's pull.
  void measure(MotionCurve c, LoadCurve loads, RepSpan span, RepMeasures rep) {
    span.pull = span.start;
    if (!span.fromFloor || !span.byForce || Double.isNaN(rep.loadTotalKg)) {
      return;
    }
    double weightN = rep.loadTotalKg * setup.gravityMps2();
    int from = span.start;
    while (from > span.earliest && c.secondsBetween(from, span.start) < params.longestS) {
      from--;
    }
    int after = span.start;
    while (after < span.end && c.secondsBetween(span.start, after) < params.breakingS) {
      after++;
    }
    for (int i = from; i <= after; i++) {
      forceN[i] = loads.handsN(c, i);
    }
    int onset = onset(c, from, span.start, weightN);
    if (onset < 0) {
      return;
    }
    span.pull = onset;
    double pullNs = firstPullNs(c, onset, span.start, weightN);
    rep.pullNs = Math.round(pullNs);
    rep.tensionS = (span.startNs - pullNs) * 1e-9;
    // Where a force that creeps up begins nobody knows to better than a share of the time it takes.
    rep.tensionSdS = Math.hypot(span.startSdS, 0.5 * (c.timeNs(onset) - pullNs) * 1e-9);
    rep.overshoot = greatest(onset, after) / weightN;
    rep.peakLoadingPctps = steepest(c, onset, span.start, weightN);
    findPlateau(c, onset, span.start, weightN, rep);
    rep.slackGrade = grade(rep);
  }

  /// Entry at which the force leaves the quiet signal for good; −1 where there is no quiet signal before it.
  private int onset(MotionCurve c, int from, int liftOff, double weightN) {
    int i = liftOff;
    double shareN = params.onsetShare * weightN;
    // Back to where the force was below the share for long enough.
    int low = -1;
    while (i > from) {
      boolean below = forceN[i] < shareN;
      low = below ? (low < 0 ? i : low) : -1;
      if (below && c.secondsBetween(i, low) >= params.onsetHoldS) {
        break;
      }
      i--;
    }
    if (low < 0 || c.secondsBetween(i, low) < params.onsetHoldS) {
      return -1;
    }
    int quiet = low;
    double sum = 0;
    double squares = 0;
    int n = 0;
    while (quiet > from && c.secondsBetween(quiet, low) < params.quietS && forceN[quiet] < shareN) {
      sum += forceN[quiet];
      squares += forceN[quiet] * forceN[quiet];
      n++;
      quiet--;
    }
    double mean = n > 0 ? sum / n : 0;
    double sd = n > 1 ? Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1))) : 0;
    int at = low;
    while (at < liftOff && forceN[at] < Math.max(shareN, mean + params.onsetSds * sd)) {
      at++;
    }
    return at;
  }

  /// A force that begins smoothly grows ∝ t²: where it would be zero, seen from the onset and from where it is larger.
  private double firstPullNs(MotionCurve c, int onset, int liftOff, double weightN) {
    int far = onset;
    while (far < liftOff && forceN[far] < params.farShare * weightN) {
      far++;
    }
    if (far == onset || !(forceN[onset] > 0)) {
      return c.timeNs(onset);
    }
    double root = Math.sqrt(forceN[onset] / forceN[far]);
    double backS = Math.clamp(root / (1 - root) * c.secondsBetween(onset, far), 0, params.mostBackS);
    return c.timeNs(onset) - backS * 1e9;
  }

  private double greatest(int from, int to) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i <= to; i++) {
      most = forceN[i] > most ? forceN[i] : most;
    }
    return most;
  }

  private double steepest(MotionCurve c, int from, int to, double weightN) {
    double most = 0;
    int back = from;
    for (int i = from; i <= to; i++) {
      while (c.secondsBetween(back + 1, i) > params.rateS) {
        back++;
      }
      double s = c.secondsBetween(back, i);
      if (s >= params.rateS) {
        most = Math.max(most, (forceN[i] - forceN[back]) / s);
      }
    }
    return 100 * most / weightN;
  }

  /// The level about which the force stays longest, if it stays.
  private void findPlateau(MotionCurve c, int from, int to, double weightN, RepMeasures rep) {
    double longest = 0;
    double best = 0;
    for (double level = params.plateauLow; level <= params.plateauHigh; level += params.plateauStep) {
      double stay = 0;
      for (int i = from + 1; i < to; i++) {
        if (Math.abs(forceN[i] / weightN - level) <= params.plateauBand) {
          stay += c.secondsBetween(i - 1, i);
        }
      }
      if (stay > longest) {
        longest = stay;
        best = level;
      }
    }
    boolean held = longest >= params.plateauS;
    rep.plateauS = held ? longest : 0;
    rep.plateauShare = held ? best : Double.NaN;
  }

  /// A brisk drive out of full tension overshoots as well, and is what is wanted: overshoot tells a jerk only where there was no time for tension.
  private RepMeasures.SlackGrade grade(RepMeasures rep) {
    boolean overshot = rep.overshoot > params.jerkedOvershoot && rep.tensionS < params.tautS;
    if (overshot || rep.peakLoadingPctps > params.jerkedPctps || rep.tensionS < params.jerkedS) {
      return RepMeasures.SlackGrade.JERKED;
    }
    return rep.tensionS < params.tautS ? RepMeasures.SlackGrade.HURRIED : RepMeasures.SlackGrade.TAUT;
  }
}
