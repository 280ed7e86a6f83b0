package io.plumbline.bar.score;

/// Bias, standard deviation and root mean square of errors, summed as they come (Welford 1962).
final class ErrorSum {
  private long n;
  private double mean;
  private double squares;
  private double rootSum;

  /// Takes an error; one that is not known is left out.
  void add(double error) {
    if (Double.isNaN(error)) {
      return;
    }
    n++;
    double delta = error - mean;
    mean += delta / n;
    squares += delta * (error - mean);
    rootSum += error * error;
  }

  long n() {
    return n;
  }

  double bias() {
    return n > 0 ? mean : Double.NaN;
  }

  double sd() {
    return n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN;
  }

  double rmse() {
    return n > 0 ? Math.sqrt(rootSum / n) : Double.NaN;
  }
}
