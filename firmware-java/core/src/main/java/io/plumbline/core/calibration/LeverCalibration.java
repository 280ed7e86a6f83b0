package io.plumbline.core.calibration;

import java.util.List;

/// Where the inertial units sit in the bar frame, m.
///
/// @param leversM      x, y, z of each unit, in the order in which they were given
/// @param sdM          standard deviations
/// @param residualMps2 root mean square of what the model leaves of differences between units; NaN for one unit
/// @param samples      how many instants
public record LeverCalibration(List<List<Double>> leversM, List<List<Double>> sdM, double residualMps2,
    int samples) {
  public LeverCalibration {
    leversM = List.copyOf(leversM);
    sdM = List.copyOf(sdM);
  }
}
