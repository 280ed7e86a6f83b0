package io.plumbline.core.rep;

import io.plumbline.core.sample.LiftStart;

/// What was measured of one rep. A plain mutable holder, preallocated by the pipeline and valid only during the listener's call: copy what
/// is needed. A value that is not known is NaN. Each `…Sd…` is the standard deviation (1 sigma) of the value named before it.
/// Velocities are vertical, m/s, up positive; eccentric velocities are speeds, positive downward.
public final class RepMeasures {
  /// How an attempt ended.
  public enum Outcome {
    /// Lifted.
    COMPLETED,
    /// Lifted, but the bar stood or sank on its way.
    HITCHED,
    /// Begun and not finished: the bar came down again from below its top.
    FAILED,
    /// Pulled at, and the plates never left the floor.
    NO_LIFT_OFF
  }

  /// How the slack was pulled.
  public enum SlackGrade {
    /// No load cells, or a lift that does not begin on the floor.
    UNKNOWN,
    /// Calm: tension first, then movement.
    TAUT,
    /// Faster than it should be.
    HURRIED,
    /// Yanked.
    JERKED
  }

  /// Time of the start of the concentric phase, ns on the clock of the samples.
  public long concentricStartNs;
  /// Time of the end of the concentric phase.
  public long concentricEndNs;
  /// Time of the start of the eccentric phase that follows, or of the one before in a lift that starts at the top; 0 where there is none.
  public long eccentricStartNs;
  /// Time of its end; 0 where there is none.
  public long eccentricEndNs;
  /// How the attempt ended.
  public Outcome outcome = Outcome.COMPLETED;

  public double meanConcentricMps;
  public double meanConcentricSdMps;
  public double peakConcentricMps;
  public double peakConcentricSdMps;
  /// Peak concentric velocity less that by force since the lift-off: how well load cells and motion agree. Force knows the mass only from this ascent,
  /// so that a steady error of acceleration does not show. NaN without cells or lift-off.
  public double peakLessForceMps = Double.NaN;
  public double meanPropulsiveMps;
  public double meanPropulsiveSdMps;
  public double meanEccentricMps;
  public double meanEccentricSdMps;
  public double peakEccentricMps;
  public double peakEccentricSdMps;

  public double rangeOfMotionM;
  public double rangeOfMotionSdM;
  public double concentricS;
  public double concentricSdS;
  public double timeToPeakVelocityS;
  public double eccentricS;
  public double eccentricSdS;
  /// Time between the two phases, NaN where one is missing.
  public double turnaroundS;

  /// From where reps begin, as told or as found.
  public LiftStart start = LiftStart.UNKNOWN;
  /// Level way from where the bar rested to the first stroke since then, where it was to be found from where reps begin, else NaN.
  public double walkedM = Double.NaN;

  /// Largest travel along + (forward where [#forwardKnown]) of the concentric phase, from its start.
  public double forwardMaxM;
  /// Largest travel along −, zero or negative.
  public double forwardMinM;
  public double forwardEndM;
  public double forwardSdM;
  /// Travel along the bar's axis, + towards the right pod, at the end of the concentric phase.
  public double lateralEndM;
  public double lateralSdM;
  /// Whether `facing` was known; otherwise the sign of forward is that of the bar frame's y.
  public boolean forwardKnown;

  /// Plates of each side as weighed, NaN without load cells.
  public double loadLeftKg;
  public double loadRightKg;
  /// Bar and plates as weighed, NaN without load cells.
  public double loadTotalKg;
  public double loadTotalSdKg;
  /// Standard deviation of [#loadLeftKg] less [#loadRightKg].
  public double loadDifferenceSdKg;

  /// Mean velocity from the start through the first 0.10 m of height, NaN where the bar did not come so far.
  public double firstTenCentimetresMps = Double.NaN;
  public double firstTenCentimetresSdMps = Double.NaN;
  /// Slowest velocity after the first peak and before the last, NaN where the velocity has one peak only.
  public double stickingMps = Double.NaN;
  public double stickingSdMps = Double.NaN;
  /// Height of that point above the start.
  public double stickingHeightM = Double.NaN;

  /// Force of the lifter on the bar times velocity: mean and largest of the concentric phase, NaN without a known load.
  public double meanPowerW = Double.NaN;
  public double peakPowerW = Double.NaN;
  /// Work on the bar in the concentric phase: change of its potential and kinetic energy.
  public double workJ = Double.NaN;
  /// Largest upward force of the lifter on the bar until half the range of motion is done.
  public double peakForceN = Double.NaN;
  /// Integral over the concentric phase of the lifter's upward force.
  public double impulseNs = Double.NaN;

  /// Time of the first pull at the bar on the floor, ns; 0 where it is not known.
  public long pullNs;
  /// From the first pull to the lift-off; without one, to where the bar was let go.
  public double tensionS = Double.NaN;
  public double tensionSdS = Double.NaN;
  /// Force held before the lift-off as a share of the weight, NaN where it was not held.
  public double plateauShare = Double.NaN;
  /// How long it was held, 0 where it was not, NaN where it is not known.
  public double plateauS = Double.NaN;
  /// Steepest rise of the lifter's force before the lift-off, over 20 ms, % of the weight a second.
  public double peakLoadingPctps = Double.NaN;
  /// Largest force of the lifter from the pull until 0.15 s after the lift-off, over the weight.
  public double overshoot = Double.NaN;
  /// Lift-off of the right plates less that of the left ones, s: positive where the right side follows.
  public double liftOffLagS = Double.NaN;
  public SlackGrade slackGrade = SlackGrade.UNKNOWN;

