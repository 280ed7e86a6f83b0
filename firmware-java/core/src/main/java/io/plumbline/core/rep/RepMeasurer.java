package io.plumbline.core.rep;

import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.SensorFrame;

/// Measures one rep on a smoothed curve. Allocates nothing after construction. Not thread-safe.
///
/// Mean velocities are height over duration, which is the mean of velocity over time; the error of velocity is taken as fully correlated over
/// the stroke (drift, not noise, is what is left after smoothing), and the error of the boundaries is added to it.
public final class RepMeasurer {
  /// What calibration leaves of an accelerometer, the same in every rep of a set: error of its scale, and what an axis feels of another one, rad
  /// (`bar-mechanics.md` section 5: 0.1 % and 0.1°).
  private static final double SCALE_SD = 0.001;
  private static final double CROSS_AXIS_SD = 0.00175;
  /// The quiet before a pull that makes its beginning visible.
  private static final double SHOWN_BEFORE_PULL_S = 0.15;
  /// A trace has 200 points: longer pulls are shown from here on, so that the rep itself stays fine.
  private static final double MOST_TENSION_SHOWN_S = 2.5;
  /// What is left of the velocity's error over a way: a smoother that knows the velocity at both ends undoes a part of it.
  private static final double WAY_SHARE = 0.65;
  /// Below this velocity slope a boundary in time is as uncertain as it can get.
  private static final double FLATTEST_MPS2 = 0.2;
  private static final double SLOPE_S = 0.15;
  private static final double STILL_MOVING_MPS = 0.1;
  private static final double CERTAIN_SDS = 3;
  /// How well the two ends of a pull are known from forces that are averaged over 0.15 s.
  private static final double PULL_SD_S = 0.1;
  /// How well the model of an onset holds, whatever the noise: seen with lifts of other shapes.
  private static final double BOUNDARY_MODEL_SD_S = 0.003;

  private final BarSetup setup;
  private final RepMeasures rep = new RepMeasures();
  private final RepSpan span = new RepSpan();
  private final RepBounds bounds;
  private final LoadCurve loads;
  private final LoadMeter load;
  private final SlackMeter slack;
  private final PowerMeter power;
  private final SymmetryMeter symmetry = new SymmetryMeter(SymmetryMeter.Params.DEFAULT);
  private final LandingMeter landing;
  private final ImpactTrack impacts;

  /// @param setup masses of the bar and the side the lifter faces
  public RepMeasurer(BarSetup setup) {
    this.setup = setup;
    this.bounds = new RepBounds(setup.gravityMps2());
    this.loads = new LoadCurve(setup);
    this.load = new LoadMeter(LoadMeter.Params.DEFAULT, setup);
    this.slack = new SlackMeter(SlackMeter.Params.DEFAULT, setup);
    this.power = new PowerMeter(setup);
    this.impacts = new ImpactTrack(setup.gravityMps2());
    this.landing = new LandingMeter(LandingMeter.Params.DEFAULT, impacts);
  }

  /// Takes the samples of one instant, for what no smoothed curve keeps: impacts.
  public void hear(SensorFrame frame) {
    impacts.add(frame);
  }

  /// What the sides pull along the curve.
  public LoadCurve loads(MotionCurve c, ForceTrack forces) {
    loads.fill(c, forces);
    return loads;
  }

  /// Measures the rep of a concentric stroke and, where `eccentric` is not negative, that eccentric stroke.
  ///
  /// @param fromFloor whether a rep may begin with plates that stand on the floor
  public RepMeasures measure(MotionCurve c, StrokeFinder strokes, int concentric, int eccentric, boolean fromFloor,
      ForceTrack forces) {
    rep.reset();
    loads.fill(c, forces);
    bounds.find(c, loads, strokes, concentric, eccentric, fromFloor, span);
    rep.severalImus = c.pods() > 1;
    measureConcentric(c);
    rep.peakLessForceMps = bounds.peakLessForceMps(c, loads, span, extreme(c, span.start, span.end, 1));
    measureEccentric(c);
    measureTurnaround();
    load.measure(c, loads, span, rep);
    measurePath(c);
    VelocityMeter.measure(c, span, rep);
    slack.measure(c, loads, forces, span, rep);
    power.measure(c, loads, span, rep);
    symmetry.measure(c, loads, span, rep);
    landing.measure(c, strokes, concentric, bounds, span, rep);
    LockoutMeter.measure(c, span, facingSign(), rep);
    int from = span.down < 0 ? span.start : Math.min(span.start, span.down);
    int to = Math.max(span.end, span.downEnd);
    collectMarks(c, from, to);
    fillTrace(c, tensionFrom(c, from), to);
    return rep;
  }

