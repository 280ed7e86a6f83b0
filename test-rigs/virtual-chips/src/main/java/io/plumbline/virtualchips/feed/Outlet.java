package io.plumbline.virtualchips.feed;

import io.plumbline.simulator.run.Simulation;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Takes one sensor's columns out of the rows of a simulation and turns them into what its chip feels.
final class Outlet {
  final Rows rows;
  private final int[] columns;
  private final double[] row;
  private final double factor;
  private final boolean warm;

  Outlet(Sensor sensor, List<String> names, double rateHz, double rateError, BooleanSupplier pull) {
    columns = sensor.columns().stream().mapToInt(name -> index(names, name)).toArray();
    warm = sensor == Sensor.LEFT_IMU || sensor == Sensor.RIGHT_IMU;
    row = new double[columns.length + (warm ? 1 : 0)];
    factor = switch (sensor) {
      case FORCE -> SimulatedBar.BRIDGE_RATIO_PER_N * SimulatedBar.EXCITATION_V;
      case LEFT_FORCE, RIGHT_FORCE -> SimulatedBar.BRIDGE_RATIO_PER_N;
      default -> 1;
    };
    rows = new Rows(row.length, rateHz, rateError, pull);
  }

  /// A cell with one axis gives the size of the force: it stands in for the upright plane.
  private static int index(List<String> names, String name) {
    int index = names.indexOf(name);
    return index >= 0 || !name.endsWith("_fz") ? index : names.indexOf(name.substring(0, name.length() - 1));
  }

  boolean isFitted() {
    return columns[columns.length - 1] >= 0;
  }

  void take(Simulation run, long timeNs, double temperatureC) {
    int last = columns[columns.length - 1];
    if (last < 0 || Double.isNaN(run.value(last))) {
      return;
    }
    for (int i = 0; i < columns.length; i++) {
      double value = columns[i] < 0 ? 0 : run.value(columns[i]);
      row[i] = Double.isNaN(value) ? 0 : factor * value;
    }
    if (warm) {
      row[columns.length] = temperatureC;
    }
    rows.add(timeNs, row);
  }
}
