package io.plumbline.benchmarks.accuracy.measures;

import java.util.Arrays;
import java.util.Locale;

/// Gathers the errors of one measure. Not thread-safe.
final class MeasureScore {
  private static final double INTERVAL_95 = 1.96;

  private double[] errors = new double[256];
  private int count;
  private int withSd;
  private int covered;

  void add(double error, double sd) {
    if (Double.isNaN(error)) {
      return;
    }
    if (count == errors.length) {
      errors = Arrays.copyOf(errors, 2 * count);
    }
    errors[count] = error;
    count++;
    if (!Double.isNaN(sd)) {
      withSd++;
      covered += Math.abs(error) <= INTERVAL_95 * sd ? 1 : 0;
    }
  }

  int count() {
    return count;
  }

  double bias() {
    return Arrays.stream(errors, 0, count).average().orElse(Double.NaN);
  }

  double rmse() {
    return Math.sqrt(Arrays.stream(errors, 0, count).map(e -> e * e).average().orElse(Double.NaN));
  }

  double sd() {
    double bias = bias();
    return Math.sqrt(Math.max(0, rmse() * rmse() - bias * bias));
  }

  /// Size of error that this share of all errors stays below.
  double quantile(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    double[] sizes = Arrays.stream(errors, 0, count).map(Math::abs).sorted().toArray();
    return sizes[(int) Math.min(count - 1.0, Math.floor(share * count))];
  }

  /// Share of the 95 % intervals that hold the truth, NaN without standard deviations.
  double coverage() {
    return withSd == 0 ? Double.NaN : (double) covered / withSd;
  }

  String row(String name) {
    return String.format(Locale.ROOT,
        "%-26s %5d  bias %8.2f  sd %8.2f  rmse %8.2f  median %7.2f  90%% %8.2f  in 95%% %s",
        name, count, bias(), sd(), rmse(), quantile(0.5), quantile(0.9),
        withSd == 0 ? "–" : String.format(Locale.ROOT, "%.3f", coverage()));
  }
}
