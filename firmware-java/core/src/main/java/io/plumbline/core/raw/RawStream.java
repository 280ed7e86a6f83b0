package io.plumbline.core.raw;

import java.util.List;

/// One chip's samples: where it sits, what its channels are, how fast it should be.
///
/// @param number         its number in a [RawBatch], from 0
/// @param name           place and purpose, unique on a bar: `left-imu`, `right-high-g`, `force`
/// @param kind           what it measures
/// @param chip           part, as on its data sheet: `ICM-42688-P`
/// @param nominalRateHz  by configuration; the true rate is up to 3 % off
/// @param channels       in the order of the counts, at most [RawBatch#WIDTH]
public record RawStream(int number, String name, Kind kind, String chip, double nominalRateHz,
    List<RawChannel> channels) {
  /// What a chip measures.
  public enum Kind {
    /// Specific force and angular rate: `ax ay az gx gy gz`, then `temperature` where the chip has it.
    IMU,
    /// Specific force in a wide range: `ax ay az`.
    HIGH_G,
    /// Load-cell bridges: `c0 c1 …`.
    FORCE
  }

  public RawStream {
    channels = List.copyOf(channels);
    if (channels.isEmpty() || channels.size() > RawBatch.WIDTH) {
      throw new IllegalArgumentException(name + ": 1 to " + RawBatch.WIDTH + " channels, but it has " + channels.size());
    }
    if (!(nominalRateHz > 0)) {
      throw new IllegalArgumentException(name + ": the rate must be above 0, but is " + nominalRateHz);
    }
  }
}
