package io.plumbline.core.motion;

/// Causal Kalman filter of one axis: position, velocity and a slowly wandering error of acceleration that stands for accelerometer bias,
/// scale and tilt. Strapdown acceleration is its input, not a measurement (Titterton and Weston, Strapdown Inertial Navigation Technology,
/// 2nd ed., ch. 12).
///
/// x = (p, v, b), p' = v, v' = a − b + white noise, b' = white noise. Allocates nothing. Not thread-safe.
final class AxisFilter {
  /// Variance that position gains a step, m²: a micrometre, so that covariances stay invertible for the smoother.
  static final double POSITION_NOISE = 1e-12;

  double positionM;
  double velocityMps;
  double biasMps2;
  // Upper triangle of the covariance.
  double ppp;
  double ppv;
  double ppb;
  double pvv;
  double pvb;
  double pbb;
  /// What the last step was told: standard deviations 0 where it was not.
  double toldVelocitySdMps;
  double toldPositionM;
  double toldPositionSdM;

  /// Starts anew with independent standard deviations.
  void reset(double velocitySdMps, double biasSdMps2) {
    positionM = 0;
    velocityMps = 0;
    biasMps2 = 0;
    ppp = 1e-8;
    pvv = velocitySdMps * velocitySdMps;
    pbb = biasSdMps2 * biasSdMps2;
    ppv = 0;
    ppb = 0;
    pvb = 0;
  }

  /// Takes over all that another one knows.
  void copy(AxisFilter other) {
    positionM = other.positionM;
    velocityMps = other.velocityMps;
    biasMps2 = other.biasMps2;
    ppp = other.ppp;
    ppv = other.ppv;
    ppb = other.ppb;
    pvv = other.pvv;
    pvb = other.pvb;
    pbb = other.pbb;
  }

  /// Calls the present position zero and known.
  void rebasePosition() {
    positionM = 0;
    ppp = 1e-8;
    ppv = 0;
    ppb = 0;
  }

  /// Advances by `dtS` with the mean acceleration of that time.
  ///
  /// @param velocityNoise variance that velocity gains, m²/s²
  /// @param biasNoise     variance that the bias gains, m²/s⁴
  /// @param biasShift     what is known to change it at the end of the step, m/s²
  void predict(double accelMps2, double dtS, double velocityNoise, double biasNoise, double biasShift) {
    toldVelocitySdMps = 0;
    toldPositionSdM = 0;
    double a = accelMps2 - biasMps2;
    positionM += dtS * (velocityMps + 0.5 * dtS * a);
    velocityMps += dtS * a;
    double h = 0.5 * dtS * dtS;
    // P = F P Fᵀ + Q with F = [1 dt −h; 0 1 −dt; 0 0 1], rows first.
    double fpp = ppp + dtS * ppv - h * ppb;
    double fpv = ppv + dtS * pvv - h * pvb;
    double fpb = ppb + dtS * pvb - h * pbb;
    double fvv = pvv - dtS * pvb;
    double fvb = pvb - dtS * pbb;
    ppp = fpp + dtS * fpv - h * fpb + positionNoise(velocityNoise, dtS);
    ppv = fpv - dtS * fpb + 0.5 * dtS * velocityNoise;
    ppb = fpb;
    pvv = fvv - dtS * fvb + velocityNoise;
    pvb = fvb;
    pbb += biasNoise;
    biasMps2 += biasShift;
  }

  /// Variance that position gains in a step in which white acceleration noise gives velocity the variance `velocityNoise`.
  static double positionNoise(double velocityNoise, double dtS) {
    return velocityNoise * dtS * dtS / 3 + POSITION_NOISE;
  }

  /// Velocity was zero.
  void measureStill(double sdMps) {
    toldVelocitySdMps = sdMps;
    measureVelocity(velocityMps, sdMps);
  }

  /// Velocity was measured to be too high by this.
  void measureVelocity(double offMps, double sdMps) {
    double s = pvv + sdMps * sdMps;
    correct(ppv / s, pvv / s, pvb / s, -offMps, ppv, pvv, pvb);
  }

  /// Position was measured.
  void measurePosition(double m, double sdM) {
    toldPositionM = m;
    toldPositionSdM = sdM;
    double s = ppp + sdM * sdM;
    correct(ppp / s, ppv / s, ppb / s, m - positionM, ppp, ppv, ppb);
  }

  /// x += k e, P −= k (row of P that was measured).
  private void correct(double kp, double kv, double kb, double innovation, double rowP, double rowV, double rowB) {
    positionM += kp * innovation;
    velocityMps += kv * innovation;
    biasMps2 += kb * innovation;
    ppp -= kp * rowP;
    ppv -= kp * rowV;
    ppb -= kp * rowB;
    pvv -= kv * rowV;
    pvb -= kv * rowB;
    pbb -= kb * rowB;
  }
}
