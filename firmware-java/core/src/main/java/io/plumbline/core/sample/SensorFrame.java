package io.plumbline.core.sample;

/// Everything that was sampled at one instant; what was not sampled is absent. Mutable and reused: the caller fills one frame again and
/// again, the pipeline reads it during `accept` and keeps no reference. Not thread-safe.
public final class SensorFrame {
  private final double[] values = new double[Channel.COUNT];
  private long timeNs;
  private long present;

  /// Empties the frame for the instant `newTimeNs`, ns on a monotonic clock.
  public void reset(long newTimeNs) {
    timeNs = newTimeNs;
    present = 0;
  }

  /// Puts a finite value in, in the channel's unit.
  public void set(Channel channel, double value) {
    values[channel.ordinal()] = value;
    present |= channel.bit();
  }

  /// Time of the sample, ns on a monotonic clock.
  public long timeNs() {
    return timeNs;
  }

  /// One bit a channel, by ordinal: set where the channel was sampled.
  public long present() {
    return present;
  }

  /// Whether the channel was sampled at this instant.
  public boolean has(Channel channel) {
    return (present & channel.bit()) != 0;
  }

  /// Whether all of these bits of [#present()] are set.
  public boolean hasAll(long bits) {
    return (present & bits) == bits;
  }

  /// The value of a channel; meaningless where it is not present.
  public double get(Channel channel) {
    return values[channel.ordinal()];
  }

  /// The value of a channel by its ordinal; meaningless where it is not present.
  public double get(int channelOrdinal) {
    return values[channelOrdinal];
  }
}
