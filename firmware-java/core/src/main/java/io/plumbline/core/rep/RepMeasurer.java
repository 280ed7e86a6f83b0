package io.plumbline.core.rep;

import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;

/// Measures one rep on a smoothed curve. Allocates nothing after construction. Not thread-safe.
///
/// Mean velocities are height over duration, which is the mean of velocity over time; the error of velocity is taken as fully correlated over
/// the stroke (drift, not noise, is what is left after smoothing), and the error of the boundaries is added to it.
public final class RepMeasurer {
  // Below this velocity slope a boundary in time is as uncertain as it can get.
  private static final double FLATTEST_MPS2 = 0.2;
  private static final double SLOPE_S = 0.15;
  private static final double SCALE_SHARE_OF_LOAD = 0.005;
  private static final double EMPTY_SLEEVE_ERROR_KG = 1;
  private static final double QUIET_MPS2 = 2;
  private static final double OFF_THE_FLOOR_M = 0.05;
  private static final int FEWEST_TO_WEIGH = 10;
  private static final double STILL_MOVING_MPS = 0.1;
  private static final double CERTAIN_SDS = 3;
  /// How well the model of an onset holds, whatever the noise: seen with lifts of other shapes.
  private static final double BOUNDARY_MODEL_SD_S = 0.003;

  /// Two ways to the lift-off agree: 50 ms.
  private static final double AGREEMENT_NS = 50e6;

  private final BarSetup setup;
  private final RepMeasures rep = new RepMeasures();
  private final LoadCurve loads;
  private final WeightCrossing lift;
  private final LiftOff fine = new LiftOff(LiftOff.Params.DEFAULT);
  private boolean liftOffKnown;
  private final double[] sums = new double[3];

  /// @param setup masses of the bar and the side the lifter faces
  public RepMeasurer(BarSetup setup) {
    this.setup = setup;
    this.loads = new LoadCurve(setup);
    lift = new WeightCrossing(WeightCrossing.Params.DEFAULT, setup.gravityMps2());
  }

  LoadCurve loads() {
    return loads;
  }

  /// Measures the rep of a concentric stroke and, where `eccentric` is not negative, that eccentric stroke.
  ///
  /// @param fromFloor whether the lift may begin on the floor
  public RepMeasures measure(MotionCurve c, StrokeFinder strokes, int concentric, int eccentric, boolean fromFloor,
      ForceTrack forces) {
    loads.fill(c, forces);
    rep.outcome = RepMeasures.Outcome.COMPLETED;
    rep.severalImus = c.pods() > 1;
    int earliest = concentric > 0 ? strokes.last(concentric - 1) : 0;
    liftOffKnown = fromFloor && lift.find(c, loads, earliest, strokes.first(concentric), strokes.last(concentric),
        eccentric > concentric ? strokes.first(eccentric) : strokes.last(concentric));
    if (liftOffKnown) {
      boolean agrees = fine.find(c, loads, earliest, strokes.first(concentric), strokes.last(concentric))
          && Math.abs(fine.lastNs() - lift.lastNs()) < AGREEMENT_NS;
      strokes.moveStart(c, concentric, agrees ? fine.lastNs() : lift.lastNs());
    }
    measureConcentric(c, strokes, concentric);
    measureEccentric(c, strokes, eccentric);
    measureTurnaround(strokes, concentric, eccentric);
    measurePath(c, strokes, concentric);
    boolean lockout = eccentric > concentric;
    measureLoad(c, strokes.first(concentric), lockout ? strokes.first(eccentric) : strokes.last(concentric), loads);
    int from = eccentric < 0 ? concentric : Math.min(concentric, eccentric);
    int to = eccentric < 0 ? concentric : Math.max(concentric, eccentric);
    collectMarks(c, strokes.first(from), strokes.last(to));
    fillTrace(c, strokes, concentric, strokes.first(from), strokes.last(to));
    return rep;
  }

