package io.plumbline.bar.calibration;

import java.util.List;

/// A movement between two times at rest.
///
/// @param before stretch of rest from which it began
/// @param blocks from the last of rest before to the first of rest after
record Movement(Stretch before, List<Block> blocks) {
  Movement {
    blocks = List.copyOf(blocks);
  }

  /// By how much a unit turned, as a vector in its own axes; meaningful for movements about one axis.
  double[] turnedRad(int unit) {
    double[] bias = before.rate(unit);
    double[] sum = new double[3];
    for (Block block : blocks) {
      for (int i = 0; i < 3; i++) {
        sum[i] += (block.units()[unit][3 + i] - bias[i]) * Block.PERIOD_S;
      }
    }
    return sum;
  }
}
