package io.plumbline.simulator.sensor;

import java.util.List;

/// A sensor that fills neighbouring columns of a row.
interface Sensor {
  /// What faults of a scenario call it.
  String name();

  /// Columns of the recording format.
  List<String> columns();

  /// One step of the physics.
  void step(Stimulus stimulus);

  /// One sample; draws its noise whether or not anybody gets to see it.
  ///
  /// @param share    of the way from the step before to the last one
  /// @param elapsedS since the start
  /// @param row      to be filled
  /// @param column   the first of its own
  void sample(double share, double elapsedS, double[] row, int column);
}
