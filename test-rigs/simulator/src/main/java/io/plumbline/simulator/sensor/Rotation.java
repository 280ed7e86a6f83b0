package io.plumbline.simulator.sensor;

import io.plumbline.simulator.scenario.SensorPlan;

/// Rotations as quaternions w x y z.
public final class Rotation {
  private Rotation() {}

  /// The rotation sensor → bar of a unit's mount, as a recording's header tells it: w x y z.
  public static double[] ofMount(SensorPlan.Imu unit) {
    double[] yaw = about(2, StrictMath.toRadians(unit.mountYawDeg()));
    double[] pitch = about(1, StrictMath.toRadians(unit.mountPitchDeg()));
    double[] roll = about(0, StrictMath.toRadians(unit.mountRollDeg()));
    double[] mount = new double[4];
    multiply(yaw, pitch, mount);
    multiply(mount, roll, mount);
    return mount;
  }

  /// A turn about one of the axes.
  private static double[] about(int axis, double angleRad) {
    double[] turn = {StrictMath.cos(angleRad / 2), 0, 0, 0};
    turn[axis + 1] = StrictMath.sin(angleRad / 2);
    return turn;
  }

  /// `out = a b`, `b` first; `out` may be one of them.
  static void multiply(double[] a, double[] b, double[] out) {
    double w = a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3];
    double x = a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2];
    double y = a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1];
    double z = a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0];
    out[0] = w;
    out[1] = x;
    out[2] = y;
    out[3] = z;
  }

  static void normalise(double[] q) {
    double scale = 1 / Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    for (int i = 0; i < 4; i++) {
      q[i] *= scale;
    }
  }

  /// Turns a vector by the inverse of the rotation, in place: v + 2w(v × u) + 2(v × u) × u with the quaternion's vector u.
  static void turnBack(double[] q, double[] v) {
    double crossX = v[1] * q[3] - v[2] * q[2];
    double crossY = v[2] * q[1] - v[0] * q[3];
    double crossZ = v[0] * q[2] - v[1] * q[1];
    v[0] += 2 * (q[0] * crossX + crossY * q[3] - crossZ * q[2]);
    v[1] += 2 * (q[0] * crossY + crossZ * q[1] - crossX * q[3]);
    v[2] += 2 * (q[0] * crossZ + crossX * q[2] - crossY * q[1]);
  }
}
