package io.plumbline.virtualchips.chip;

/// A signal that does not change by itself.
public final class SteadySignal implements Signal {
  private final SampleClock clock;
  private final double[] si;

  /// @param clock of the chip
  /// @param si    in the order of [Signal#feel]; those that are missing read 0
  public SteadySignal(SampleClock clock, double... si) {
    this.clock = clock;
    this.si = si.clone();
  }

  /// From now on another value.
  public void set(int channel, double value) {
    si[channel] = value;
  }

  @Override
  public long instantNs(long afterNs, double nominalHz, int n) {
    return clock.instantNs(afterNs, nominalHz, n);
  }

  @Override
  public void feel(long instantNs, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = i < si.length ? si[i] : 0;
    }
  }
}
