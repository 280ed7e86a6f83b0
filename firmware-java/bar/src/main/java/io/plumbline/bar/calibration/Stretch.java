package io.plumbline.bar.calibration;

import io.plumbline.core.calibration.BiasPoint;
import io.plumbline.core.calibration.Pose;
import java.util.Arrays;
import java.util.List;

/// Means over a time in which the bar lay still.
///
/// @param fromNs   beginning
/// @param units    as in [Block]
/// @param bridges  as in [Block]
/// @param rateSds  of each unit: standard deviation of the mean rate, the largest of the axes
/// @param blocks   how many
@SuppressWarnings("ArrayRecordComponent")
record Stretch(long fromNs, double[][] units, double[] bridges, double[] rateSds, int blocks) {
  double durationS() {
    return blocks * Block.PERIOD_S;
  }

  double[] acceleration(int unit) {
    return new double[]{units[unit][0], units[unit][1], units[unit][2]};
  }

  double[] rate(int unit) {
    return new double[]{units[unit][3], units[unit][4], units[unit][5]};
  }

  Pose pose(int unit, String name) {
    return Pose.free(name, units[unit][0], units[unit][1], units[unit][2]);
  }

  List<Double> ratios(int first, int count) {
    return Arrays.stream(bridges, first, first + count).boxed().toList();
  }

  BiasPoint bias(int unit) {
    double celsius = units[unit][Block.TEMPERATURE];
    return new BiasPoint(Double.isNaN(celsius) ? 25 : celsius,
        List.of(units[unit][3], units[unit][4], units[unit][5]), Math.max(1e-7, rateSds[unit]));
  }

  /// Angle between the directions of gravity in two stretches, for one unit.
  double angleTo(Stretch other, int unit) {
    double[] a = acceleration(unit);
    double[] b = other.acceleration(unit);
    double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    double sizes = Math.sqrt((a[0] * a[0] + a[1] * a[1] + a[2] * a[2]) * (b[0] * b[0] + b[1] * b[1] + b[2] * b[2]));
    return Math.acos(Math.clamp(dot / sizes, -1, 1));
  }
}
