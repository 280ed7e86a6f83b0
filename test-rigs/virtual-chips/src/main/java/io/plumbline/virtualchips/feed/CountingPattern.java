package io.plumbline.virtualchips.feed;

import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.Signal;

/// A signal in which each sample tells its own number, so that a lost, doubled or damaged one is found out exactly. The first channel carries
/// the low bits of the number, the second the bits above, each further one a checksum of the number; all are offset to both signs. Numbers
/// count every sample of the chip's clock, whether anybody read it or not.
public final class CountingPattern implements Signal {
  /// What [#number] says of counts that belong to no number.
  public static final long DAMAGED = -1;

  private static final double G_MPS2 = 9.80665;
  private final SampleClock clock;
  private final int bits;
  private final double[] siPerStep;
  private final int[] countsPerStep;
  private double nominalHz = 1;

  private CountingPattern(SampleClock clock, int bits, double[] siPerStep, int[] countsPerStep) {
    this.clock = clock;
    this.bits = bits;
    this.siPerStep = siPerStep;
    this.countsPerStep = countsPerStep;
  }

  private static double[] triads(double first, double second) {
    return new double[]{first, first, first, second, second, second};
  }

  /// For the 20-bit packets of an ICM-42688-P: steps of 8/8192 g and 8/131 °/s, which are 8 counts each.
  public static CountingPattern icm42688p(SampleClock clock) {
    return new CountingPattern(clock, 14, triads(8.0 / 8192 * G_MPS2, Math.toRadians(8.0 / 131)),
        new int[]{8, 8, 8, 8, 8, 8});
  }

  /// For an ISM330DHCX at ±16 g and ±2000 °/s: a step is a count.
  public static CountingPattern ism330dhcx(SampleClock clock) {
    return new CountingPattern(clock, 14, triads(0.488e-3 * G_MPS2, Math.toRadians(0.07)), new int[]{1, 1, 1, 1, 1, 1});
  }

  /// For an ADXL375 at 800 Hz or slower: a step is a count.
  public static CountingPattern adxl375(SampleClock clock) {
    double step = 0.049 * G_MPS2;
    return new CountingPattern(clock, 11, new double[]{step, step, step}, new int[]{1, 1, 1});
  }

  /// For an ADS131M04 with all channels at one gain: steps of 256 codes.
  public static CountingPattern ads131m04(SampleClock clock, int gain) {
    double step = 256 * 1.2 / gain / 0x800000;
    return new CountingPattern(clock, 14, new double[]{step, step, step, step}, new int[]{256, 256, 256, 256});
  }

  /// Numbers start again after so many.
  public long period() {
    return 1L << (2 * bits);
  }

  /// Number of the sample with these raw counts, modulo [#period()].
  ///
  /// @param counts of all channels, from `from` on
  /// @return [#DAMAGED] where they do not belong together
  public long number(int[] counts, int from) {
    int mask = (1 << bits) - 1;
    long number = 0;
    for (int channel = 0; channel < countsPerStep.length; channel++) {
      int count = counts[from + channel];
      int step = Math.floorDiv(count, countsPerStep[channel]);
      int field = step + (1 << (bits - 1));
      if (step * countsPerStep[channel] != count || (field & ~mask) != 0) {
        return DAMAGED;
      }
      if (channel < 2) {
        number |= (long) field << (channel * bits);
      } else if (field != field(number, channel)) {
        return DAMAGED;
      }
    }
    return number;
  }

  private int field(long number, int channel) {
    int mask = (1 << bits) - 1;
    long low = number & (period() - 1);
    if (channel < 2) {
      return (int) (low >> (channel * bits)) & mask;
    }
    // Multiplication spreads every bit of the number upwards; the upper half is taken.
    return (int) (((low + channel) * 0x9E3779B97F4A7C15L) >>> 40) & mask;
  }

  @Override
  public long instantNs(long afterNs, double newNominalHz, int n) {
    nominalHz = newNominalHz;
    return clock.instantNs(afterNs, newNominalHz, n);
  }

  @Override
  public void feel(long instantNs, double[] si) {
    long number = clock.number(instantNs, nominalHz);
    for (int channel = 0; channel < si.length; channel++) {
      si[channel] = channel < siPerStep.length
          ? (field(number, channel) - (1 << (bits - 1))) * siPerStep[channel]
          : 25;
    }
  }
}
