package io.plumbline.drivers.bench;

import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.Signal;

/// A signal by which each sample can be recognized: the first channel counts the samples of the chip's own clock.
public final class CountingSignal implements Signal {
  /// It counts to here, then from 0 again.
  public static final int CYCLE = 1000;

  private final SampleClock clock;
  private final double[] others;
  private double step;
  private double nominalHz = 1;

  /// @param clock  of the chip
  /// @param others what the channels feel; the first is added to the count
  public CountingSignal(SampleClock clock, double... others) {
    this.clock = clock;
    this.others = others.clone();
  }

  /// From now on a count is so much.
  public void step(double si) {
    step = si;
  }

  /// From now on a channel feels this.
  public void set(int channel, double si) {
    others[channel] = si;
  }

  /// The chip's clock.
  public SampleClock clock() {
    return clock;
  }

  /// Number of the sample that the chip took last before a time.
  public long numberAt(long timeNs) {
    return clock.number(timeNs, nominalHz);
  }

  /// When the chip took a sample.
  public long timeNs(long number) {
    return clock.timeNs(number, nominalHz);
  }

  @Override
  public long instantNs(long afterNs, double newNominalHz, int n) {
    nominalHz = newNominalHz;
    return clock.instantNs(afterNs, nominalHz, n);
  }

  @Override
  public void feel(long instantNs, double[] si) {
    for (int i = 0; i < si.length; i++) {
      si[i] = i < others.length ? others[i] : 0;
    }
    si[0] += step * Math.floorMod(clock.number(instantNs, nominalHz), CYCLE);
  }
}
