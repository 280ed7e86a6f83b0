package io.plumbline.core.attitude;

/// Orientation of the bar frame in the world (z up) from one inertial sensor: angular rate integrated as a rotation vector, corrected by
/// gravity slowly while the bar moves and quickly while it rests, with the gyro bias learned at rest ([TiltGain]).
///
/// In motion, specific force is turned into the world and low-passed there, where acceleration to and fro cancels over a lift and vibration
/// over a moment (Laidig and Seel, Information Fusion 91, 2023, on their inclination correction). Here the low-pass is no filter beside the
/// orientation but closes the loop: with the tilt θ, the acceleration a across gravity g and the rate r of the correction,
///
///     θ' = drift − r,   r'' + 2ω r' + 2ω² r = ω³ (θ + a/g)
///
/// so that θ answers to a/g as Butterworth's low-pass of third order, ω³ / (s³ + 2ω s² + 2ω² s + ω³), and settles at 2/ω times a drift. The
/// third order is for lifts: their acceleration comes every one to four seconds, tilts the estimate as it passes, and meets itself in the
/// tilt, which does not cancel. No sample is normalised: the direction of a shaken sample is off on average, its sum is not.
///
/// After a rest the tilt is well known, and what a gyro with a known bias adds in the seconds of a lift is less than what the lift would:
/// ω grows in proportion to the time since the rest, as the gain of a Kalman filter would from a small variance.
///
/// Heading is free: it starts with the bar's x along world x and drifts with the gyro.
///
/// Allocates nothing after construction. Not thread-safe.
public final class AttitudeFilter {
  /// Tuning.
  ///
  /// @param movingRadps ω of the correction while the bar moves
  /// @param trustS      time after a rest in which ω grows from zero
  /// @param restTauS    time constant of the pull towards gravity of a bar that is held
  /// @param biasTauS    time constant of the mean that learns the gyro bias about the vertical
  public record Params(double movingRadps, double trustS, double restTauS, double biasTauS) {
    /// Measured on hand-held recordings against optical orientation (`benchmark attitude`) and on simulated lifts.
    public static final Params DEFAULT = new Params(0.55, 5, 0.3, 1.0);
  }

  private static final double SMALL_ANGLE_RAD = 1e-6;
  // A place's own gravity differs by 0.3 %, and need not be known.
  private static final double STANDARD_GRAVITY_MPS2 = 9.80665;

  private static final double LONGEST_HEARD_S = 0.02;
  private static final double FIRST_MEAN_S = 0.1;

  private final Params params;
  private final double[] bias = new double[3];
  private final double[] level = new double[3];
  private final double[] up = new double[3];
  private final TiltGain gain = new TiltGain();
  private double w = 1;
  private double x;
  private double y;
  private double z;
  private double restS;
  private double movingS;
  /// Rate of the correction about the world's x and y, rad/s, and how it changes, rad/s².
  private double rateX;
  private double rateY;
  private double changeX;
  private double changeY;
  private double leanX;
  private double leanY;

  /// A filter that must be [aligned][#align] before its first update.
  public AttitudeFilter(Params params) {
    this.params = params;
  }

