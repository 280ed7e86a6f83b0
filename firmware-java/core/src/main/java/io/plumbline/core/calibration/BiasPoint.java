package io.plumbline.core.calibration;

import java.util.List;

/// A gyroscope that lay still.
///
/// @param temperatureC of the chip
/// @param meanRadps    mean of its three axes
/// @param sdRadps      standard deviation of those means
public record BiasPoint(double temperatureC, List<Double> meanRadps, double sdRadps) {
  public BiasPoint {
    meanRadps = List.copyOf(meanRadps);
    if (meanRadps.size() != 3 || !(sdRadps > 0)) {
      throw new IllegalArgumentException("three axes and a standard deviation above 0");
    }
  }
}
