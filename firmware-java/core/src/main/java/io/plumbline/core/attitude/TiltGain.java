package io.plumbline.core.attitude;

/// How much of the angle between up as estimated and up as felt is the orientation's error, and how much of it the gyro's bias: a Kalman
/// filter's gains for one level axis, the same for both, of a bar that nobody moves. With the tilt's error θ and the bias' error δ
///
///     θ' = δ + white noise,   δ' = white noise,   felt = θ + white noise
///
/// (Titterton and Weston, Strapdown Inertial Navigation Technology, 2nd ed., ch. 12). So a bar that is slowly rolled by hands while its plates
/// lie on the floor does not pass for bias: gravity sees it turn.
///
/// Allocates nothing. Not thread-safe.
final class TiltGain {
  /// What is felt besides the tilt, a hand's tremor above all, is noise that lasts so long; how much it is, is measured over 0.3 s.
  private static final double FELT_CORRELATION_S = 5e-3;
  private static final double FELT_TAU_S = 0.3;
  /// 70 µg/√Hz over the sensor's band, rad.
  private static final double FELT_LEAST_RAD = 1e-3;
  /// Gyro 2.8 mdps/√Hz, rad²/s.
  private static final double RATE_NOISE = 1.2e-9;
  /// A bias wanders by 0.01 °/s in a minute of warming up, (rad/s)²/s.
  private static final double BIAS_NOISE = 5e-10;
  /// How well the tilt of a bar that moved or was held is known, rad.
  private static final double WORST_RAD = 0.02;
  /// Hands roll a bar that lies by 0.1 °/s: so far off may the first mean rate be, rad/s.
  private static final double FIRST_BIAS_SD_RADPS = 2e-3;

  private double tiltVar = WORST_RAD * WORST_RAD;
  private double covariance;
  private double biasVar = FIRST_BIAS_SD_RADPS * FIRST_BIAS_SD_RADPS;
  private double feltVar;
  private double tiltNoise;
  private boolean resting;
  private double tiltShare;
  private double biasPerS;

  /// The bar moves, or nothing is known of it: gravity's corrections in motion hide what the bias has done.
  void forgetTilt() {
    resting = false;
  }

  /// Time goes on.
  void predict(double dtS) {
    tiltNoise = dtS * (2 * covariance + dtS * biasVar + RATE_NOISE);
    tiltVar += tiltNoise;
    covariance += dtS * biasVar;
    biasVar += dtS * BIAS_NOISE;
  }

  /// A bar that nobody moves felt gravity for `dtS` seconds `angleRad` off: sets [#tiltShare()] and [#biasPerS()].
  void feel(double angleRad, double dtS) {
    if (!resting) {
      resting = true;
      tiltVar = WORST_RAD * WORST_RAD;
      covariance = 0;
    }
    feltVar += Math.min(1, dtS / FELT_TAU_S) * (0.5 * angleRad * angleRad - feltVar);
    double s = tiltVar + Math.max(feltVar, FELT_LEAST_RAD * FELT_LEAST_RAD) * FELT_CORRELATION_S / dtS;
    tiltShare = tiltVar / s;
    biasPerS = covariance / s;
    biasVar -= biasPerS * covariance;
    tiltVar -= tiltShare * tiltVar;
    covariance -= tiltShare * covariance;
  }

  /// Variance that the last step added to the tilt's, rad².
  double tiltNoise() {
    return tiltNoise;
  }

  /// Share of the angle felt that is the tilt's error.
  double tiltShare() {
    return tiltShare;
  }

  /// The bias' error for an angle felt, 1/s.
  double biasPerS() {
    return biasPerS;
  }
}
