package io.plumbline.simulator;

/// A rotation as a unit quaternion.
public record Quaternion(double w, double x, double y, double z) {
  /// No rotation.
  public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

  public Quaternion {
    double norm = StrictMath.sqrt(w * w + x * x + y * y + z * z);
    if (!(Math.abs(norm - 1) < 1e-3)) {
      throw new IllegalArgumentException("a rotation needs a unit quaternion, but its length is " + norm);
    }
    w /= norm;
    x /= norm;
    y /= norm;
    z /= norm;
  }

  /// Turns `vector` the other way round, in place.
  void rotateBack(double[] vector) {
    double tx = 2 * (z * vector[1] - y * vector[2]);
    double ty = 2 * (x * vector[2] - z * vector[0]);
    double tz = 2 * (y * vector[0] - x * vector[1]);
    double outX = vector[0] + w * tx - y * tz + z * ty;
    double outY = vector[1] + w * ty - z * tx + x * tz;
    double outZ = vector[2] + w * tz - x * ty + y * tx;
    vector[0] = outX;
    vector[1] = outY;
    vector[2] = outZ;
  }
}
