package io.plumbline.virtualchips.chip;

/// The instants of a chip's own oscillator: evenly spaced, at a rate that is a little off.
public final class SampleClock {
  private static final double NS_PER_S = 1e9;
  /// Instants are whole nanoseconds; so much of a period is put down to rounding.
  private static final double ROUNDING = 1e-4;

  private final long epochNs;
  private final double rateError;

  /// @param epochNs   an instant, on the board's clock
  /// @param rateError true rate over nominal less 1
  public SampleClock(long epochNs, double rateError) {
    this.epochNs = epochNs;
    this.rateError = rateError;
  }

  /// Number of the last instant not after a time; the one at the epoch is 0.
  public long number(long timeNs, double nominalHz) {
    long number = (long) Math.floor((timeNs - epochNs) / NS_PER_S * rateHz(nominalHz) + ROUNDING);
    return timeNs(number, nominalHz) <= timeNs ? number : number - 1;
  }

  /// Time of an instant, ns on the board's clock.
  public long timeNs(long number, double nominalHz) {
    return epochNs + Math.round(number / rateHz(nominalHz) * NS_PER_S);
  }

  /// Time of the n-th instant after a time, ns on the board's clock.
  public long instantNs(long afterNs, double nominalHz, int n) {
    return timeNs(number(afterNs, nominalHz) + n, nominalHz);
  }

  /// True rate, Hz.
  public double rateHz(double nominalHz) {
    return nominalHz * (1 + rateError);
  }
}
