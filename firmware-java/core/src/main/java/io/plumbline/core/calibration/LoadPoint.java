package io.plumbline.core.calibration;

import java.util.List;

/// One side's bridges while known plates hung still on it.
///
/// @param ratio    mean reading of each bridge, V/V: two at right angles, or one
/// @param upwardY  component of the vertical along bar y: the bar may have rolled
/// @param upwardZ  component of the vertical along bar z
/// @param platesKg on this side, without the bar
/// @param name     for people, as `60 kg, going up`
public record LoadPoint(List<Double> ratio, double upwardY, double upwardZ, double platesKg, String name) {
  public LoadPoint {
    ratio = List.copyOf(ratio);
    if (ratio.isEmpty() || ratio.size() > 2) {
      throw new IllegalArgumentException("a side has one bridge or two");
    }
  }
}
