package io.plumbline.core.calibration;

import java.util.List;

/// One side's load cells: force = matrix · (ratio − zero), N, bar frame (y, z); one number for a single bridge.
///
/// @param nPerRatio     row by row, N per V/V
/// @param nPerRatioSd   standard deviations
/// @param zeroRatio     of each bridge, V/V
/// @param zeroRatioSd   standard deviations
/// @param outboardKg    mass of the bar outside the cells, as the roll angles tell it
/// @param outboardSdKg  its standard deviation
/// @param residualN     root mean square over points and axes
/// @param worstN        largest residual
/// @param fullScaleN    largest force that was hung on
/// @param hysteresisN   largest difference between going up and coming down at the same plates; NaN where none was measured twice
/// @param rSquared      share of the forces' variance that the line explains
/// @param points        how many
public record LoadCellCalibration(List<Double> nPerRatio, List<Double> nPerRatioSd, List<Double> zeroRatio,
    List<Double> zeroRatioSd, double outboardKg, double outboardSdKg, double residualN, double worstN,
    double fullScaleN,
    double hysteresisN, double rSquared, int points) {
  public LoadCellCalibration {
    nPerRatio = List.copyOf(nPerRatio);
    nPerRatioSd = List.copyOf(nPerRatioSd);
    zeroRatio = List.copyOf(zeroRatio);
    zeroRatioSd = List.copyOf(zeroRatioSd);
  }

  /// Force of a reading, N: (y, z), or z alone for a single bridge.
  public double[] apply(List<Double> ratio) {
    int bridges = zeroRatio.size();
    double[] force = new double[bridges];
    for (int i = 0; i < bridges; i++) {
      for (int j = 0; j < bridges; j++) {
        force[i] += nPerRatio.get(i * bridges + j) * (ratio.get(j) - zeroRatio.get(j));
      }
    }
    return force;
  }
}
