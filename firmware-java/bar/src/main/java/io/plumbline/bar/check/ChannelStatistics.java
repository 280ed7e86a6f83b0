package io.plumbline.bar.check;

/// Mean and standard deviation of one channel, by Welford's method (Technometrics 4, 1962, p. 419). Not thread-safe.
final class ChannelStatistics {
  private long number;
  private double mean;
  private double squares;

  void add(double value) {
    number++;
    double before = value - mean;
    mean += before / number;
    squares += before * (value - mean);
  }

  long number() {
    return number;
  }

  /// In the channel's unit, NaN before the first value.
  double mean() {
    return number == 0 ? Double.NaN : mean;
  }

  /// In the channel's unit, NaN before the second value.
  double sd() {
    return number < 2 ? Double.NaN : Math.sqrt(squares / (number - 1));
  }
}
