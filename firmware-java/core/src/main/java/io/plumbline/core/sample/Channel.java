package io.plumbline.core.sample;

import java.util.Arrays;
import java.util.Optional;

/// What can be measured at an instant, named as the columns of the recording format. The order groups the axes of one sensor, so that
/// `channel(site, axis)` look-ups are an addition.
public enum Channel {
  /// Left pod, specific force x, m/s², sensor frame.
  LEFT_AX("left_ax"),
  /// Left pod, specific force y, m/s², sensor frame.
  LEFT_AY("left_ay"),
  /// Left pod, specific force z, m/s², sensor frame.
  LEFT_AZ("left_az"),
  /// Left pod, angular rate x, rad/s, sensor frame.
  LEFT_GX("left_gx"),
  /// Left pod, angular rate y, rad/s, sensor frame.
  LEFT_GY("left_gy"),
  /// Left pod, angular rate z, rad/s, sensor frame.
  LEFT_GZ("left_gz"),
  /// Right pod, specific force x, m/s², sensor frame.
  RIGHT_AX("right_ax"),
  /// Right pod, specific force y, m/s², sensor frame.
  RIGHT_AY("right_ay"),
  /// Right pod, specific force z, m/s², sensor frame.
  RIGHT_AZ("right_az"),
  /// Right pod, angular rate x, rad/s, sensor frame.
  RIGHT_GX("right_gx"),
  /// Right pod, angular rate y, rad/s, sensor frame.
  RIGHT_GY("right_gy"),
  /// Right pod, angular rate z, rad/s, sensor frame.
  RIGHT_GZ("right_gz"),
  /// Centre pod, specific force x, m/s², sensor frame.
  CENTRE_AX("centre_ax"),
  /// Centre pod, specific force y, m/s², sensor frame.
  CENTRE_AY("centre_ay"),
  /// Centre pod, specific force z, m/s², sensor frame.
  CENTRE_AZ("centre_az"),
  /// Centre pod, angular rate x, rad/s, sensor frame.
  CENTRE_GX("centre_gx"),
  /// Centre pod, angular rate y, rad/s, sensor frame.
  CENTRE_GY("centre_gy"),
  /// Centre pod, angular rate z, rad/s, sensor frame.
  CENTRE_GZ("centre_gz"),
  /// Left high-g accelerometer, specific force x, m/s², sensor frame.
  LEFT_HX("left_hx"),
  /// Left high-g accelerometer, specific force y, m/s², sensor frame.
  LEFT_HY("left_hy"),
  /// Left high-g accelerometer, specific force z, m/s², sensor frame.
  LEFT_HZ("left_hz"),
  /// Right high-g accelerometer, specific force x, m/s², sensor frame.
  RIGHT_HX("right_hx"),
  /// Right high-g accelerometer, specific force y, m/s², sensor frame.
  RIGHT_HY("right_hy"),
  /// Right high-g accelerometer, specific force z, m/s², sensor frame.
  RIGHT_HZ("right_hz"),
  /// Left force of everything outside the load-cell plane on the shaft, y, N, bar frame.
  LEFT_FY("left_fy"),
  /// Left force of everything outside the load-cell plane on the shaft, z, N, bar frame.
  LEFT_FZ("left_fz"),
  /// Right force of everything outside the load-cell plane on the shaft, y, N, bar frame.
  RIGHT_FY("right_fy"),
  /// Right force of everything outside the load-cell plane on the shaft, z, N, bar frame.
  RIGHT_FZ("right_fz"),
  /// Left force as a magnitude, N.
  LEFT_F("left_f"),
  /// Right force as a magnitude, N.
  RIGHT_F("right_f"),
  /// Pelvis strap, specific force x, m/s², sensor frame.
  PELVIS_AX("pelvis_ax"),
  /// Pelvis strap, specific force y, m/s², sensor frame.
  PELVIS_AY("pelvis_ay"),
  /// Pelvis strap, specific force z, m/s², sensor frame.
  PELVIS_AZ("pelvis_az"),
  /// Pelvis strap, angular rate x, rad/s, sensor frame.
  PELVIS_GX("pelvis_gx"),
  /// Pelvis strap, angular rate y, rad/s, sensor frame.
  PELVIS_GY("pelvis_gy"),
  /// Pelvis strap, angular rate z, rad/s, sensor frame.
  PELVIS_GZ("pelvis_gz"),
  /// Thorax strap, specific force x, m/s², sensor frame.
  THORAX_AX("thorax_ax"),
  /// Thorax strap, specific force y, m/s², sensor frame.
  THORAX_AY("thorax_ay"),
  /// Thorax strap, specific force z, m/s², sensor frame.
  THORAX_AZ("thorax_az"),
  /// Thorax strap, angular rate x, rad/s, sensor frame.
  THORAX_GX("thorax_gx"),
  /// Thorax strap, angular rate y, rad/s, sensor frame.
  THORAX_GY("thorax_gy"),
  /// Thorax strap, angular rate z, rad/s, sensor frame.
  THORAX_GZ("thorax_gz"),
  /// Pelvis strap, orientation sensor to world, w.
  PELVIS_QW("pelvis_qw"),
  /// Pelvis strap, orientation sensor to world, x.
  PELVIS_QX("pelvis_qx"),
  /// Pelvis strap, orientation sensor to world, y.
  PELVIS_QY("pelvis_qy"),
  /// Pelvis strap, orientation sensor to world, z.
  PELVIS_QZ("pelvis_qz"),
  /// Thorax strap, orientation sensor to world, w.
  THORAX_QW("thorax_qw"),
  /// Thorax strap, orientation sensor to world, x.
  THORAX_QX("thorax_qx"),
  /// Thorax strap, orientation sensor to world, y.
  THORAX_QY("thorax_qy"),
  /// Thorax strap, orientation sensor to world, z.
  THORAX_QZ("thorax_qz");

  /// Number of channels.
  public static final int COUNT = values().length;

  private final String column;

  Channel(String column) {
    this.column = column;
  }

  /// Name of the column in a recording.
  public String column() {
    return column;
  }

  /// This channel alone, as a bit of [SensorFrame#present()].
  public long bit() {
    return 1L << ordinal();
  }

  /// The channel with this column name, or empty where there is none.
  public static Optional<Channel> fromColumn(String column) {
    return Arrays.stream(values()).filter(channel -> channel.column.equals(column)).findFirst();
  }
}
