package io.plumbline.core.motion;

/// What the samples of the step under way add up to until it is long enough: mean acceleration in the world, and how far off that may be.
///
/// Allocates nothing after construction. Not thread-safe.
final class OpenStep {
  private static final double SATURATED_SD_MPS2 = 100;
  private static final double UNSEEN_TURN_RADPS = 0.5;

  private final PodTrack.Params params;
  private final double gravityMps2;
  private final double[] sumMps = new double[3];
  private double lengthS;
  private byte marks;
  private double noise;
  private double levelNoise;
  private double turn;
  private double tilt;
  private double leanXRad;
  private double leanYRad;

  OpenStep(PodTrack.Params params, double gravityMps2) {
    this.params = params;
    this.gravityMps2 = gravityMps2;
  }

  /// Takes what the orientation gained with a sample: doubt of its tilt, rad², and a turn that followed gravity.
  void tilt(double tiltNoise, double xRad, double yRad) {
    tilt += gravityMps2 * gravityMps2 * tiltNoise;
    leanXRad += xRad;
    leanYRad += yRad;
  }

  /// Takes the time from a sample to the next.
  ///
  /// @param before acceleration in the world at its begin, m/s²
  /// @param now    and at its end
  /// @param sample at its end, in the bar frame: the angular rates are in the places 3 to 5, rad/s
  /// @param lost   what is known of samples that were lost meanwhile
  /// @param lostS  for how long they were
  void add(double dtS, double[] before, double[] now, double[] sample, boolean saturated, boolean gap,
      LostSamples lost, double lostS) {
    double deviation = 0;
    for (int i = 0; i < 3; i++) {
      double a = 0.5 * (before[i] + now[i]);
      sumMps[i] += a * (dtS - lostS) + lost.meanMps2(i) * lostS;
      deviation = Math.max(deviation, Math.abs(now[i]));
    }
    lengthS += dtS;
    double excessMps2 = Math.max(0, deviation - params.shockMps2());
    if (excessMps2 > 0) {
      marks |= MotionCurve.IMPACT;
    }
    if (gap || saturated) {
      double tiltMps2 = UNSEEN_TURN_RADPS * dtS * gravityMps2;
      tilt += tiltMps2 * tiltMps2;
    }
    double unseenMps2 = 0;
    if (saturated) {
      marks |= MotionCurve.SATURATED;
      unseenMps2 = SATURATED_SD_MPS2;
    }
    if (gap) {
      marks |= MotionCurve.GAP;
      // Nothing is known of the acceleration inside but its ends.
      unseenMps2 = Math.max(unseenMps2, 1 + 0.5 * deviation);
    }
    noise += sq(Math.max(excessMps2 * params.shockShare(), unseenMps2) * dtS) + lost.upNoise(lostS);
    levelNoise += sq(Math.max(excessMps2 * params.levelShockShare(), unseenMps2) * dtS) + lost.levelNoise(lostS);
    turn += (sample[3] * sample[3] + sample[4] * sample[4] + sample[5] * sample[5]) * dtS;
  }

  /// The next step begins.
  void clear() {
    lengthS = 0;
    noise = 0;
    levelNoise = 0;
    turn = 0;
    tilt = 0;
    leanXRad = 0;
    leanYRad = 0;
    marks = 0;
    sumMps[0] = 0;
    sumMps[1] = 0;
    sumMps[2] = 0;
  }

  double lengthS() {
    return lengthS;
  }

  /// Of [MotionCurve].
  byte marks() {
    return marks;
  }

  /// Whether an impact was felt in it.
  boolean isStruck() {
    return (marks & (MotionCurve.IMPACT | MotionCurve.SATURATED)) != 0;
  }

  /// Mean acceleration, an axis of the world.
  double meanMps2(int axis) {
    return sumMps[axis] / lengthS;
  }

  /// Variance that the vertical velocity gains, (m/s)².
  double velocityVar() {
    return params.accelNoise() * lengthS + noise;
  }

  /// The same for the level axes.
  double levelVelocityVar() {
    return params.accelNoise() * lengthS + levelNoise;
  }

  /// Variance that the acceleration's error gains by turning fast, (m/s²)².
  double turnVar() {
    return turn * sq(params.turnBiasSdMps2());
  }

  /// Variance that the level acceleration's error gains by the tilt's doubt, (m/s²)².
  double tiltVar() {
    return tilt;
  }

  /// What follows gravity changes the tilt's error, and by how much is known: a small turn r takes (0, 0, g) to r × (0, 0, g) + (0, 0, g).
  double shiftXMps2() {
    return gravityMps2 * leanYRad;
  }

  /// The same along the other level axis.
  double shiftYMps2() {
    return -gravityMps2 * leanXRad;
  }

  private static double sq(double v) {
    return v * v;
  }
}