  /// Forward travel where half the range of motion is done.
  public double forwardKneeM = Double.NaN;
  /// Root mean square of the forward travel over the concentric phase.
  public double forwardRmsM = Double.NaN;

  /// Left side's share of the upward impulse of both sides' load cells between lift-off and top, NaN without them.
  public double leftShare = Double.NaN;
  /// Largest by magnitude, signed, of the concentric phase: + right hand lower.
  public double peakTiltRad = Double.NaN;
  public double peakTiltSdRad = Double.NaN;
  /// Largest by magnitude, signed, from the direction at the start: + right hand forward.
  public double peakTwistRad = Double.NaN;
  public double peakTwistSdRad = Double.NaN;
  /// Roll of the shaft from start to end of the concentric phase, about the bar frame's x.
  public double rollRad = Double.NaN;

  /// Speed of the plates as they met the floor after this rep, NaN where they did not or it is not known.
  public double touchDownMps = Double.NaN;
  public double touchDownSdMps = Double.NaN;
  /// Largest acceleration of a pod within the impact, high-g sensors included, m/s².
  public double impactPeakMps2 = Double.NaN;
  /// Time of the touch-down, ns; 0 where there was none.
  public long touchDownNs;
  /// Time on the floor before the next pull, NaN where it is not known (the last rep).
  public double floorPauseS = Double.NaN;
  /// Whether the rep began without a rest on the floor.
  public boolean touchAndGo;

  /// Time between the end of the concentric phase and the begin of the way down, NaN where that is not known.
  public double lockoutS = Double.NaN;
  /// Root mean square of the velocity, all directions, in the lockout.
  public double lockoutUnrestMps = Double.NaN;
  /// Backward travel of the bar from the top until it goes down, ≥ 0.
  public double leanBackM = Double.NaN;

  /// More than one inertial sensor took part.
  public boolean severalImus;
  /// A sensor reached the end of its range inside the rep.
  public boolean saturated;
  /// Samples are missing inside the rep.
  public boolean gap;
  /// The plates hit the floor inside the rep.
  public boolean impact;
  /// The bar was seen at rest before the rep, so that its errors are bounded from that side.
  public boolean restBefore;
  /// The bar was seen at rest after the rep.
  public boolean restAfter;

  /// The rep's curves.
  public final RepTrace trace = new RepTrace();

  /// Forgets everything: what is not measured now is not known.
  void reset() {
    concentricStartNs = 0;
    concentricEndNs = 0;
    eccentricStartNs = 0;
    eccentricEndNs = 0;
    outcome = Outcome.COMPLETED;
    meanConcentricMps = Double.NaN;
    meanConcentricSdMps = Double.NaN;
    peakConcentricMps = Double.NaN;
    peakConcentricSdMps = Double.NaN;
    peakLessForceMps = Double.NaN;
    meanPropulsiveMps = Double.NaN;
    meanPropulsiveSdMps = Double.NaN;
    meanEccentricMps = Double.NaN;
    meanEccentricSdMps = Double.NaN;
    peakEccentricMps = Double.NaN;
    peakEccentricSdMps = Double.NaN;
    rangeOfMotionM = Double.NaN;
    rangeOfMotionSdM = Double.NaN;
    concentricS = Double.NaN;
    concentricSdS = Double.NaN;
    timeToPeakVelocityS = Double.NaN;
    eccentricS = Double.NaN;
    eccentricSdS = Double.NaN;
    turnaroundS = Double.NaN;
    start = LiftStart.UNKNOWN;
    walkedM = Double.NaN;
    forwardMaxM = Double.NaN;
    forwardMinM = Double.NaN;
    forwardEndM = Double.NaN;
    forwardSdM = Double.NaN;
    lateralEndM = Double.NaN;
    lateralSdM = Double.NaN;
    forwardKnown = false;
    loadLeftKg = Double.NaN;
    loadRightKg = Double.NaN;
    loadTotalKg = Double.NaN;
    loadTotalSdKg = Double.NaN;
    loadDifferenceSdKg = Double.NaN;
    firstTenCentimetresMps = Double.NaN;
    firstTenCentimetresSdMps = Double.NaN;
    stickingMps = Double.NaN;
    stickingSdMps = Double.NaN;
    stickingHeightM = Double.NaN;
    meanPowerW = Double.NaN;
    peakPowerW = Double.NaN;
    workJ = Double.NaN;
    peakForceN = Double.NaN;
    impulseNs = Double.NaN;
    pullNs = 0;
    tensionS = Double.NaN;
    tensionSdS = Double.NaN;
    plateauShare = Double.NaN;
    plateauS = Double.NaN;
    peakLoadingPctps = Double.NaN;
    overshoot = Double.NaN;
    liftOffLagS = Double.NaN;
    slackGrade = SlackGrade.UNKNOWN;
    forwardKneeM = Double.NaN;
    forwardRmsM = Double.NaN;
    leftShare = Double.NaN;
    peakTiltRad = Double.NaN;
    peakTiltSdRad = Double.NaN;
    peakTwistRad = Double.NaN;
    peakTwistSdRad = Double.NaN;
    rollRad = Double.NaN;
    touchDownMps = Double.NaN;
    touchDownSdMps = Double.NaN;
    impactPeakMps2 = Double.NaN;
    touchDownNs = 0;
    floorPauseS = Double.NaN;
    touchAndGo = false;
    lockoutS = Double.NaN;
    lockoutUnrestMps = Double.NaN;
    leanBackM = Double.NaN;
    severalImus = false;
    saturated = false;
    gap = false;
    impact = false;
    restBefore = false;
    restAfter = false;
    trace.size = 0;
  }
}