  /// What is known of an attempt in which the plates stayed on the floor.
  ///
  /// @param mostN most that drew at both sides of the shaft
  public RepMeasures measureStuck(long fromNs, long toNs, double mostN) {
    rep.reset();
    rep.outcome = RepMeasures.Outcome.NO_LIFT_OFF;
    rep.concentricStartNs = fromNs;
    rep.concentricEndNs = toNs;
    rep.pullNs = fromNs;
    rep.tensionS = (toNs - fromNs) * 1e-9;
    rep.tensionSdS = PULL_SD_S;
    rep.peakForceN = mostN + (setup.barKg() - 2 * setup.outboardKg()) * setup.gravityMps2();
    return rep;
  }

  private int facingSign() {
    return setup.facing() == 0 ? 1 : setup.facing();
  }

  private void measureConcentric(MotionCurve c) {
    int a = span.start;
    int b = span.end;
    rep.concentricStartNs = Math.round(span.startNs);
    rep.concentricEndNs = Math.round(span.endNs);
    rep.concentricS = seconds(span.startNs, span.endNs);
    rep.rangeOfMotionM = Math.max(0, c.heightM(b) - c.heightM(a));
    rep.meanConcentricMps = rep.rangeOfMotionM / rep.concentricS;
    double startSdS = known(span.startSdS, c, a, 1);
    double velocitySd = velocitySd(c, a, b);
    double wayM = Math.hypot(WAY_SHARE * velocitySd * rep.concentricS, riseM(c, a, startSdS));
    // What a gap or an impact hides of the way shows in the heights, not in the velocities to either side of it.
    double hiddenM = Math.abs(Math.sqrt(c.heightVar(b)) - Math.sqrt(c.heightVar(a)));
    rep.rangeOfMotionSdM = Math.max(wayM, hiddenM);
    rep.concentricSdS = Math.hypot(startSdS, known(span.endSdS, c, b, -1));
    // The share was measured of whole ways; of a mean, whose bounds are in doubt as well, all of it counts.
    rep.meanConcentricSdMps = meanSd(Math.max(velocitySd, hiddenM / rep.concentricS), rep.meanConcentricMps,
        rep.concentricSdS,
        rep.concentricS);
    int peak = extreme(c, a, b, 1);
    rep.peakConcentricMps = c.velocityMps(peak);
    rep.peakConcentricSdMps = peakSdMps(c, peak);
    rep.timeToPeakVelocityS = Math.max(0, (c.timeNs(peak) - span.startNs) * 1e-9);
    int propulsiveEnd = peak;
    while (propulsiveEnd < b && c.accelMps2(propulsiveEnd) > -setup.gravityMps2()) {
      propulsiveEnd++;
    }
    double propulsiveS = propulsiveEnd == b ? rep.concentricS : (c.timeNs(propulsiveEnd) - span.startNs) * 1e-9;
    rep.meanPropulsiveMps = (c.heightM(propulsiveEnd) - c.heightM(a)) / propulsiveS;
    rep.meanPropulsiveSdMps = meanSd(rep.rangeOfMotionSdM / rep.concentricS, rep.meanPropulsiveMps, rep.concentricSdS,
        propulsiveS);
  }

