package io.plumbline.benchmarks.attitude;

/// How far a filter's up was off in one trial, in degrees.
///
/// @param movingRmseDeg while it moved
/// @param wholeRmseDeg  over the whole trial
/// @param mostDeg       the most
record Accuracy(double movingRmseDeg, double wholeRmseDeg, double mostDeg) {
  /// @param errorsDeg of each sample, NaN where not known
  /// @param moving    of each sample
  static Accuracy of(double[] errorsDeg, boolean[] moving) {
    double movingSquares = 0;
    double squares = 0;
    double most = 0;
    int movingCount = 0;
    int count = 0;
    for (int i = 0; i < errorsDeg.length; i++) {
      double e = errorsDeg[i];
      if (Double.isNaN(e)) {
        continue;
      }
      squares += e * e;
      count++;
      most = Math.max(most, e);
      if (moving[i]) {
        movingSquares += e * e;
        movingCount++;
      }
    }
    return new Accuracy(Math.sqrt(movingSquares / movingCount), Math.sqrt(squares / count), most);
  }
}
