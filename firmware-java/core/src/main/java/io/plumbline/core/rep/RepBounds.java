package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Sets the bounds of a rep: those of its strokes, moved to the lift-off and the touch-down of the plates where these are known. Not
/// thread-safe.
final class RepBounds {
  /// A bar that begins so near to the height of the segment's rest stood on what it rested on.
  private static final double FLOOR_M = 0.03;
  private static final double QUIET_MPS = 0.03;
  /// The end of the floor's push and the pull that comes to the weight are the same instant, give or take this at the most.
  private static final double AGREEMENT_S = 0.08;
  /// Where the former is not known better than this, it may be wrong altogether.
  private static final double VAGUE_S = 0.009;
  private static final double STRAGGLING_S = 0.05;
  private static final double WEIGHT_SD_S = 0.018;
  private static final double JOINED_SD_S = 0.003;
  /// So long after the lift-off nothing of it is left in the window of a reaction.
  private static final double CLEAR_S = 0.015;

  private final LiftOff liftOff = new LiftOff(LiftOff.Params.DEFAULT);
  private final WeightCrossing weight;
  private final SideTimes times = new SideTimes();
  private final OnsetByMotion onset = new OnsetByMotion(OnsetByMotion.Params.DEFAULT);
  private final StrokeEdge edge = new StrokeEdge();
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
    span.before = eccentric > 0 ? strokes.first(eccentric - 1) : 0;
    span.latest = c.size() - 1;
    for (int k = strokes.count() - 1; k > concentric; k--) {
      span.latest = strokes.up(k) ? strokes.first(k) : span.latest;
    }
    span.down = eccentric < 0 ? -1 : strokes.first(eccentric);
    span.downEnd = eccentric < 0 ? -1 : strokes.last(eccentric);
    span.downStartNs = eccentric < 0 ? Double.NaN : strokes.startNs(eccentric);
    span.downEndNs = eccentric < 0 ? Double.NaN : strokes.endNs(eccentric);
    span.landed = false;
    span.endSdS = Double.NaN;
    span.downStartSdS = Double.NaN;
    span.downEndSdS = Double.NaN;
    findStart(c, loads, fromFloor, span);
    findTop(c, span);
    findWayDown(c, span);
    if (span.fromFloor && span.downAfter() && touchDown.find(c, loads, span)
        && touchDown.timeNs() > span.downStartNs) {
      span.landed = true;
      span.downEndNs = touchDown.timeNs();
      span.downEnd = c.entryNear(span.downEndNs, span.downEnd);
    }
  }

  /// The first instant without upward movement near the top ends the concentric phase.
  private void findTop(MotionCurve c, RepSpan span) {
    int latest = span.downAfter() ? span.down + (span.downEnd - span.down) / 2 : span.latest;
    if (edge.findTop(c, span.start, span.end, latest) && edge.timeNs() > span.startNs) {
      span.endNs = edge.timeNs();
      span.endSdS = edge.sdS();
      span.end = c.entryNear(span.endNs, span.end);
    }
  }

  private void findWayDown(MotionCurve c, RepSpan span) {
    if (span.down < 0) {
      return;
    }
    int from = span.down;
    int to = span.downEnd;
    boolean after = span.downAfter();
    if (edge.find(c, from, after ? span.end : span.before, to, -1, StrokeEdge.LOWERED_POWER)) {
      span.downStartNs = after ? Math.max(edge.timeNs(), span.endNs) : edge.timeNs();
      span.downStartSdS = edge.sdS();
      span.down = c.entryNear(span.downStartNs, from);
    }
    if (!span.fromFloor && edge.find(c, to, after ? span.latest : span.start, from, -1, StrokeEdge.LOWERED_POWER)) {
      span.downEndNs = after ? edge.timeNs() : Math.min(edge.timeNs(), span.startNs);
      span.downEndSdS = edge.sdS();
      span.downEnd = c.entryNear(span.downEndNs, to);
    }
  }

  private void findStart(MotionCurve c, LoadCurve loads, boolean fromFloor, RepSpan span) {
    int hangsTo = span.downAfter() ? span.down : span.end;
    span.byForce = fromFloor && liftOff.find(c, loads, span.earliest, span.start, span.end, hangsTo);
    boolean restsBelow = Math.abs(c.heightM(span.start) - c.heightM(0)) < FLOOR_M
        && Math.abs(c.velocityMps(0)) < QUIET_MPS;
    span.fromFloor = span.byForce || (fromFloor && restsBelow && !liftOff.hangs());
    double startNs = Double.NaN;
    double sdS = Double.NaN;
    boolean byWeight = fromFloor && span.fromFloor
        && weight.find(c, loads, span.earliest, span.start, span.end, hangsTo);
    join(span.byForce, byWeight);
    forgetStraggler(c, loads);
    if (times.anyKnown()) {
      startNs = times.lastNs();
      sdS = times.lastSdS();
    } else if (span.fromFloor && onset.find(c, span.earliest, span.start, span.end)) {
      startNs = onset.timeNs();
      sdS = onset.sdS();
    }
    if (!span.fromFloor && edge.find(c, span.start, span.earliest, span.end, 1, StrokeEdge.DRIVEN_POWER)) {
      startNs = edge.timeNs();
      sdS = edge.sdS();
    }
    if (startNs < span.endNs) {
      span.startNs = startNs;
      span.startSdS = sdS;
      span.start = c.entryNear(startNs, span.start);
    }
  }

  /// The end of the floor's push is the finer sign, the pull that comes to the weight the sturdier: each counts by its doubt. Where they are far
  /// apart, the latter met something else.
  private void join(boolean byForce, boolean byWeight) {
    times.clear();
    for (int side = 0; side < LoadCurve.SIDES; side++) {
      SideTimes fine = liftOff.times();
      SideTimes sturdy = weight.times();
      boolean finely = byForce && fine.known(side);
      boolean sturdily = byWeight && sturdy.known(side);
      if (finely && sturdily) {
        boolean agree = Math.abs(fine.ns(side) - sturdy.ns(side)) < AGREEMENT_S * 1e9;
        double var = sq(fine.sdS(side));
        double share = agree ? var / (var + sq(WEIGHT_SD_S)) : 0;
        times.set(side, fine.ns(side) + share * (sturdy.ns(side) - fine.ns(side)),
            Math.hypot(Math.sqrt(var * (1 - share)), JOINED_SD_S));
      } else if (finely) {
        times.set(side, fine.ns(side), Math.hypot(fine.sdS(side), JOINED_SD_S));
      } else if (sturdily) {
        times.set(side, sturdy.ns(side), WEIGHT_SD_S);
      }
    }
  }

  /// A side that alone seems to leave much later, and vaguely, was mistaken where the floor was not felt to carry it.
  private void forgetStraggler(MotionCurve c, LoadCurve loads) {
    int late = times.ns(1) > times.ns(0) ? 1 : 0;
    if (times.lagS() * (2 * late - 1) > STRAGGLING_S && times.sdS(late) > VAGUE_S
        && !liftOff.standsBetween(c, loads, late, times.ns(1 - late), times.ns(late))) {
      times.set(late, Double.NaN, Double.NaN);
    }
  }

  private static double sq(double v) {
    return v * v;
  }

  /// Peak velocity by motion less that by force since the lift-off, m/s, NaN where force did not tell the lift-off.
  double peakLessForceMps(MotionCurve c, LoadCurve loads, RepSpan span, int peak) {
    int off = span.start;
    while (off < peak && c.secondsBetween(span.start, off) < CLEAR_S) {
      off++;
    }
    return span.byForce ? liftOff.gainedTooMuchMps(c, loads, off, peak) : Double.NaN;
  }

  /// Lift-off of the right plates less that of the left ones, s, NaN where one is not known.
  double lagS() {
    return times.lagS();
  }

  /// Speed of the plates as they met the floor.
  double touchDownMps() {
    return touchDown.speedMps();
  }
}
