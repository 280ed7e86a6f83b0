package io.plumbline.bar.recording;

import java.util.Arrays;
import java.util.Optional;

/// Numeric reference columns of a recording. The pipeline never sees them.
public enum TruthColumn {
  X("truth_x"),
  Y("truth_y"),
  Z("truth_z"),
  VX("truth_vx"),
  VY("truth_vy"),
  VZ("truth_vz"),
  QW("truth_qw"),
  QX("truth_qx"),
  QY("truth_qy"),
  QZ("truth_qz"),
  LUMBAR_DEG("truth_lumbar_deg");

  private final String column;

  TruthColumn(String column) {
    this.column = column;
  }

  /// Name of the column in a recording; position in m, velocity in m/s, lumbar flexion in degrees.
  public String column() {
    return column;
  }

  static Optional<TruthColumn> fromColumn(String column) {
    return Arrays.stream(values()).filter(truth -> truth.column.equals(column)).findFirst();
  }
}
