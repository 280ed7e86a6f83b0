package io.plumbline.core.calibration;

import io.plumbline.core.sample.BarSetup.Mount;
import java.util.List;

/// How an inertial unit sits on the shaft.
///
/// @param mount       rotation sensor to bar frame
/// @param sdRad       standard deviation of the turn about bar x, y and z
/// @param residualRad between the roll axis that the gyroscope feels and the one that the accelerometer feels, before they were brought
///                    together; NaN where only one was known
public record MountCalibration(Mount mount, List<Double> sdRad, double residualRad) {
  public MountCalibration {
    sdRad = List.copyOf(sdRad);
  }

  /// A vector of the sensor in the bar frame.
  public double[] toBar(double... sensor) {
    return Vectors.times(matrix(), sensor);
  }

  private double[] matrix() {
    double w = mount.w();
    double x = mount.x();
    double y = mount.y();
    double z = mount.z();
    return new double[]{1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), 2 * (x * y + w * z),
        1 - 2 * (x * x + z * z), 2 * (y * z - w * x), 2 * (x * z - w * y), 2 * (y * z + w * x),
        1 - 2 * (x * x + y * y)};
  }
}
