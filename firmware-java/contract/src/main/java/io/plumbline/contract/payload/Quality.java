package io.plumbline.contract.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good the stream of samples is, published when a set closes and when the stream ends. Counts run from the start of the stream.
///
/// @param timeNs  monotonic clock of the bar (of the recording)
/// @param sources one entry an inertial sensor
public record Quality(long timeNs, List<Source> sources) implements Payload {
  /// One sensor's stream.
  ///
  /// @param sensor           place, as in [Info.Sensor]
  /// @param samples          samples used
  /// @param rateHz           mean true rate, null before two samples
  /// @param gaps             pauses of more than three sample periods
  /// @param longestGapS      longest of them, 0 where there is none
  /// @param saturatedSamples samples at the end of the sensor's range
  /// @param gyroBiasRadps    length of the gyro bias learned at rest, null before the first rest
  public record Source(@Bounds(id = true) String sensor, @Bounds(min = 0) long samples,
      @Bounds(min = 0) @Nullable Double rateHz, @Bounds(min = 0) long gaps, @Bounds(min = 0) double longestGapS,
      @Bounds(min = 0) long saturatedSamples,
      @Bounds(min = 0) @Nullable Double gyroBiasRadps) {
    public Source {
      Check.id("sensor", sensor);
      Check.atLeast("samples", samples, 0);
      Check.notNegative("rate_hz", rateHz);
      Check.atLeast("gaps", gaps, 0);
      Check.notNegative("longest_gap_s", longestGapS);
      Check.atLeast("saturated_samples", saturatedSamples, 0);
      Check.notNegative("gyro_bias_radps", gyroBiasRadps);
    }
  }

  public Quality {
    sources = Check.list("sources", sources, Bounds.DEFAULT_ENTRIES);
  }
}