  /// Sets the orientation from specific force (bar frame, m/s²) alone, as if at rest, heading zero.
  public void align(double ax, double ay, double az) {
    endCorrection();
    gain.forgetTilt();
    // It may be moving: there is no rest to trust in.
    movingS = params.trustS;
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
  /// @param learns whether it lies, so that it moves nowhere: up as felt tells the tilt, and how that turns on tells the gyro's bias
  public void update(double gx, double gy, double gz, double ax, double ay, double az, double dtS, boolean atRest,
      boolean learns) {
    if (learns && restS < FIRST_MEAN_S) {
      learnFirstBias(gx, gy, gz, dtS);
    }
    leanX = 0;
    leanY = 0;
    double wx = gx - bias[0];
    double wy = gy - bias[1];
    double wz = gz - bias[2];
    rotate(wx * dtS, wy * dtS, wz * dtS);
    gain.predict(dtS);
    toWorld(ax, ay, az, level);
    if (learns) {
      leanAndLearn(wx, wy, wz, dtS);
    } else if (atRest) {
      pullToGravity(dtS);
    } else {
      followGravity(dtS);
    }
  }

  private void leanAndLearn(double wx, double wy, double wz, double dtS) {
    endCorrection();
    restS += dtS;
    double norm = feltMps2();
    if (!(norm > 0 && dtS > 0)) {
      return;
    }
    double ex = level[1] / norm;
    double ey = -level[0] / norm;
    gain.feel(Math.sqrt(ex * ex + ey * ey), dtS);
    // About the vertical gravity tells nothing: a bar that lies does not turn that way.
    upInBar(up);
    double vertical = (wx * up[0] + wy * up[1] + wz * up[2]) * dtS / Math.min(restS, params.biasTauS);
    addToBias(-gain.biasPerS() * ex, -gain.biasPerS() * ey, vertical);
    lean(gain.tiltShare() * ex, gain.tiltShare() * ey);
  }

  private double feltMps2() {
    return Math.sqrt(level[0] * level[0] + level[1] * level[1] + level[2] * level[2]);
  }

  /// Adds a vector in the world to the bias.
  private void addToBias(double vx, double vy, double vz) {
    double tx = 2 * (z * vy - y * vz);
    double ty = 2 * (x * vz - z * vx);
    double tz = 2 * (y * vx - x * vy);
    bias[0] += vx + w * tx + z * ty - y * tz;
    bias[1] += vy + w * ty + x * tz - z * tx;
    bias[2] += vz + w * tz + y * tx - x * ty;
  }

  private void pullToGravity(double dtS) {
    endCorrection();
    gain.forgetTilt();
    double norm = feltMps2();
    if (norm > 0) {
      double k = Math.min(dtS / params.restTauS, 1);
      lean(k * level[1] / norm, -k * level[0] / norm);
    }
  }

  private void followGravity(double dtS) {
    gain.forgetTilt();
    movingS += dtS;
    double omega = params.movingRadps * Math.min(1, movingS / params.trustS);
    // An impact clips and rings: of what it says across gravity, no more than gravity itself is believed.
    double across = Math.sqrt(level[0] * level[0] + level[1] * level[1]);
    double believed = across > STANDARD_GRAVITY_MPS2 ? STANDARD_GRAVITY_MPS2 / across : 1;
    double cubeG = believed * omega * omega * omega / STANDARD_GRAVITY_MPS2;
    // A sample says little of a pause before it.
    double heardS = Math.min(dtS, LONGEST_HEARD_S);
    // Specific force × up: the turn that would bring what is felt upright.
    changeX += heardS * (cubeG * level[1] - 2 * omega * (changeX + omega * rateX));
    changeY += heardS * (-cubeG * level[0] - 2 * omega * (changeY + omega * rateY));
    rateX += heardS * changeX;
    rateY += heardS * changeY;
    lean(rateX * heardS, rateY * heardS);
  }

  private void endCorrection() {
    movingS = 0;
    rateX = 0;
    rateY = 0;
    changeX = 0;
    changeY = 0;
  }

  /// At the very first, the gyro's mean is the best guess, good to what hands roll a bar by.
  private void learnFirstBias(double gx, double gy, double gz, double dtS) {
    double share = dtS / (restS + dtS);
    bias[0] += share * (gx - bias[0]);
    bias[1] += share * (gy - bias[1]);
    bias[2] += share * (gz - bias[2]);
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

  /// Multiplies by a small rotation vector about the world's x and y on the left.
  private void lean(double rx, double ry) {
    double dx = 0.5 * rx;
    double dy = 0.5 * ry;
    leanX = rx;
    leanY = ry;
    setNormalised(w - dx * x - dy * y, x + dx * w + dy * z, y + dy * w - dx * z, z + dx * y - dy * x);
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

  /// By how much the last update turned the orientation to follow gravity, about the world's x, rad: what it did besides the gyro.
  public double leanXRad() {
    return leanX;
  }

  /// The same about the world's y, rad.
  public double leanYRad() {
    return leanY;
  }

  /// Variance that the last update added to the tilt's error about each level axis, what followed gravity apart, rad².
  public double tiltNoise() {
    return gain.tiltNoise();
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
