package io.plumbline.core.pipeline;

/// How good one inertial sensor's stream is, counted from the first sample. Mutable, owned by the pipeline.
public final class SourceQuality {
  public long samples;
  /// Mean true rate, NaN before two samples.
  public double rateHz = Double.NaN;
  /// Pauses of more than three sample periods.
  public long gaps;
  public double longestGapS;
  public long saturatedSamples;
  /// Length of the gyro bias learned at rest, NaN before the first rest.
  public double gyroBiasRadps = Double.NaN;
}
