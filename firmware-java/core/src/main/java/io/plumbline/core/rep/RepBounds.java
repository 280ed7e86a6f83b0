package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Sets the bounds of a rep: those of its strokes, moved to the lift-off and the touch-down of the plates where these are known. Not
/// thread-safe.
final class RepBounds {
  /// A bar that begins so near to the height of the segment's rest stood on what it rested on.
  private static final double FLOOR_M = 0.03;
  /// From this share of the way on a stop is the top.
  private static final double NEARLY_UP = 0.93;
  private static final double QUIET_MPS = 0.03;
  /// The end of the floor's push and the pull that comes to the weight are the same instant, give or take this.
  private static final double AGREEMENT_S = 0.03;
  /// Where the former is not known better than this, the latter has a say however far it is off, up to that.
  private static final double VAGUE_S = 0.009;
  private static final double APART_S = 0.1;
  private static final double WEIGHT_SD_S = 0.012;
  private static final double JOINED_SD_S = 0.003;

  private final LiftOff liftOff = new LiftOff(LiftOff.Params.DEFAULT);
  private final WeightCrossing weight;
  private final SideTimes times = new SideTimes();
  private final OnsetByMotion onset = new OnsetByMotion(OnsetByMotion.Params.DEFAULT);
  private final TouchDown touchDown = new TouchDown(TouchDown.Params.DEFAULT);

  RepBounds(double gravityMps2) {
    weight = new WeightCrossing(WeightCrossing.Params.DEFAULT, gravityMps2);
  }

  /// @param eccentric the way down that belongs to the rep, negative where there is none
  /// @param fromFloor whether a rep may begin with plates that stand
  void find(MotionCurve c, LoadCurve loads, StrokeFinder strokes, int concentric, int eccentric, boolean fromFloor,
      RepSpan span) {
    span.start = strokes.first(concentric);
    span.end = strokes.last(concentric);
    span.startNs = strokes.startNs(concentric);
    span.endNs = strokes.endNs(concentric);
    span.startSdS = Double.NaN;
    span.earliest = concentric > 0 ? strokes.first(concentric - 1) : 0;
    span.latest = c.size() - 1;
    for (int k = strokes.count() - 1; k > concentric; k--) {
      span.latest = strokes.up(k) ? strokes.first(k) : span.latest;
    }
    span.down = eccentric < 0 ? -1 : strokes.first(eccentric);
    span.downEnd = eccentric < 0 ? -1 : strokes.last(eccentric);
    span.downStartNs = eccentric < 0 ? Double.NaN : strokes.startNs(eccentric);
    span.downEndNs = eccentric < 0 ? Double.NaN : strokes.endNs(eccentric);
    span.landed = false;
    findStart(c, loads, fromFloor, span);
    findTop(c, span);
    if (span.fromFloor && span.downAfter() && touchDown.find(c, loads, span)
        && touchDown.timeNs() > span.downStartNs) {
      span.landed = true;
      span.downEndNs = touchDown.timeNs();
      span.downEnd = c.entryNear(span.downEndNs, span.downEnd);
    }
  }

  /// The first instant without upward movement near the top ends the concentric phase.
  private static void findTop(MotionCurve c, RepSpan span) {
    double nearly = c.heightM(span.start) + NEARLY_UP * (c.heightM(span.end) - c.heightM(span.start));
    int i = span.start + 1;
    while (i < span.end && !(c.heightM(i) >= nearly && c.velocityMps(i) <= 0)) {
      i++;
    }
    if (i < span.end) {
      double before = c.velocityMps(i - 1);
      double u = before > 0 ? before / (before - c.velocityMps(i)) : 0;
      span.endNs = Math.min(span.endNs, c.timeNs(i - 1) + u * (c.timeNs(i) - c.timeNs(i - 1)));
      span.end = i;
    }
  }

  private void findStart(MotionCurve c, LoadCurve loads, boolean fromFloor, RepSpan span) {
    int hangsTo = span.downAfter() ? span.down : span.end;
    span.byForce = fromFloor && liftOff.find(c, loads, span.earliest, span.start, span.end, hangsTo);
    boolean restsBelow = Math.abs(c.heightM(span.start) - c.heightM(0)) < FLOOR_M
        && Math.abs(c.velocityMps(0)) < QUIET_MPS;
    span.fromFloor = span.byForce || (fromFloor && restsBelow && !liftOff.hangs());
    boolean byMotion = span.fromFloor && onset.find(c, span.earliest, span.start, span.end);
    double startNs = Double.NaN;
    double sdS = Double.NaN;
    boolean byWeight = fromFloor && span.fromFloor && weight.find(c, loads, span.earliest, span.start, span.end, hangsTo);
    join(span.byForce, byWeight);
    if (times.anyKnown()) {
      startNs = times.lastNs();
      sdS = times.lastSdS();
    } else if (byMotion) {
      startNs = onset.timeNs();
      sdS = onset.sdS();
    }
    if (System.getProperty("dbg") != null) {
      SideTimes l = liftOff.times();
      SideTimes w = weight.times();
      System.out.printf("DBG %.4f F %b %.4f %.4f %.4f %.4f W %b %.4f %.4f %.4f %.4f M %b %.4f start %.4f%n", startNs*1e-9, span.byForce, l.ns(0)*1e-9, l.sdS(0), l.ns(1)*1e-9, l.sdS(1), byWeight, w.ns(0)*1e-9, w.sdS(0), w.ns(1)*1e-9, w.sdS(1), byMotion, onset.timeNs()*1e-9, c.timeNs(span.start)*1e-9);
    }
    if (startNs < span.endNs) {
      span.startNs = startNs;
      span.startSdS = sdS;
      span.start = c.entryNear(startNs, span.start);
    }
  }

  /// The end of the floor's push is the finer sign, the pull that comes to the weight the sturdier: each counts by its doubt.
  private void join(boolean byForce, boolean byWeight) {
    times.clear();
    for (int side = 0; side < LoadCurve.SIDES; side++) {
      SideTimes fine = liftOff.times();
      SideTimes sturdy = weight.times();
      boolean also = byWeight && sturdy.known(side);
      if (byForce && fine.known(side)) {
        double apartS = also ? Math.abs(fine.ns(side) - sturdy.ns(side)) * 1e-9 : Double.POSITIVE_INFINITY;
        double var = sq(fine.sdS(side));
        boolean joins = apartS < AGREEMENT_S || (fine.sdS(side) > VAGUE_S && apartS < APART_S);
        double share = joins ? var / (var + sq(WEIGHT_SD_S)) : 0;
        times.set(side, joins ? fine.ns(side) + share * (sturdy.ns(side) - fine.ns(side)) : fine.ns(side),
            Math.hypot(Math.sqrt(var * (1 - share)), JOINED_SD_S));
      } else if (also) {
        times.set(side, sturdy.ns(side), WEIGHT_SD_S);
      }
    }
  }

  private static double sq(double v) {
    return v * v;
  }

  /// Lift-off of the right plates less that of the left ones, s, NaN where one is not known.
  double lagS() {
    return (times.ns(1) - times.ns(0)) * 1e-9;
  }

  /// Speed of the plates as they met the floor.
  double touchDownMps() {
    return touchDown.speedMps();
  }
}
