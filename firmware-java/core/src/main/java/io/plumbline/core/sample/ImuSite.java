package io.plumbline.core.sample;

/// Where an inertial sensor sits on the shaft.
public enum ImuSite {
  /// By the left collar.
  LEFT(Channel.LEFT_AX),
  /// By the right collar.
  RIGHT(Channel.RIGHT_AX),
  /// In the middle.
  CENTRE(Channel.CENTRE_AX);

  private static final int AXES = 6;

  private final int first;

  ImuSite(Channel first) {
    this.first = first.ordinal();
  }

  /// Ordinal of the channel of specific force along x; y, z and the three angular rates follow it.
  public int firstChannel() {
    return first;
  }

  /// The bits of this sensor's six channels in [SensorFrame#present()].
  public long bits() {
    return ((1L << AXES) - 1) << first;
  }
}
