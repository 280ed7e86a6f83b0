package io.plumbline.core.attitude;

/// Orientation of the bar frame in the world (z up) from one inertial sensor: angular rate integrated as a rotation vector, pulled towards
/// gravity slowly while the bar moves and quickly while it rests, with the gyro bias learned at rest.
///
/// The gravity correction is the explicit complementary filter of Mahony, Hamel and Pflimlin (IEEE TAC 53(5), 2008, eq. 32) without its
/// bias integrator: the bias of a gyro that rests every few seconds is better taken from the rest itself. Heading is free: it starts with
/// the bar's x along world x and drifts with the gyro.
///
/// Allocates nothing after construction. Not thread-safe.
public final class AttitudeFilter {
  /// Time constants.
  ///
  /// @param movingTauS   of the pull towards gravity while the bar moves
  /// @param restTauS     of the pull towards gravity at rest
  /// @param biasTauS     of the mean that learns the gyro bias at rest
  public record Params(double movingTauS, double restTauS, double biasTauS) {
    /// Measured on hand-held recordings against optical orientation.
    public static final Params DEFAULT = new Params(10, 0.3, 1.0);
  }

  private static final double SMALL_ANGLE_RAD = 1e-6;

  private final Params params;
  private final double[] bias = new double[3];
  private final double[] up = new double[3];
  private double w = 1;
  private double x;
  private double y;
  private double z;
  private double restS;

  /// A filter that must be [aligned][#align] before its first update.
  public AttitudeFilter(Params params) {
    this.params = params;
  }

  /// Sets the orientation from specific force (bar frame, m/s²) alone, as if at rest, heading zero.
  public void align(double ax, double ay, double az) {
    double norm = Math.sqrt(ax * ax + ay * ay + az * az);
    if (!(norm > 0)) {
      setNormalised(1, 0, 0, 0);
      return;
    }
    // Roll about the bar, then pitch of the bar: the bar's x keeps heading zero.
    double roll = Math.atan2(ay, az);
    double pitch = Math.asin(Math.max(-1, Math.min(1, -ax / norm)));
    double cr = Math.cos(roll / 2);
    double sr = Math.sin(roll / 2);
    double cp = Math.cos(pitch / 2);
    double sp = Math.sin(pitch / 2);
    setNormalised(cp * cr, cp * sr, sp * cr, -sp * sr);
  }

  /// Advances by `dtS` seconds with the mean angular rate (rad/s) and specific force (m/s²) of that time, both in the bar frame. A gyro's
  /// sample is the low-passed rate of the time before it, so it is itself the mean: averaging it with its predecessor cost 0.5° of
  /// inclination at 10 to 20 rad/s against optical truth.
  ///
  /// @param atRest whether the bar is known to be still: gravity is then trusted
  /// @param learns whether nothing turns it either, so that what the gyro says is its bias
  public void update(double gx, double gy, double gz, double ax, double ay, double az, double dtS, boolean atRest,
      boolean learns) {
    if (learns) {
      learnBias(gx, gy, gz, dtS);
    }
    rotate((gx - bias[0]) * dtS, (gy - bias[1]) * dtS, (gz - bias[2]) * dtS);
    double norm = Math.sqrt(ax * ax + ay * ay + az * az);
    if (norm > 0) {
      pullTowardsGravity(ax / norm, ay / norm, az / norm, dtS / (atRest ? params.restTauS : params.movingTauS));
    }
  }

  private void learnBias(double gx, double gy, double gz, double dtS) {
    // A true mean at first, so that the first rest is used at once; an exponential mean later.
    restS += dtS;
    double gain = dtS / Math.min(restS, params.biasTauS);
    bias[0] += gain * (gx - bias[0]);
    bias[1] += gain * (gy - bias[1]);
    bias[2] += gain * (gz - bias[2]);
  }

  /// Multiplies by the rotation vector on the right: a rotation in the bar frame.
  private void rotate(double rx, double ry, double rz) {
    double angle = Math.sqrt(rx * rx + ry * ry + rz * rz);
    double s = angle < SMALL_ANGLE_RAD ? 0.5 : Math.sin(angle / 2) / angle;
    double c = angle < SMALL_ANGLE_RAD ? 1 : Math.cos(angle / 2);
    double dx = s * rx;
    double dy = s * ry;
    double dz = s * rz;
    setNormalised(w * c - x * dx - y * dy - z * dz, w * dx + x * c + y * dz - z * dy, w * dy - x * dz + y * c + z * dx,
        w * dz + x * dy - y * dx + z * c);
  }

  private void pullTowardsGravity(double ux, double uy, double uz, double gain) {
    // World z seen from the bar, crossed with measured up: the small rotation that would align them.
    upInBar(up);
    double zx = up[0];
    double zy = up[1];
    double zz = up[2];
    double k = Math.min(gain, 1);
    rotate(k * (uy * zz - uz * zy), k * (uz * zx - ux * zz), k * (ux * zy - uy * zx));
  }

  private void setNormalised(double qw, double qx, double qy, double qz) {
    double n = 1 / Math.sqrt(qw * qw + qx * qx + qy * qy + qz * qz);
    w = qw * n;
    x = qx * n;
    y = qy * n;
    z = qz * n;
  }

  /// Rotates a vector from the bar frame to the world; `world` takes the three components.
  public void toWorld(double vx, double vy, double vz, double[] world) {
    double tx = 2 * (y * vz - z * vy);
    double ty = 2 * (z * vx - x * vz);
    double tz = 2 * (x * vy - y * vx);
    world[0] = vx + w * tx + y * tz - z * ty;
    world[1] = vy + w * ty + z * tx - x * tz;
    world[2] = vz + w * tz + x * ty - y * tx;
  }

  /// World up as seen from the bar frame; `into` takes the three components.
  public void upInBar(double[] into) {
    into[0] = 2 * (x * z - w * y);
    into[1] = 2 * (y * z + w * x);
    into[2] = 1 - 2 * (x * x + y * y);
  }

  /// Learned gyro bias along an axis of the bar frame (0, 1, 2), rad/s.
  public double biasRadps(int axis) {
    return bias[axis];
  }

  /// Whether the bias was ever learned.
  public boolean biasKnown() {
    return restS > 0;
  }
}