  private void measureEccentric(MotionCurve c) {
    if (span.down < 0) {
      return;
    }
    int a = span.down;
    int b = span.downEnd;
    rep.eccentricStartNs = Math.round(span.downStartNs);
    rep.eccentricEndNs = Math.round(span.downEndNs);
    rep.eccentricS = seconds(span.downStartNs, span.downEndNs);
    rep.eccentricSdS = Math.hypot(known(span.downStartSdS, c, a, 1), known(span.downEndSdS, c, b, -1));
    rep.meanEccentricMps = (c.heightM(a) - c.heightM(b)) / rep.eccentricS;
    rep.meanEccentricSdMps = meanSd(velocitySd(c, a, b), rep.meanEccentricMps, rep.eccentricSdS, rep.eccentricS);
    int peak = extreme(c, a, b, -1);
    rep.peakEccentricMps = -c.velocityMps(peak);
    rep.peakEccentricSdMps = peakSdMps(c, peak);
    boolean cutOff = b == c.size() - 1 && -c.velocityMps(b) > STILL_MOVING_MPS;
    boolean certain = rep.eccentricS > CERTAIN_SDS * rep.eccentricSdS && rep.peakEccentricMps >= rep.meanEccentricMps
        && rep.meanEccentricMps > rep.meanEccentricSdMps;
    if (cutOff || !certain) {
      forgetEccentric();
    }
  }

  private void forgetEccentric() {
    rep.eccentricStartNs = 0;
    rep.eccentricEndNs = 0;
    rep.meanEccentricMps = Double.NaN;
    rep.meanEccentricSdMps = Double.NaN;
    rep.peakEccentricMps = Double.NaN;
    rep.peakEccentricSdMps = Double.NaN;
    rep.eccentricS = Double.NaN;
    rep.eccentricSdS = Double.NaN;
  }

  private void measureTurnaround() {
    if (rep.eccentricEndNs != 0) {
      double gapNs = span.downAfter() ? span.downStartNs - span.endNs : span.startNs - span.downEndNs;
      rep.turnaroundS = Math.max(0, gapNs * 1e-9);
    }
  }

  private void measurePath(MotionCurve c) {
    int a = span.start;
    int b = span.end;
    int sign = facingSign();
    double knee = 0.5 * (c.heightM(a) + c.heightM(b));
    double squares = 0;
    double max = 0;
    double min = 0;
    for (int i = a; i <= b; i++) {
      double forward = sign * (c.acrossM(i) - c.acrossM(a));
      max = Math.max(max, forward);
      min = Math.min(min, forward);
      squares += forward * forward;
      if (Double.isNaN(rep.forwardKneeM) && c.heightM(i) >= knee) {
        rep.forwardKneeM = forward;
      }
    }
    rep.forwardRmsM = Math.sqrt(squares / (b - a + 1));
    rep.forwardKnown = setup.facing() != 0;
    rep.forwardMaxM = max;
    rep.forwardMinM = min;
    rep.forwardEndM = sign * (c.acrossM(b) - c.acrossM(a));
    rep.lateralEndM = c.alongM(b) - c.alongM(a);
    rep.forwardSdM = Math.hypot(forwardSdM(c, a, b), CROSS_AXIS_SD * (c.heightM(b) - c.heightM(a)));
    rep.lateralSdM = rep.forwardSdM;
  }

  /// Of the travel between two entries: the error of velocity is fully correlated meanwhile, so that its standard deviation adds up.
  private static double forwardSdM(MotionCurve c, int a, int b) {
    double sum = 0;
    for (int i = a; i < b; i++) {
      sum += Math.sqrt(0.5 * (c.levelVelocityVar(i) + c.levelVelocityVar(i + 1))) * c.secondsBetween(i, i + 1);
    }
    return sum;
  }

  private void collectMarks(MotionCurve c, int a, int b) {
    byte marks = 0;
    for (int i = a; i <= b; i++) {
      marks |= c.marks(i);
    }
    rep.saturated = (marks & MotionCurve.SATURATED) != 0;
    rep.gap = (marks & MotionCurve.GAP) != 0;
    rep.impact = (marks & MotionCurve.IMPACT) != 0;
  }

