package io.plumbline.core.motion;

/// Counts what comes from one sensor: samples, their true rate, pauses, saturation. Allocates nothing. Not thread-safe.
public final class StreamMeter {
  private static final double GAP_PERIODS = 3;
  private static final double SHORTEST_GAP_S = 0.02;
  private static final double PERIOD_GAIN = 0.01;

  private long samples;
  private long firstNs;
  private long lastNs = Long.MIN_VALUE;
  private double periodS = Double.NaN;
  private long gaps;
  private double longestGapS;
  private long saturated;

  /// Notes a sample.
  ///
  /// @return seconds since the sample before it, 0 for the first
  double note(long tNs, boolean isSaturated) {
    samples++;
    saturated += isSaturated ? 1 : 0;
    double dtS = samples == 1 ? 0 : (tNs - lastNs) * 1e-9;
    if (samples == 1) {
      firstNs = tNs;
    } else if (isGap(dtS)) {
      gaps++;
      longestGapS = Math.max(longestGapS, dtS);
    } else {
      periodS = Double.isNaN(periodS) ? dtS : periodS + PERIOD_GAIN * (dtS - periodS);
    }
    lastNs = tNs;
    return dtS;
  }

  /// Whether so long a time between two samples means that some are missing.
  boolean isGap(double dtS) {
    return !Double.isNaN(periodS) && dtS > Math.max(GAP_PERIODS * periodS, SHORTEST_GAP_S);
  }

  /// Usual time between two samples, NaN before two.
  double periodS() {
    return periodS;
  }

  /// Samples so far.
  public long samples() {
    return samples;
  }

  /// Time of the last sample, ns; the least long value before the first.
  public long lastNs() {
    return lastNs;
  }

  /// Mean true rate, NaN before two samples.
  public double rateHz() {
    return samples > 1 ? (samples - 1) / ((lastNs - firstNs) * 1e-9) : Double.NaN;
  }

  /// Pauses of more than three sample periods.
  public long gaps() {
    return gaps;
  }

  /// Longest of them.
  public double longestGapS() {
    return longestGapS;
  }

  /// Samples at the end of the sensor's range.
  public long saturated() {
    return saturated;
  }
}
