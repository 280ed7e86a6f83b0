package io.plumbline.benchmarks.accuracy;

/// What the design asks of an error (section 9).
///
/// @param text for people
/// @param test whether it is met
record Goal(String text, Test test) {
  /// Decides.
  @FunctionalInterface
  interface Test {
    /// Whether the errors are as small as they should be.
    ///
    /// @param within share of the errors within the figure's limit, NaN where it has none
    boolean isMet(ErrorStatistics errors, double within);
  }

  static final double LEAST_COVERAGE = 0.90;
  static final double MOST_COVERAGE = 0.99;
  private static final double MOST = 0.95;

  static Goal biasAndSd(String text, double bias, double sd) {
    return new Goal(text, (errors, within) -> Math.abs(errors.bias()) <= bias && errors.sd() <= sd);
  }

  static Goal sd(String text, double sd) {
    return new Goal(text, (errors, within) -> errors.sd() <= sd);
  }

  static Goal rmse(String text, double rmse) {
    return new Goal(text, (errors, within) -> errors.rmse() <= rmse);
  }

  static Goal median(String text, double median) {
    return new Goal(text, (errors, within) -> errors.medianAbs() <= median);
  }

  /// 95 % of the errors within the figure's limit.
  static Goal within(String text) {
    return new Goal(text, (errors, within) -> within >= MOST);
  }
}
