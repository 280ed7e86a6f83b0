package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepMeasures.Outcome;

/// How fast the ascents of a set were, by the causal estimate and, once it is known, by the smoothed rep: the causal mean leaves the onset
/// out, so that it is to the smoothed one in a ratio that a lift keeps from rep to rep, and which is learned. Allocates nothing after construction.
/// Not thread-safe.
final class PaceWatch {
  /// Scatter of that ratio from rep to rep.
  static final double RATIO_SD = 0.015;
  private static final double GAIN = 0.4;
  /// Reps of a set that are compared; of a longer one the last.
  private static final int REPS = 64;

  private final TopTimes tops = new TopTimes(REPS);
  private final double[] causalMps = new double[REPS];
  private final double[] causalSdMps = new double[REPS];
  private final double[] smoothedMps = new double[REPS];
  private final double[] smoothedSdMps = new double[REPS];
  private double ratio = Double.NaN;
  private double bestMps;
  private double bestSdMps;

  /// An ascent has ended that is one of the set.
  void add(long nowNs, double meanMps, double sdMps) {
    int i = tops.add(nowNs);
    causalMps[i] = meanMps;
    causalSdMps[i] = sdMps;
    smoothedMps[i] = Double.NaN;
    findBest();
  }

  /// A rep was measured; one that was not lifted is not compared with.
  void measured(RepMeasures rep) {
    int i = tops.find(rep);
    if (i < 0) {
      return;
    }
    boolean lifted = rep.outcome == Outcome.COMPLETED || rep.outcome == Outcome.HITCHED;
    smoothedMps[i] = lifted ? rep.meanConcentricMps : 0;
    smoothedSdMps[i] = rep.meanConcentricSdMps;
    if (lifted && causalMps[i] > 0) {
      double found = rep.meanConcentricMps / causalMps[i];
      ratio = Double.isNaN(ratio) ? found : ratio + GAIN * (found - ratio);
    }
    findBest();
  }

  private void findBest() {
    bestMps = 0;
    bestSdMps = 0;
    for (int i = 0; i < tops.kept(); i++) {
      boolean causal = Double.isNaN(smoothedMps[i]);
      double mps = causal ? scaled(causalMps[i]) : smoothedMps[i];
      if (mps > bestMps) {
        bestMps = mps;
        bestSdMps = causal ? scaled(causalSdMps[i]) : smoothedSdMps[i];
      }
    }
  }

  /// A causal mean velocity, or its error, as the smoothed rep would tell it.
  double scaled(double mps) {
    return Double.isNaN(ratio) ? mps : ratio * mps;
  }

  /// Of the set's fastest rep, 0 before the first.
  double bestMps() {
    return bestMps;
  }

  double bestSdMps() {
    return bestSdMps;
  }

  int reps() {
    return tops.count();
  }

  /// Another set begins; the ratio stays.
  void beginSet() {
    tops.forget();
    findBest();
  }
}
