package io.plumbline.benchmarks.accuracy;

import io.plumbline.simulator.run.Simulation;

/// Some rows of a simulated recording, so that pipelines can be timed apart from the simulator. Not thread-safe.
final class RowBlock {
  private static final int ROWS = 4096;

  private final int columns;
  private final long[] timeNs = new long[ROWS];
  private final double[] values;
  private int size;

  RowBlock(int columns) {
    this.columns = columns;
    values = new double[ROWS * columns];
  }

  /// Fills it with the rows that follow, and the path beside them.
  ///
  /// @return whether there were any
  boolean fill(Simulation simulation, ForwardPath path) {
    size = 0;
    while (size < ROWS && simulation.advance()) {
      timeNs[size] = Math.round(simulation.timeS() * 1e9);
      for (int column = 0; column < columns; column++) {
        values[size * columns + column] = simulation.value(column);
      }
      path.add(simulation.trueTimeS(), simulation.truePositionM(1));
      size++;
    }
    return size > 0;
  }

  /// Puts a calibration over the forces.
  void correct(WeighedCells cells) {
    for (int row = 0; row < size; row++) {
      cells.correct(values, row * columns);
    }
  }

  int size() {
    return size;
  }

  long timeNs(int row) {
    return timeNs[row];
  }

  /// NaN where not sampled.
  double value(int row, int column) {
    return values[row * columns + column];
  }
}
