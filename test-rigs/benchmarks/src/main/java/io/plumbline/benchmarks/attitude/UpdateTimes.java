package io.plumbline.benchmarks.attitude;

import java.util.Arrays;
import java.util.List;

/// What an update of each filter takes, all in one Java machine: in each round every filter plays the same trial once, so that whatever else the
/// machine does at that time falls on all of them, and ratios are taken round by round.
///
/// @param medianNs     a filter's time an update, over the rounds
/// @param ratio        median of its time over the first filter's of the same round
/// @param lowerRatio   quartile of that
/// @param upperRatio   the other quartile
record UpdateTimes(double medianNs, double ratio, double lowerRatio, double upperRatio) {
  /// Rounds until the just-in-time compiler is done with all filters.
  static final int WARM_UP_ROUNDS = 8;

  /// Measures filters; the first is the baseline.
  static List<UpdateTimes> measure(List<InclinationFilter> filters, Trial trial, int rounds) {
    double[][] ns = new double[filters.size()][rounds];
    double[] up = new double[3];
    double sum = 0;
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (int k = 0; k < filters.size(); k++) {
        InclinationFilter filter = filters.get(k);
        double spentNs = playNs(filter, trial);
        filter.upInSensor(up);
        sum += up[0] + up[1] + up[2];
        if (round >= 0) {
          ns[k][round] = spentNs;
        }
      }
    }
    if (Double.isInfinite(sum)) {
      throw new IllegalStateException("a filter ran away");
    }
    return java.util.stream.IntStream.range(0, filters.size()).mapToObj(k -> summary(ns[k], ns[0])).toList();
  }

  private static double playNs(InclinationFilter filter, Trial trial) {
    double[] s = trial.sensor();
    double[] timeS = trial.timeS();
    filter.begin(s[3], s[4], s[5]);
    long began = System.nanoTime();
    for (int i = 1; i < timeS.length; i++) {
      int k = Trial.WIDTH * i;
      filter.update(s[k], s[k + 1], s[k + 2], s[k + 3], s[k + 4], s[k + 5], timeS[i] - timeS[i - 1]);
    }
    return (System.nanoTime() - began) / (double) (timeS.length - 1);
  }

  /// @param baselineNs of the same rounds
  static UpdateTimes summary(double[] ns, double[] baselineNs) {
    double[] ratios = new double[ns.length];
    for (int i = 0; i < ns.length; i++) {
      ratios[i] = ns[i] / baselineNs[i];
    }
    return new UpdateTimes(quantile(ns, 0.5), quantile(ratios, 0.5), quantile(ratios, 0.25), quantile(ratios, 0.75));
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
