package io.plumbline.benchmarks.accuracy;

import java.util.Arrays;

/// Statistics of errors, in the unit of the errors; NaN where there are too few.
///
/// @param n          how many
/// @param bias       mean
/// @param sd         standard deviation about the mean, of the sample (n − 1)
/// @param rmse       root of the mean square
/// @param medianAbs  median of the magnitudes
/// @param p95Abs     95th percentile of the magnitudes, by nearest rank
/// @param coverage   share of the errors with a stated standard deviation that lie within its 95 % interval, NaN where none is stated
record ErrorStatistics(int n, double bias, double sd, double rmse, double medianAbs, double p95Abs, double coverage) {
  /// Half of the 95 % interval of the normal distribution, in standard deviations.
  static final double INTERVAL_SDS = 1.959963984540054;
  private static final double P95 = 0.95;

  /// @param errors measured less true; NaN ones do not count
  /// @param sds    stated standard deviation of each, NaN where none is
  static ErrorStatistics of(double[] errors, double[] sds) {
    if (errors.length != sds.length) {
      throw new IllegalArgumentException(errors.length + " errors, but " + sds.length + " standard deviations");
    }
    int n = 0;
    double sum = 0;
    double squares = 0;
    int stated = 0;
    int held = 0;
    for (int i = 0; i < errors.length; i++) {
      if (Double.isNaN(errors[i])) {
        continue;
      }
      n++;
      sum += errors[i];
      squares += errors[i] * errors[i];
      if (!Double.isNaN(sds[i])) {
        stated++;
        held += Math.abs(errors[i]) <= INTERVAL_SDS * sds[i] ? 1 : 0;
      }
    }
    if (n == 0) {
      return new ErrorStatistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double bias = sum / n;
    double about = 0;
    for (double error : errors) {
      about += Double.isNaN(error) ? 0 : (error - bias) * (error - bias);
    }
    double[] sizes = Arrays.stream(errors).filter(error -> !Double.isNaN(error)).map(Math::abs).sorted().toArray();
    return new ErrorStatistics(n, bias, n > 1 ? Math.sqrt(about / (n - 1)) : Double.NaN, Math.sqrt(squares / n),
        0.5 * (sizes[(n - 1) / 2] + sizes[n / 2]), sizes[(int) Math.ceil(P95 * n) - 1],
        stated > 0 ? (double) held / stated : Double.NaN);
  }

  /// How two errors go together: Pearson's coefficient, NaN where there are fewer than two pairs.
  static double correlation(double[] x, double[] y) {
    double n = 0;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i] + y[i])) {
        n++;
        meanX += (x[i] - meanX) / n;
        meanY += (y[i] - meanY) / n;
      }
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i] + y[i])) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
      }
    }
    return n < 2 ? Double.NaN : xy / Math.sqrt(xx * yy);
  }
}