  /// Where the curves of a rep begin: with the pull that took the slack out, where it is known, so that its force can be seen.
  private int tensionFrom(MotionCurve c, int from) {
    boolean pulled = rep.pullNs != 0 && rep.pullNs < span.startNs && from == span.start;
    double earliestNs = Math.max(rep.pullNs - SHOWN_BEFORE_PULL_S * 1e9, span.startNs - MOST_TENSION_SHOWN_S * 1e9);
    int first = from;
    while (pulled && first > 0 && c.timeNs(first - 1) >= earliestNs) {
      first--;
    }
    return first;
  }

  private void fillTrace(MotionCurve c, int a, int b) {
    RepTrace t = rep.trace;
    int sign = facingSign();
    int zero = span.start;
    int points = Math.min(RepTrace.CAPACITY, b - a + 1);
    t.size = points;
    double sinceFirstM = -forwardSdM(c, a, zero);
    int before = a;
    for (int k = 0; k < points; k++) {
      int i = points == 1 ? a : a + (int) Math.round((double) k * (b - a) / (points - 1));
      t.timeS[k] = (c.timeNs(i) - span.startNs) * 1e-9;
      t.heightM[k] = c.heightM(i) - c.heightM(zero);
      t.velocityMps[k] = c.velocityMps(i);
      t.velocitySdMps[k] = Math.sqrt(c.velocityVar(i));
      t.forwardM[k] = sign * (c.acrossM(i) - c.acrossM(zero));
      sinceFirstM += forwardSdM(c, before, i);
      before = i;
      t.forwardSdM[k] = Math.hypot(sinceFirstM, CROSS_AXIS_SD * t.heightM[k]);
      t.forceLeftN[k] = loads.pullN(0, i);
      t.forceRightN[k] = loads.pullN(1, i);
    }
  }

  /// How far the bar rises within a time of an entry: by so much a way is wrong that begins there, where the beginning is wrong by that time.
  private static double riseM(MotionCurve c, int from, double withinS) {
    int i = from;
    while (i < c.size() - 1 && c.secondsBetween(from, i) < withinS) {
      i++;
    }
    return Math.abs(c.heightM(i) - c.heightM(from));
  }

  private static double peakSdMps(MotionCurve c, int i) {
    return Math.hypot(Math.sqrt(c.velocityVar(i)), SCALE_SD * c.velocityMps(i));
  }

  private static double seconds(double fromNs, double toNs) {
    return Math.max(1e-3, (toNs - fromNs) * 1e-9);
  }

  private static int extreme(MotionCurve c, int a, int b, int direction) {
    int best = a;
    for (int i = a; i <= b; i++) {
      if (direction * c.velocityMps(i) > direction * c.velocityMps(best)) {
        best = i;
      }
    }
    return best;
  }

  private static double velocitySd(MotionCurve c, int a, int b) {
    double variance = 0;
    for (int i = a; i <= b; i++) {
      variance += c.velocityVar(i);
    }
    return Math.sqrt(variance / (b - a + 1));
  }

  /// A mean is height over duration: it carries the doubt about the boundaries too.
  private static double meanSd(double velocitySd, double mean, double durationSdS, double durationS) {
    return Math.hypot(velocitySd, mean * durationSdS / durationS);
  }

  /// Mean acceleration over the first instants of a stroke, seen from the boundary `i` inward.
  private static double slope(MotionCurve c, int i, int inward) {
    int k = i;
    while (k + inward >= 0 && k + inward < c.size() && Math.abs(c.secondsBetween(i, k)) < SLOPE_S) {
      k += inward;
    }
    return k == i ? 0 : Math.abs((c.velocityMps(k) - c.velocityMps(i)) / c.secondsBetween(i, k));
  }

  /// A boundary is where velocity is zero: its error is the velocity's error over the slope there.
  private static double boundarySd(MotionCurve c, int i, int inward) {
    return Math.sqrt(c.velocityVar(i)) / Math.max(FLATTEST_MPS2, slope(c, i, inward));
  }

  /// Standard deviation of a boundary: what was found with it or, without that, what follows from the velocity's.
  private static double known(double sdS, MotionCurve c, int i, int inward) {
    return Double.isNaN(sdS) ? Math.hypot(boundarySd(c, i, inward), BOUNDARY_MODEL_SD_S) : sdS;
  }
}
