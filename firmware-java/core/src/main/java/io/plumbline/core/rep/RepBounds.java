package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// Sets the bounds of a rep: those of its strokes, moved to the lift-off and the touch-down of the plates where these are known. Not
/// thread-safe.
final class RepBounds {
  /// A bar that begins so near to the height of the segment's rest stood on what it rested on.
  private static final double FLOOR_M = 0.03;
  private static final double QUIET_MPS = 0.03;
  /// Force and motion tell of the same lift-off; where they are farther apart, force met a tremor.
  private static final double APART_S = 0.12;
  /// The end of the floor's push and the pull that comes to the weight are the same instant; where they are this far apart, the latter is right.
  private static final double AGREEMENT_S = 0.025;
  private static final double AGREED_SD_S = 0.008;
  private static final double ALONE_SD_S = 0.015;
  private static final double MOTION_S = 0.06;

  private final LiftOff liftOff = new LiftOff(LiftOff.Params.DEFAULT);
  private final WeightCrossing weight;
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
    span.byForce = fromFloor && liftOff.find(c, loads, span.earliest, span.start, span.end);
    boolean restsBelow = Math.abs(c.heightM(span.start) - c.heightM(0)) < FLOOR_M
        && Math.abs(c.velocityMps(0)) < QUIET_MPS;
    span.fromFloor = span.byForce || (fromFloor && restsBelow && !liftOff.hangs());
    boolean byMotion = span.fromFloor && onset.find(c, span.earliest, span.start, span.end);
    double startNs = Double.NaN;
    double sdS = Double.NaN;
    boolean byWeight = fromFloor && span.fromFloor && weight.find(c, loads, span.earliest, span.start, span.end,
        span.downAfter() ? span.down : span.end);
    boolean agree = byWeight && span.byForce && Math.abs(liftOff.lastNs() - weight.lastNs()) < AGREEMENT_S * 1e9;
    if (agree) {
      startNs = liftOff.lastNs();
      sdS = Math.hypot(Math.min(liftOff.lastSdS(), weight.lastSdS()), AGREED_SD_S);
    } else if (byWeight && byMotion && Math.abs(weight.lastNs() - onset.timeNs()) < MOTION_S * 1e9) {
      startNs = weight.lastNs();
      sdS = Math.hypot(weight.lastSdS(), ALONE_SD_S);
    } else if (span.byForce && byMotion && Math.abs(liftOff.lastNs() - onset.timeNs()) < APART_S * 1e9) {
      double w = 1 / (1 + sq(liftOff.lastSdS() / onset.sdS()));
      startNs = onset.timeNs() + w * (liftOff.lastNs() - onset.timeNs());
      sdS = Math.sqrt(w) * liftOff.lastSdS();
    } else if (byMotion) {
      startNs = onset.timeNs();
      sdS = onset.sdS();
    } else if (span.byForce) {
      startNs = liftOff.lastNs();
      sdS = liftOff.lastSdS();
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

  private static double sq(double v) {
    return v * v;
  }

  /// Lift-off of the right plates less that of the left ones, s, NaN where one is not known.
  double lagS() {
    return (liftOff.sideNs(1) - liftOff.sideNs(0)) * 1e-9;
  }

  /// Speed of the plates as they met the floor.
  double touchDownMps() {
    return touchDown.speedMps();
  }
}
