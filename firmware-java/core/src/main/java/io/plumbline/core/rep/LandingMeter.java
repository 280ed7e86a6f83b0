package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// How the plates met the floor and how long they lay there. Not thread-safe.
final class LandingMeter {
  /// Tuning.
  ///
  /// @param impactS    an impact is over after so long
  /// @param speedSdMps standard deviation of the speed beside that of the velocity: when it was within the last milliseconds
  /// @param goS        a lift-off so soon after the landing before it is touch-and-go
  record Params(double impactS, double speedSdMps, double goS) {
    /// Found on simulated lifts, seeds 1 to 200.
    static final Params DEFAULT = new Params(0.25, 0.03, 0.4);
  }

  private final Params params;
  private final ImpactTrack impacts;

  LandingMeter(Params params, ImpactTrack impacts) {
    this.params = params;
    this.impacts = impacts;
  }

  void measure(MotionCurve c, StrokeFinder strokes, int concentric, RepBounds bounds, RepSpan span,
      RepMeasures rep) {
    rep.liftOffLagS = span.byForce ? bounds.lagS() : Double.NaN;
    if (span.fromFloor && concentric > 0 && !strokes.up(concentric - 1)) {
      rep.touchAndGo = span.startNs - strokes.endNs(concentric - 1) < params.goS * 1e9;
    }
    if (!span.landed) {
      return;
    }
    rep.touchDownNs = Math.round(span.downEndNs);
    rep.touchDownMps = bounds.touchDownMps();
    rep.touchDownSdMps = Math.hypot(params.speedSdMps, Math.sqrt(c.velocityVar(span.downEnd)));
    long landedNs = rep.touchDownNs;
    rep.impactPeakMps2 = impacts.peakMps2(landedNs - 20_000_000L, landedNs + Math.round(params.impactS * 1e9));
    if (span.latest < c.size() - 1) {
      rep.floorPauseS = Math.max(0, (c.timeNs(span.latest) - span.downEndNs) * 1e-9);
    }
  }
}
