package io.plumbline.core.rep;

/// What is known of one side's load cells beside their gain: the zeros of both axes, N, and by what share ε of a weight the weight is more than
/// its mass in standard gravity, which is the place's gravity and the accelerometer's scale. Expectation and covariance of these three, corrected
/// as a Kalman filter corrects them: a bar that lies tells both zeros, an accelerometer at rest tells ε, and the [FloorReaction] of a bar that is
/// moved tells weight and mass apart. Not thread-safe.
final class CellZero {
  /// Tuning.
  ///
  /// @param unknownSdN      zero of a day, before anything was seen: standard deviation
  /// @param lyingSdN        of a zero that a lying bar tells
  /// @param wanderNPerRootS random walk of a zero
  /// @param share           ε where nothing was seen
  /// @param shareSd         its standard deviation
  /// @param leastShareSd    and the least, whatever was seen: the play of plates is another in another lift
  record Params(double unknownSdN, double lyingSdN, double wanderNPerRootS, double share, double shareSd,
      double leastShareSd) {
    /// Zeros: 0.5 N/°C (`bar-mechanics.md` section 8) and ten degrees since they were set, a degree a minute since they were learned; hands that
    /// pull a little at a bar that lies. Gravity where people live: 9.800 ± 0.013 m/s², and 0.1 % of the accelerometer's scale.
    static final Params DEFAULT = new Params(5, 0.5, 0.08, -0.0007, 0.0017, 0.0007);
  }

  private static final int STATES = 3;
  /// An accelerometer that is further off was never calibrated.
  private static final double CERTAIN_SDS = 3;

  private final Params params;
  private final double[] state = new double[STATES];
  private final double[] covariance = new double[STATES * STATES];
  private final double[] gain = new double[STATES];
  private long lastNs = Long.MIN_VALUE;

  CellZero(Params params) {
    this.params = params;
    state[2] = params.share;
    covariance[0] = params.unknownSdN * params.unknownSdN;
    covariance[STATES + 1] = covariance[0];
    covariance[2 * STATES + 2] = params.shareSd * params.shareSd;
  }

  /// Time goes on, and temperature with it.
  void wander(long nowNs) {
    if (lastNs != Long.MIN_VALUE && nowNs > lastNs) {
      double more = params.wanderNPerRootS * params.wanderNPerRootS * (nowNs - lastNs) * 1e-9;
      double most = params.unknownSdN * params.unknownSdN;
      for (int i = 0; i < 2; i++) {
        int at = i * (STATES + 1);
        covariance[at] = Math.max(covariance[at], Math.min(covariance[at] + more, most));
      }
    }
    lastNs = Math.max(lastNs, nowNs);
  }

  /// A bar that lies reads so much too much.
  void lies(double yN, double zN) {
    measure(0, yN, params.lyingSdN * params.lyingSdN);
    measure(1, zN, params.lyingSdN * params.lyingSdN);
  }

  /// An accelerometer at rest feels the place's gravity by the scale with which it feels motion, but for its bias.
  ///
  /// @param excess what it feels more than standard gravity, as a share of that
  /// @param sd     of its bias, and of what is not known of the excess, as such a share
  void feels(double excess, double sd) {
    double innovation = excess - state[2];
    double spread = covariance[STATES * STATES - 1] + sd * sd;
    if (innovation * innovation < CERTAIN_SDS * CERTAIN_SDS * spread) {
      measure(2, excess, sd * sd);
    }
  }

  /// What is known from now on.
  ///
  /// @param moreYN by what the zero of y is more than it was believed to be
  /// @param moreZN that of z
  /// @param share  ε
  /// @param now    covariance of both zeros and ε, row by row
  void know(double moreYN, double moreZN, double share, double[] now) {
    state[0] += moreYN;
    state[1] += moreZN;
    state[2] = share;
    System.arraycopy(now, 0, covariance, 0, covariance.length);
    int last = covariance.length - 1;
    covariance[last] = Math.max(covariance[last], params.leastShareSd * params.leastShareSd);
  }

  /// Inverse of the covariance of both zeros and ε, row by row: by cofactors.
  void information(double[] out) {
    double[] p = covariance;
    out[0] = p[4] * p[8] - p[5] * p[5];
    out[1] = p[2] * p[5] - p[1] * p[8];
    out[2] = p[1] * p[5] - p[2] * p[4];
    out[4] = p[0] * p[8] - p[2] * p[2];
    out[5] = p[1] * p[2] - p[0] * p[5];
    out[8] = p[0] * p[4] - p[1] * p[1];
    out[3] = out[1];
    out[6] = out[2];
    out[7] = out[5];
    double determinant = p[0] * out[0] + p[1] * out[1] + p[2] * out[2];
    for (int i = 0; i < out.length; i++) {
      out[i] /= determinant;
    }
  }

  /// ε.
  double share() {
    return state[2];
  }

  /// Zero of an axis, N: 0 y, 1 z.
  double zeroN(int axis) {
    return state[axis];
  }

  /// A measurement of one of the three.
  private void measure(int at, double value, double variance) {
    double spread = covariance[at * STATES + at] + variance;
    double innovation = value - state[at];
    for (int i = 0; i < STATES; i++) {
      gain[i] = covariance[i * STATES + at] / spread;
    }
    for (int i = 0; i < STATES; i++) {
      state[i] += gain[i] * innovation;
      for (int j = 0; j < STATES; j++) {
        covariance[i * STATES + j] -= gain[i] * gain[j] * spread;
      }
    }
  }
}
