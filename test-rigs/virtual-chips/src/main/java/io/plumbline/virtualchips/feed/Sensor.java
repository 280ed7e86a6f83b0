package io.plumbline.virtualchips.feed;

import java.util.List;

/// A sensor of the bar and what a simulation calls its columns.
public enum Sensor {
  /// Inertial unit by the left collar.
  LEFT_IMU("left_ax left_ay left_az left_gx left_gy left_gz"),
  /// Inertial unit by the right collar.
  RIGHT_IMU("right_ax right_ay right_az right_gx right_gy right_gz"),
  /// High-g accelerometer beside the left unit.
  LEFT_HIGH_G("left_hx left_hy left_hz"),
  /// High-g accelerometer beside the right unit.
  RIGHT_HIGH_G("right_hx right_hy right_hz"),
  /// Load cells on one converter: left y, left z, right y, right z.
  FORCE("left_fy left_fz right_fy right_fz"),
  /// Load cell of the left side, upright plane, as a budget bar has it.
  LEFT_FORCE("left_fz"),
  /// Load cell of the right side, upright plane, as a budget bar has it.
  RIGHT_FORCE("right_fz");

  private final String columns;

  Sensor(String columns) {
    this.columns = columns;
  }

  List<String> columns() {
    return List.of(columns.split(" ", -1));
  }
}
