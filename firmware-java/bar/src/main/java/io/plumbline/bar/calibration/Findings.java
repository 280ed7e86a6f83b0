package io.plumbline.bar.calibration;

import io.plumbline.core.calibration.CalibrationRefusedException;
import io.plumbline.core.calibration.RollAxis;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the steps have gathered so far.
final class Findings {
  /// Everything that was still for 2 s or longer.
  final List<Stretch> still = new ArrayList<>();
  /// Poses with the bar level, each turned further.
  final List<Stretch> level = new ArrayList<>();
  final List<Stretch> leftUp = new ArrayList<>();
  final List<Stretch> rightUp = new ArrayList<>();
  final List<Movement> tilts = new ArrayList<>();
  final List<Stretch> emptyTurns = new ArrayList<>();
  final List<Weighed> weighed = new ArrayList<>();
  @Nullable
  Stretch markUp;
  @Nullable
  Movement roll;

  /// Plates on each side.
  record Weighed(Stretch stretch, double platesKg, String name) {}

  /// Axis of the shaft in a unit's readings, pointing to the right pod where an end was raised; null before the level poses are complete.
  @Nullable
  RollAxis shaft(int unit) {
    if (level.size() < FacesStep.LEVEL_POSES) {
      return null;
    }
    try {
      RollAxis axis = RollAxis.ofPoses(level.stream().map(stretch -> stretch.acceleration(unit)).toList());
      double sum = 0;
      for (Stretch stretch : leftUp) {
        sum += axis.along(stretch.acceleration(unit)) - offset(axis, unit);
      }
      // With the left end up, right is below: what is felt at rest points up.
      return sum > 0 ? axis.reversed() : axis;
    } catch (CalibrationRefusedException e) {
      return null;
    }
  }

  /// Component of gravity along the shaft in the level poses.
  double offset(RollAxis axis, int unit) {
    double sum = 0;
    for (Stretch stretch : level) {
      sum += axis.along(stretch.acceleration(unit)) / level.size();
    }
    return sum;
  }

  /// Slope of the shaft, rad, above 0 where the left end is up; 0 where the axis is not known yet.
  double slope(Stretch stretch, int unit) {
    RollAxis axis = shaft(unit);
    if (axis == null) {
      return 0;
    }
    return -Math.asin(Math.clamp((axis.along(stretch.acceleration(unit)) - offset(axis, unit)) / 9.81, -1, 1));
  }
}
