package io.plumbline.bar.calibration;

/// Means of everything over 20 ms, as the chips read, without calibration. NaN where nothing was read.
///
/// @param timeNs  of its middle, on the clock of the samples
/// @param units   of each unit: acceleration x y z (m/s²), rate x y z (rad/s), temperature (°C)
/// @param bridges ratio of each bridge, V/V
@SuppressWarnings("ArrayRecordComponent")
record Block(long timeNs, double[][] units, double[] bridges) {
  /// Length.
  static final long PERIOD_NS = 20_000_000L;
  /// Length.
  static final double PERIOD_S = 0.02;
  /// Numbers of a unit.
  static final int WIDTH = 7;
  /// Index of the temperature.
  static final int TEMPERATURE = 6;

  double[] acceleration(int unit) {
    return new double[]{units[unit][0], units[unit][1], units[unit][2]};
  }

  double[] rate(int unit) {
    return new double[]{units[unit][3], units[unit][4], units[unit][5]};
  }

  /// Whether every unit and bridge was read.
  boolean isComplete() {
    for (double[] unit : units) {
      for (int i = 0; i < TEMPERATURE; i++) {
        if (Double.isNaN(unit[i])) {
          return false;
        }
      }
    }
    for (double bridge : bridges) {
      if (Double.isNaN(bridge)) {
        return false;
      }
    }
    return true;
  }
}