  private void measureConcentric(MotionCurve c, StrokeFinder s, int k) {
    int a = s.first(k);
    int b = s.last(k);
    rep.concentricStartNs = Math.round(s.startNs(k));
    rep.concentricEndNs = Math.round(s.endNs(k));
    rep.concentricS = seconds(s, k);
    rep.rangeOfMotionM = Math.max(0, c.heightM(b) - c.heightM(a));
    rep.meanConcentricMps = rep.rangeOfMotionM / rep.concentricS;
    double velocitySd = velocitySd(c, a, b);
    // What a gap or an impact hides of the way shows in the heights, not in the velocities to either side of it.
    rep.rangeOfMotionSdM = Math.max(velocitySd * rep.concentricS,
        Math.abs(Math.sqrt(c.heightVar(b)) - Math.sqrt(c.heightVar(a))));
    rep.concentricSdS = durationSd(c, a, b);
    rep.meanConcentricSdMps = meanSd(rep.rangeOfMotionSdM / rep.concentricS, rep.meanConcentricMps, rep.concentricSdS,
        rep.concentricS);
    int peak = extreme(c, a, b, 1);
    rep.peakConcentricMps = c.velocityMps(peak);
    rep.peakConcentricSdMps = Math.sqrt(c.velocityVar(peak));
    rep.timeToPeakVelocityS = Math.max(0, (c.timeNs(peak) - s.startNs(k)) * 1e-9);
    int propulsiveEnd = peak;
    while (propulsiveEnd < b && c.accelMps2(propulsiveEnd) > -setup.gravityMps2()) {
      propulsiveEnd++;
    }
    double propulsiveS = propulsiveEnd == b ? rep.concentricS : (c.timeNs(propulsiveEnd) - s.startNs(k)) * 1e-9;
    rep.meanPropulsiveMps = (c.heightM(propulsiveEnd) - c.heightM(a)) / propulsiveS;
    rep.meanPropulsiveSdMps = meanSd(rep.rangeOfMotionSdM / rep.concentricS, rep.meanPropulsiveMps, rep.concentricSdS,
        propulsiveS);
  }

