package io.plumbline.drivers.nau7802;

import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.polled.AxisMeans;
import java.util.Locale;

/// Looks at shorted inputs (offset, noise), at the bridge, and at the bridge with the burn-out current, which drives an open input to its end.
final class Nau7802SelfTest {
  private static final int[] INPUTS = {Registers.SHORT_INPUTS, 0, Registers.BURN_OUT};
  private static final int SAMPLES = 16;
  private static final int LOOKS = 1000;
  private static final double FULL_SCALE = 1 << 23;
  // Ours: after the chip's own calibration shorted inputs read near 0, and an open bridge reads its end.
  private static final double MOST_OFFSET = 0.02;
  private static final double OPEN = 0.98;

  private final AxisMeans[] means = {new AxisMeans(1), new AxisMeans(1), new AxisMeans(1)};
  private final double ratioPerCount;
  private int current;
  private int dropped;
  private int looks;

  Nau7802SelfTest(Nau7802Config config) {
    ratioPerCount = 0.5 / config.gain() / FULL_SCALE;
  }

  /// What the inputs are switched to in a part of the test, below 0 after the last.
  static int inputs(int part) {
    return part < INPUTS.length ? INPUTS[part] : -1;
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

  /// Adds a result.
  ///
  /// @return whether these are enough
  boolean add(int count) {
    if (dropped < Registers.UNSETTLED) {
      dropped++;
      return false;
    }
    means[current].add(0, count);
    means[current].endSample();
    return means[current].size() == SAMPLES;
  }

  SelfTestResult result() {
    double offset = means[0].mean(0) / FULL_SCALE;
    double bridge = means[1].mean(0) / FULL_SCALE;
    double burning = means[2].mean(0) / FULL_SCALE;
    boolean open = Math.abs(bridge) >= OPEN || Math.abs(burning) >= OPEN;
    return new SelfTestResult(!open && Math.abs(offset) <= MOST_OFFSET, String.format(Locale.ROOT,
        "shorted inputs read %.3f %% of the range (ours: within 2 %%) with %.1f nV/V rms of noise; the burn-out current moves the bridge by %.2f %%%s",
        100 * offset, 1e9 * means[0].deviation(0) * ratioPerCount, 100 * (burning - bridge),
        open ? ": a wire of the bridge is open" : ""));
  }
}
