package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows of a suite, kept.
final class Rows {
  private final List<String> columns;
  private final List<double[]> rows = new ArrayList<>();

  Rows(List<String> columns) {
    this.columns = columns;
  }

  void add(SensorSuite suite) {
    double[] row = new double[columns.size() + 2];
    for (int i = 0; i < columns.size(); i++) {
      row[i] = suite.value(i);
    }
    row[columns.size()] = suite.timeS();
    row[columns.size() + 1] = suite.trueTimeS();
    rows.add(row);
  }

  int size() {
    return rows.size();
  }

  double[] timeS() {
    return at(columns.size());
  }

  double[] trueTimeS() {
    return at(columns.size() + 1);
  }

  /// NaN where not sampled.
  double[] column(String name) {
    assertTrue(columns.contains(name), () -> name + " is not in " + columns);
    return at(columns.indexOf(name));
  }

  /// True times of the rows in which the column is filled.
  double[] trueTimeS(String name) {
    double[] column = column(name);
    double[] timeS = trueTimeS();
    return IntStream.range(0, column.length).filter(i -> !Double.isNaN(column[i])).mapToDouble(i -> timeS[i]).toArray();
  }

  double first(String name) {
    return rows.getFirst()[columns.indexOf(name)];
  }

  double last(String name) {
    return rows.getLast()[columns.indexOf(name)];
  }

  private double[] at(int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }
}
