package io.plumbline.simulator.lifter;

import io.plumbline.simulator.scenario.Body;
import io.plumbline.simulator.sensor.Stimulus;

/// The trunk side-on, pelvis and thorax as two links on the hip joint, and what the strap's units on it feel.
///
/// World: x to the right, y forward, z up. A forward lean is a turn about −x. Upright, a unit's axes are those of the world. Each target is
/// followed with a lag of [#LAG_S] and two continuous derivatives. The units sit on the line of the links; their distance behind it is left out.
public final class Trunk {
  /// How far everything runs behind a steady motion of its target.
  public static final double LAG_S;
  /// −3 dB of the motion's low-pass: quicker than any trunk moves on purpose, slow enough to make corners round.
  private static final double BANDWIDTH_HZ = 6;
  private static final double POLE_RADPS;
  /// Hip joint to the lumbar joint and from there to the thorax unit (T12/L1), of hips to shoulders; the pelvis unit is at the lumbar joint.
  private static final double PELVIS_SHARE = 0.15;
  private static final double THORAX_SHARE = 0.2;

  static {
    // Three equal poles together: (1 + (ω/pole)²)³ = 2.
    POLE_RADPS = 2 * Math.PI * BANDWIDTH_HZ / Math.sqrt(StrictMath.cbrt(2) - 1);
    LAG_S = 3 / POLE_RADPS;
  }

  private final double pelvisM;
  private final double thoraxM;
  private final Follower lean;
  private final Follower lumbar;
  private final Follower hipHeight;
  private final Follower hipForward;
  private double gravityMps2;

  public Trunk(Body body, double stepS) {
    pelvisM = PELVIS_SHARE * body.torsoM();
    thoraxM = THORAX_SHARE * body.torsoM();
    lean = new Follower(POLE_RADPS, stepS);
    lumbar = new Follower(POLE_RADPS, stepS);
    hipHeight = new Follower(POLE_RADPS, stepS);
    hipForward = new Follower(POLE_RADPS, stepS);
  }

  /// One step of the physics towards the targets; the first takes them up at rest.
  ///
  /// @param leanTargetRad   of the thorax, + forward
  /// @param lumbarTargetRad flexion: by how much the thorax leans further forward than the pelvis
  /// @param hipHeightM      of the hip joint
  /// @param hipForwardM     of the hip joint
  public void step(double leanTargetRad, double lumbarTargetRad, double hipHeightM, double hipForwardM,
      double gravityMps2) {
    lean.step(leanTargetRad);
    lumbar.step(lumbarTargetRad);
    hipHeight.step(hipHeightM);
    hipForward.step(hipForwardM);
    this.gravityMps2 = gravityMps2;
  }

  /// Forward lean of the thorax.
  public double leanRad() {
    return lean.value();
  }

  /// Lumbar flexion.
  public double lumbarRad() {
    return lumbar.value();
  }

  /// Fills the strap's part.
  public void write(Stimulus stimulus) {
    double pelvisRad = lean.value() - lumbar.value();
    double pelvisRadps = lean.rate() - lumbar.rate();
    double pelvisRadps2 = lean.acceleration() - lumbar.acceleration();
    // A link of length l that leans by θ ends at l (sin θ, cos θ) forward and up; twice differentiated.
    double halfSin = StrictMath.sin(pelvisRad / 2);
    double halfCos = StrictMath.cos(pelvisRad / 2);
    double sin = 2 * halfSin * halfCos;
    double cos = halfCos * halfCos - halfSin * halfSin;
    double forward = hipForward.acceleration() + pelvisM * (pelvisRadps2 * cos - pelvisRadps * pelvisRadps * sin);
    double up = hipHeight.acceleration() - pelvisM * (pelvisRadps2 * sin + pelvisRadps * pelvisRadps * cos)
        + gravityMps2;
    write(stimulus, 0, halfSin, halfCos, pelvisRadps, forward * cos - up * sin, forward * sin + up * cos);

    double thoraxRad = lean.value();
    double thoraxRadps = lean.rate();
    double thoraxRadps2 = lean.acceleration();
    halfSin = StrictMath.sin(thoraxRad / 2);
    halfCos = StrictMath.cos(thoraxRad / 2);
    sin = 2 * halfSin * halfCos;
    cos = halfCos * halfCos - halfSin * halfSin;
    forward += thoraxM * (thoraxRadps2 * cos - thoraxRadps * thoraxRadps * sin);
    up -= thoraxM * (thoraxRadps2 * sin + thoraxRadps * thoraxRadps * cos);
    write(stimulus, 1, halfSin, halfCos, thoraxRadps, forward * cos - up * sin, forward * sin + up * cos);
  }

  private static void write(Stimulus stimulus, int unit, double halfSin, double halfCos, double leanRadps,
      double forceYMps2, double forceZMps2) {
    stimulus.strapForceMps2[unit][0] = 0;
    stimulus.strapForceMps2[unit][1] = forceYMps2;
    stimulus.strapForceMps2[unit][2] = forceZMps2;
    stimulus.strapRateRadps[unit][0] = -leanRadps;
    stimulus.strapRateRadps[unit][1] = 0;
    stimulus.strapRateRadps[unit][2] = 0;
    stimulus.strapOrientation[unit][0] = halfCos;
    stimulus.strapOrientation[unit][1] = -halfSin;
    stimulus.strapOrientation[unit][2] = 0;
    stimulus.strapOrientation[unit][3] = 0;
  }

  /// Three equal lags in a row: critically damped, and a jump of the target leaves two derivatives continuous.
  private static final class Follower {
    private final double poleRadps;
    private final double poleStep;
    private final double decay;
    private double target = Double.NaN;
    /// Outputs of the three lags, less the target.
    private double first;
    private double second;
    private double third;

    Follower(double poleRadps, double stepS) {
      this.poleRadps = poleRadps;
      poleStep = poleRadps * stepS;
      decay = StrictMath.exp(-poleStep);
    }

    /// Exact for a target that stays for one step.
    void step(double newTarget) {
      if (!Double.isNaN(target)) {
        first += target - newTarget;
        second += target - newTarget;
        third += target - newTarget;
      }
      target = newTarget;
      third = decay * (third + poleStep * (second + poleStep / 2 * first));
      second = decay * (second + poleStep * first);
      first = decay * first;
    }

    double value() {
      return target + third;
    }

    double rate() {
      return poleRadps * (second - third);
    }

    double acceleration() {
      return poleRadps * poleRadps * (first - 2 * second + third);
    }
  }
}
