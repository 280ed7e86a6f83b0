package io.plumbline.core.rep;

import io.plumbline.core.motion.ForceTrack;
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

  private static final double STEP_S = 0.003;
  private static final int CAPACITY = 4096;

  private final Params params;
  private final BarSetup setup;
  private final double[] forceN = new double[CAPACITY];
  private final double[] atS = new double[CAPACITY];

  SlackMeter(Params params, BarSetup setup) {
    this.params = params;
    this.setup = setup;
  }

  /// Needs load and lift-off; sets the span's pull.
  void measure(MotionCurve c, LoadCurve loads, ForceTrack forces, RepSpan span, RepMeasures rep) {
    span.pullNs = span.startNs;
    if (!span.fromFloor || !span.byForce || Double.isNaN(rep.loadTotalKg)) {
      return;
    }
    double weightN = rep.loadTotalKg * setup.gravityMps2();
    int after = fill(c, loads, forces, span);
    int liftOff = (int) Math.round(params.longestS / STEP_S);
    int onset = onset(liftOff, weightN);
    if (onset < 0) {
      return;
    }
    double pullS = firstPullS(onset, liftOff, weightN);
    span.pullNs = span.startNs + pullS * 1e9;
    rep.pullNs = Math.round(span.pullNs);
    rep.tensionS = -pullS;
    // Where a force that creeps up begins nobody knows to better than a share of the time it takes.
    rep.tensionSdS = Math.hypot(span.startSdS, 0.5 * (atS[onset] - pullS));
    rep.overshoot = greatest(onset, after) / weightN;
    rep.peakForceN = greatest(onset, liftOff);
    rep.peakLoadingPctps = steepest(onset, liftOff, weightN);
    findPlateau(onset, liftOff, weightN, rep);
    rep.slackGrade = grade(rep);
  }

  /// Fills the hands' force in even steps about the lift-off, from the force alone where the curve has not begun yet.
  ///
  /// @return index of the last
  private int fill(MotionCurve c, LoadCurve loads, ForceTrack forces, RepSpan span) {
    int n = (int) Math.round((params.longestS + params.breakingS) / STEP_S);
    long halfNs = Math.round(0.5e9 * STEP_S);
    int i = 0;
    // Before the end of the stroke before this rep's, another rep's force is seen.
    long notBeforeNs = span.earliest == 0 ? Long.MIN_VALUE : c.timeNs(span.earliest);
    for (int k = 0; k <= n; k++) {
      atS[k] = k * STEP_S - params.longestS;
      long ns = Math.round(span.startNs + atS[k] * 1e9);
      if (ns < notBeforeNs) {
        forceN[k] = Double.NaN;
      } else if (ns < c.timeNs(0)) {
        forceN[k] = loads.restingHandsN(c, forces, ns - halfNs, ns + halfNs);
      } else {
        while (i < c.size() - 2 && c.timeNs(i + 1) <= ns) {
          i++;
        }
        double u = Math.clamp((double) (ns - c.timeNs(i)) / (c.timeNs(i + 1) - c.timeNs(i)), 0, 1);
        forceN[k] = loads.handsN(c, i) * (1 - u) + loads.handsN(c, i + 1) * u;
      }
    }
    return n;
  }

  /// Entry at which the force leaves the quiet signal for good; −1 where there is no quiet signal before it.
  private int onset(int liftOff, double weightN) {
    double shareN = params.onsetShare * weightN;
    int hold = (int) Math.round(params.onsetHoldS / STEP_S);
    int low = liftOff;
    int run = 0;
    while (low > 0 && run < hold) {
      run = forceN[low] < shareN ? run + 1 : 0;
      low--;
    }
    if (run < hold) {
      return -1;
    }
    double sum = 0;
    double squares = 0;
    int n = 0;
    int most = (int) Math.round(params.quietS / STEP_S);
    for (int k = low; k > 0 && n < most && forceN[k] < shareN; k--) {
      sum += forceN[k];
      squares += forceN[k] * forceN[k];
      n++;
    }
    double mean = n > 0 ? sum / n : 0;
    double sd = n > 1 ? Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1))) : 0;
    int at = low;
    while (at < liftOff && !(forceN[at] >= Math.max(shareN, mean + params.onsetSds * sd))) {
      at++;
    }
    return at;
  }

  /// A force that begins smoothly grows ∝ t²: where it would be zero, seen from the onset and from where it is larger.
  private double firstPullS(int onset, int liftOff, double weightN) {
    int far = onset;
    while (far < liftOff && forceN[far] < params.farShare * weightN) {
      far++;
    }
    if (far == onset || !(forceN[onset] > 0)) {
      return atS[onset];
    }
    double root = Math.sqrt(forceN[onset] / forceN[far]);
    return atS[onset] - Math.clamp(root / (1 - root) * (atS[far] - atS[onset]), 0, params.mostBackS);
  }

  private double greatest(int from, int to) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i <= to; i++) {
      most = forceN[i] > most ? forceN[i] : most;
    }
    return most;
  }

  /// The force is averaged over the window first: the shaft's own vibration is in the acceleration of its middle part, and no lifter's work.
  private double steepest(int from, int to, double weightN) {
    int half = (int) Math.round(0.5 * params.rateS / STEP_S);
    double most = 0;
    for (int k = Math.max(from, 2 * half); k + 2 * half <= to; k++) {
      most = Math.max(most, (mean(k + half, half) - mean(k - half, half)) / (2 * half * STEP_S));
    }
    return 100 * most / weightN;
  }

  private double mean(int middle, int half) {
    double sum = 0;
    for (int k = middle - half; k <= middle + half; k++) {
      sum += forceN[k];
    }
    return sum / (2 * half + 1);
  }

  /// The level about which the force stays longest, if it stays.
  private void findPlateau(int from, int to, double weightN, RepMeasures rep) {
    int longest = 0;
    double mean = 0;
    for (double level = params.plateauLow; level <= params.plateauHigh; level += params.plateauStep) {
      int stay = 0;
      double sum = 0;
      for (int k = from; k < to; k++) {
        double share = forceN[k] / weightN;
        boolean inside = Math.abs(share - level) <= params.plateauBand;
        stay += inside ? 1 : 0;
        sum += inside ? share : 0;
      }
      if (stay > longest) {
        longest = stay;
        mean = sum / stay;
      }
    }
    boolean held = longest * STEP_S >= params.plateauS;
    rep.plateauS = held ? longest * STEP_S : 0;
    rep.plateauShare = held ? mean : Double.NaN;
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
