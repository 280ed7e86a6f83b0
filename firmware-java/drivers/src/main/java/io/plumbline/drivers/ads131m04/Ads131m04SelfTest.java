package io.plumbline.drivers.ads131m04;

import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.polled.AxisMeans;
import java.util.Locale;

/// Looks at shorted inputs (offset, noise) and at the chip's own test signal of both signs.
final class Ads131m04SelfTest {
  private static final int[] MUX = {Registers.MUX_SHORTED, Registers.MUX_POSITIVE, Registers.MUX_NEGATIVE};
  private static final int SAMPLES = 64;
  private static final int DROPPED = 4;
  private static final int LOOKS = 1000;
  /// Section 5: 2/15 of full scale at any gain.
  private static final double SIGNAL_COUNTS = (1 << 23) * 2 / 15.0;
  // The facts say "about" of the signal; its limit and those below are ours.
  private static final double SIGNAL_TOLERANCE = 0.05;
  /// Section 1: ±175 µV, and as much again for temperature and age.
  private static final double MOST_OFFSET_V = 350e-6;
  private static final double NOISE_FACTOR = 2;

  private final Ads131m04Config config;
  private final int[] used;
  private final AxisMeans[] means = new AxisMeans[MUX.length];
  private int current;
  private int dropped;
  private int looks;

  Ads131m04SelfTest(Ads131m04Config config, int[] used) {
    this.config = config;
    this.used = used.clone();
    for (int i = 0; i < means.length; i++) {
      means[i] = new AxisMeans(used.length);
    }
  }

  /// Where the inputs are led in a part of the test, below 0 after the last.
  static int mux(int part) {
    return part < MUX.length ? MUX[part] : -1;
  }

  void begin(int part) {
    current = part;
    dropped = 0;
    looks = 0;
    means[part].clear();
  }

  boolean isLate() {
    return ++looks > LOOKS;
  }

  /// Adds a frame.
  ///
  /// @return whether these are enough
  boolean add(byte[] frame) {
    if (dropped < DROPPED) {
      dropped++;
      return false;
    }
    for (int i = 0; i < used.length; i++) {
      means[current].add(i, Decoder.channel(frame, used[i]));
    }
    means[current].endSample();
    return means[current].size() == SAMPLES;
  }

  SelfTestResult result() {
    boolean passed = true;
    StringBuilder detail = new StringBuilder();
    for (int i = 0; i < used.length; i++) {
      double volts = config.voltsPerCount(used[i]);
      double offsetV = means[0].mean(i) * volts;
      double noiseV = means[0].deviation(i) * volts;
      double positive = means[1].mean(i) / SIGNAL_COUNTS;
      double negative = means[2].mean(i) / SIGNAL_COUNTS;
      boolean quiet = config.channels().get(used[i]).gain() < 32
          || noiseV <= NOISE_FACTOR * Registers.noiseV(config.rateHz());
      passed &= Math.abs(positive - 1) <= SIGNAL_TOLERANCE && Math.abs(negative + 1) <= SIGNAL_TOLERANCE
          && Math.abs(offsetV) <= MOST_OFFSET_V && quiet;
      detail.append(String.format(Locale.ROOT,
          "%sc%d: test signal %.1f %% and %.1f %% of nominal (ours: within 5 %%), offset %.1f µV (350), noise %.2f µV rms (data sheet %.2f at gain 32)",
          i == 0 ? "" : "; ", used[i], 100 * positive, 100 * negative, 1e6 * offsetV, 1e6 * noiseV,
          1e6 * Registers.noiseV(config.rateHz())));
    }
    return new SelfTestResult(passed, detail.toString());
  }
}
