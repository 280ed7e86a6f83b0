package io.plumbline.bar.calibration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the times in which everything stays as it is: no unit and no bridge away from its mean by more than a bar that lies.
final class Stillness {
  /// Of the first 0.3 s nothing counts: the bar has just been put down.
  private static final int SETTLING = 15;
  private static final int LEAST_FOR_MEAN = 5;
  /// Noise of a mean over 20 ms is 3 mm/s² and 0.3 mrad/s (facts/icm-42688-p.md, section 4); a hand on the bar is more than this.
  private static final double ACCELERATION_MPS2 = 0.08;
  private static final double RATE_RADPS = 0.012;
  /// With its offset (section 4: ± 0.5 °/s; ISM330DHCX ± 1 °/s) a unit at rest reads less.
  private static final double MOST_RATE_RADPS = 0.08;
  /// A plate of 1.25 kg, at the gain of gauges of 0.222 mV/V for 100 kg.
  private static final double RATIO = 2.5e-6;

  private final int units;
  private final double[] sums;
  private final double[] squares;
  private long fromNs;
  private int blocks;
  private boolean settled;

  Stillness(Sensors sensors) {
    this.units = sensors.units().size();
    this.sums = new double[units * Block.WIDTH + sensors.bridges()];
    this.squares = new double[sums.length];
  }

  /// Takes the next block.
  ///
  /// @return the stretch that has just ended, null where none has
  @Nullable
  Stretch accept(Block block) {
    Stretch ended = null;
    if (!fits(block)) {
      ended = settled ? stretch() : null;
      settled = false;
      restart();
    }
    if (block.isComplete() && isSlow(block)) {
      if (blocks == 0) {
        fromNs = block.timeNs();
      }
      add(block);
      if (!settled && blocks == SETTLING) {
        settled = true;
        restart();
      }
    }
    return ended;
  }

  private void restart() {
    blocks = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
  }

  private static boolean isSlow(Block block) {
    for (double[] unit : block.units()) {
      for (int axis = 3; axis < Block.TEMPERATURE; axis++) {
        if (Math.abs(unit[axis]) > MOST_RATE_RADPS) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean fits(Block block) {
    if (!block.isComplete() || !isSlow(block)) {
      return false;
    }
    if (blocks == 0) {
      return true;
    }
    double slack = blocks < LEAST_FOR_MEAN ? 2 : 1;
    for (int i = 0; i < sums.length; i++) {
      boolean bridge = i >= units * Block.WIDTH;
      int axis = i % Block.WIDTH;
      double limit = bridge ? RATIO : axis < 3 ? ACCELERATION_MPS2 : RATE_RADPS;
      boolean counts = bridge || axis != Block.TEMPERATURE;
      if (counts && Math.abs(value(block, i) - sums[i] / blocks) > slack * limit) {
        return false;
      }
    }
    return true;
  }

  private double value(Block block, int i) {
    int unit = i / Block.WIDTH;
    return unit < units ? block.units()[unit][i % Block.WIDTH] : block.bridges()[i - units * Block.WIDTH];
  }

  private void add(Block block) {
    blocks++;
    for (int i = 0; i < sums.length; i++) {
      double value = value(block, i);
      sums[i] += value;
      squares[i] += value * value;
    }
  }

  /// For how long everything has been still.
  double durationS() {
    return settled ? blocks * Block.PERIOD_S : 0;
  }

  /// The present stretch; meaningful where [#durationS] is above 0.
  Stretch stretch() {
    double[][] means = new double[units][Block.WIDTH];
    double[] bridges = new double[sums.length - units * Block.WIDTH];
    double[] sds = new double[units];
    for (int i = 0; i < sums.length; i++) {
      double mean = sums[i] / Math.max(1, blocks);
      int unit = i / Block.WIDTH;
      if (unit < units) {
        int axis = i % Block.WIDTH;
        means[unit][axis] = mean;
        double variance = Math.max(0, squares[i] / Math.max(1, blocks) - mean * mean) / Math.max(1, blocks);
        if (axis >= 3 && axis < Block.TEMPERATURE) {
          sds[unit] = Math.max(sds[unit], Math.sqrt(variance));
        }
      } else {
        bridges[i - units * Block.WIDTH] = mean;
      }
    }
    return new Stretch(fromNs, means, bridges, sds, blocks);
  }
}
