package io.plumbline.core.calibration;

import java.util.List;

/// Offset of a gyroscope: bias + slope · (temperature − reference).
///
/// @param biasRadps       at the reference temperature
/// @param slopeRadpsPerC  change with temperature
/// @param referenceC      mean temperature of the still stretches
/// @param biasSdRadps     standard deviation of each axis
/// @param slopeSdRadpsPerC standard deviation of each axis
/// @param residualRadps   root mean square over stretches and axes
/// @param spanC           between the coldest and the warmest stretch
/// @param stretches       how many
public record GyroscopeCalibration(List<Double> biasRadps, List<Double> slopeRadpsPerC, double referenceC,
    List<Double> biasSdRadps, List<Double> slopeSdRadpsPerC, double residualRadps, double spanC, int stretches) {
  public GyroscopeCalibration {
    biasRadps = List.copyOf(biasRadps);
    slopeRadpsPerC = List.copyOf(slopeRadpsPerC);
    biasSdRadps = List.copyOf(biasSdRadps);
    slopeSdRadpsPerC = List.copyOf(slopeSdRadpsPerC);
  }

  /// Offset at a temperature, rad/s, three axes.
  public double[] biasAt(double temperatureC) {
    double[] bias = Vectors.array(biasRadps);
    for (int i = 0; i < 3; i++) {
      bias[i] += slopeRadpsPerC.get(i) * (temperatureC - referenceC);
    }
    return bias;
  }
}
