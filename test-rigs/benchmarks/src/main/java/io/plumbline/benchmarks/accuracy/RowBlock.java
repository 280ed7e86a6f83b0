package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.run.Simulation;
import org.jspecify.annotations.Nullable;

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

  /// Sets a frame to the samples of a row.
  ///
  /// @param channels of the columns, null for one that is left out
  /// @return whether there are any
  boolean put(int row, @Nullable Channel[] channels, SensorFrame frame) {
    frame.reset(timeNs[row]);
    for (int column = 0; column < channels.length; column++) {
      Channel channel = channels[column];
      double value = values[row * columns + column];
      // NaN where not sampled.
      if (channel != null && !Double.isNaN(value)) {
        frame.set(channel, value);
      }
    }
    return frame.present() != 0;
  }

  int size() {
    return size;
  }
}
