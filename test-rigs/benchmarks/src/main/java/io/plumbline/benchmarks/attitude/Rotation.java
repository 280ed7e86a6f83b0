package io.plumbline.benchmarks.attitude;

/// A rotation from one frame to another as a unit quaternion (w, x, y, z), changed in place. Not thread-safe.
final class Rotation {
  private static final double SMALL_ANGLE_RAD = 1e-9;

  double w = 1;
  double x;
  double y;
  double z;

  /// Sets it to a quaternion of any length but zero.
  void set(double qw, double qx, double qy, double qz) {
    double n = 1 / Math.sqrt(qw * qw + qx * qx + qy * qy + qz * qz);
    w = qw * n;
    x = qx * n;
    y = qy * n;
    z = qz * n;
  }

  /// The least rotation that brings a direction of any length but zero to z.
  void setToBringUp(double vx, double vy, double vz) {
    double n = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz);
    double half = Math.sqrt(Math.max(0, 0.5 * (vz * n + 1)));
    if (half < SMALL_ANGLE_RAD) {
      set(0, 1, 0, 0);
    } else {
      set(half, 0.5 * vy * n / half, -0.5 * vx * n / half, 0);
    }
  }

  /// Turns by a rotation vector (rad) seen from the frame that it rotates from: q ← q ⊗ exp(r / 2).
  void turn(double rx, double ry, double rz) {
    double angle = Math.sqrt(rx * rx + ry * ry + rz * rz);
    double s = angle < SMALL_ANGLE_RAD ? 0.5 : Math.sin(angle / 2) / angle;
    double c = Math.cos(angle / 2);
    double dx = s * rx;
    double dy = s * ry;
    double dz = s * rz;
    set(w * c - x * dx - y * dy - z * dz, w * dx + x * c + y * dz - z * dy, w * dy - x * dz + y * c + z * dx,
        w * dz + x * dy - y * dx + z * c);
  }

  /// Becomes `first ⊗ then` in the order of quaternions: `then` is applied to a vector before `first`.
  void setProduct(Rotation first, Rotation then) {
    set(first.w * then.w - first.x * then.x - first.y * then.y - first.z * then.z,
        first.w * then.x + first.x * then.w + first.y * then.z - first.z * then.y,
        first.w * then.y - first.x * then.z + first.y * then.w + first.z * then.x,
        first.w * then.z + first.x * then.y - first.y * then.x + first.z * then.w);
  }

  /// Rotates a vector; `into` takes the three components.
  void apply(double vx, double vy, double vz, double[] into) {
    double tx = 2 * (y * vz - z * vy);
    double ty = 2 * (z * vx - x * vz);
    double tz = 2 * (x * vy - y * vx);
    into[0] = vx + w * tx + y * tz - z * ty;
    into[1] = vy + w * ty + z * tx - x * tz;
    into[2] = vz + w * tz + x * ty - y * tx;
  }

  /// The z axis of the frame it rotates to, as seen from the frame it rotates from.
  void up(double[] into) {
    into[0] = 2 * (x * z - w * y);
    into[1] = 2 * (y * z + w * x);
    into[2] = 1 - 2 * (x * x + y * y);
  }

  /// The 3 × 3 matrix, row by row.
  void matrix(double[] into) {
    into[0] = 1 - 2 * (y * y + z * z);
    into[1] = 2 * (x * y - w * z);
    into[2] = 2 * (x * z + w * y);
    into[3] = 2 * (x * y + w * z);
    into[4] = 1 - 2 * (x * x + z * z);
    into[5] = 2 * (y * z - w * x);
    into[6] = 2 * (x * z - w * y);
    into[7] = 2 * (y * z + w * x);
    into[8] = 1 - 2 * (x * x + y * y);
  }
}