  private void measureEccentric(MotionCurve c, StrokeFinder s, int k) {
    if (k < 0) {
      forgetEccentric();
      return;
    }
    int a = s.first(k);
    int b = s.last(k);
    rep.eccentricStartNs = Math.round(s.startNs(k));
    rep.eccentricEndNs = Math.round(s.endNs(k));
    rep.eccentricS = seconds(s, k);
    rep.eccentricSdS = durationSd(c, a, b);
    rep.meanEccentricMps = (c.heightM(a) - c.heightM(b)) / rep.eccentricS;
    rep.meanEccentricSdMps = meanSd(velocitySd(c, a, b), rep.meanEccentricMps, rep.eccentricSdS, rep.eccentricS);
    int peak = extreme(c, a, b, -1);
    rep.peakEccentricMps = -c.velocityMps(peak);
    rep.peakEccentricSdMps = Math.sqrt(c.velocityVar(peak));
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

  private void measureTurnaround(StrokeFinder s, int concentric, int eccentric) {
    if (eccentric < 0 || rep.eccentricEndNs == 0) {
      rep.turnaroundS = Double.NaN;
    } else {
      double gapNs = eccentric > concentric
          ? s.startNs(eccentric) - s.endNs(concentric)
          : s.startNs(concentric) - s.endNs(eccentric);
      rep.turnaroundS = Math.max(0, gapNs * 1e-9);
    }
  }

  private void measurePath(MotionCurve c, StrokeFinder s, int k) {
    int a = s.first(k);
    int b = s.last(k);
    int sign = setup.facing() == 0 ? 1 : setup.facing();
    double max = 0;
    double min = 0;
    double variance = 0;
    for (int i = a; i <= b; i++) {
      double forward = sign * (c.acrossM(i) - c.acrossM(a));
      max = Math.max(max, forward);
      min = Math.min(min, forward);
      variance += c.levelVelocityVar(i);
    }
    rep.forwardKnown = setup.facing() != 0;
    rep.forwardMaxM = max;
    rep.forwardMinM = min;
    rep.forwardEndM = sign * (c.acrossM(b) - c.acrossM(a));
    rep.lateralEndM = c.alongM(b) - c.alongM(a);
    rep.forwardSdM = Math.sqrt(variance / (b - a + 1)) * rep.concentricS;
    rep.lateralSdM = rep.forwardSdM;
  }

  /// Mass from force and acceleration, F = m (g + a), by least squares while the bar hangs and hardly accelerates: from off the floor to the
  /// end of the lockout. The ringing of the bar averages out; where it never hangs quietly, every instant counts at which it pulls.
  private void measureLoad(MotionCurve c, int first, int last, LoadCurve loads) {
    int n = weigh(c, first, last, loads, QUIET_MPS2);
    if (n < FEWEST_TO_WEIGH) {
      n = weigh(c, first, last, loads, 0.5 * setup.gravityMps2());
    }
    double squares = sums[0];
    double leftKg = sums[1] / squares - setup.outboardKg();
    double rightKg = sums[2] / squares - setup.outboardKg();
    // Less than an empty sleeve is no load but a cell that is not connected.
    boolean weighed = n > 0 && leftKg > -EMPTY_SLEEVE_ERROR_KG && rightKg > -EMPTY_SLEEVE_ERROR_KG;
    rep.loadLeftKg = weighed ? leftKg : Double.NaN;
    rep.loadRightKg = weighed ? rightKg : Double.NaN;
    rep.loadTotalKg = weighed ? setup.barKg() + leftKg + rightKg : Double.NaN;
    rep.loadTotalSdKg = SCALE_SHARE_OF_LOAD * Math.abs(rep.loadTotalKg);
  }

  private int weigh(MotionCurve c, int first, int last, LoadCurve loads, double mostMps2) {
    sums[0] = 0;
    sums[1] = 0;
    sums[2] = 0;
    int n = 0;
    for (int i = first; i <= last; i++) {
      boolean both = !Double.isNaN(loads.pullN(0, i)) && !Double.isNaN(loads.pullN(1, i));
      boolean hangs = c.heightM(i) - c.heightM(first) > OFF_THE_FLOOR_M;
      if (!both || !hangs || Math.abs(c.accelMps2(i)) > mostMps2) {
        continue;
      }
      double specific = setup.gravityMps2() + c.accelMps2(i);
      sums[0] += specific * specific;
      sums[1] += loads.pullN(0, i) * specific;
      sums[2] += loads.pullN(1, i) * specific;
      n++;
    }
    return n;
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

  private void fillTrace(MotionCurve c, StrokeFinder s, int concentric, int a, int b) {
    RepTrace t = rep.trace;
    int sign = setup.facing() == 0 ? 1 : setup.facing();
    int zero = s.first(concentric);
    int points = Math.min(RepTrace.CAPACITY, b - a + 1);
    t.size = points;
    for (int k = 0; k < points; k++) {
      int i = points == 1 ? a : a + (int) Math.round((double) k * (b - a) / (points - 1));
      t.timeS[k] = (c.timeNs(i) - s.startNs(concentric)) * 1e-9;
      t.heightM[k] = c.heightM(i) - c.heightM(zero);
      t.velocityMps[k] = c.velocityMps(i);
      t.velocitySdMps[k] = Math.sqrt(c.velocityVar(i));
      t.forwardM[k] = sign * (c.acrossM(i) - c.acrossM(zero));
      t.forceLeftN[k] = loads.pullN(0, i);
      t.forceRightN[k] = loads.pullN(1, i);
    }
  }

  private static double seconds(StrokeFinder s, int k) {
    return Math.max(1e-3, (s.endNs(k) - s.startNs(k)) * 1e-9);
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
  private static double durationSd(MotionCurve c, int a, int b) {
    double start = Math.sqrt(c.velocityVar(a)) / Math.max(FLATTEST_MPS2, slope(c, a, 1));
    double end = Math.sqrt(c.velocityVar(b)) / Math.max(FLATTEST_MPS2, slope(c, b, -1));
    return Math.hypot(Math.hypot(start, end), BOUNDARY_MODEL_SD_S);
  }
}
