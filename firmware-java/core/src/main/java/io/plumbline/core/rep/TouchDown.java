package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// When the first plates meet the floor: where the [FloorReaction] of a side rises out of its noise, or, without load cells, where the end of the
/// shaft is stopped harder than arms do. Allocates nothing after construction. Not thread-safe.
final class TouchDown {
  /// Tuning.
  ///
  /// @param airS        time in the air from which the reaction's coefficients come
  /// @param beforeS     kept away from the end of the way down
  /// @param searchS     looked for from so long before that end
  /// @param afterS      to so long after
  /// @param sds         the reaction counts beyond so many standard deviations
  /// @param share       and this share of the weight
  /// @param windowShare share of the reaction's half window by which a sharp rise is seen too early
  /// @param stopMps2    deceleration without load cells that is an impact
  /// @param stopShare   share of its largest that marks its begin
  /// @param beforeHitS  the speed is that of so long before the touch-down
  /// @param stopS       after so long a bar that landed has lost its speed
  /// @param leastMps    slower than that nothing lands
  /// @param stopSpeedShare what is left of it at the most
  /// @param suddenS     so long before an impact
  /// @param suddenShare the deceleration was less than this share of it
  /// @param slopeS      its acceleration then is that of so long before
  record Params(double airS, double beforeS, double searchS, double afterS, double sds, double share,
      double windowShare, double stopMps2, double stopShare, double beforeHitS, double stopS, double leastMps,
      double stopSpeedShare,
      double suddenS, double suddenShare, double slopeS) {
    /// Found on simulated lifts, seeds 1 to 200.
    static final Params DEFAULT = new Params(1, 0.12, 0.5, 0.15, 6, 0.05, 0.65, 12, 0.25, 0.006, 0.1,
        0.03, 0.6, 0.05, 0.4, 0.03);
  }

  private final Params params;
  private final FloorReaction reaction = new FloorReaction();
  private double timeNs;
  private double speedMps;

  TouchDown(Params params) {
    this.params = params;
  }

  /// Looks for it about the end of the way down.
  ///
  /// @return whether it was found
  boolean find(MotionCurve c, LoadCurve loads, RepSpan span) {
    timeNs = Double.NaN;
    speedMps = Double.NaN;
    boolean byForce = false;
    for (int side = 0; side < LoadCurve.SIDES; side++) {
      byForce |= loads.known(side) && findSide(c, loads, side, span);
    }
    if (!byForce) {
      findStop(c, span);
    }
    return !Double.isNaN(timeNs);
  }

  private boolean findSide(MotionCurve c, LoadCurve loads, int side, RepSpan span) {
    int airEnd = back(c, span.downEnd, span.down, params.beforeS);
    int airFrom = back(c, airEnd, span.start, params.airS);
    if (!reaction.fit(c, loads, side, airFrom, airEnd)) {
      return false;
    }
    int from = back(c, span.downEnd, span.down, params.searchS);
    int to = ahead(c, span.downEnd, span.latest, params.afterS);
    for (int i = from; i < to; i++) {
      double n = reaction.atN(c, loads, side, i);
      double limit = Math.max(params.sds * reaction.sdN(), params.share * reaction.weightN());
      if (n > limit && reaction.atN(c, loads, side, i + 1) > limit && stops(c, side, i)) {
        take(c, side, c.timeNs(i) + params.windowShare * PlateMotion.halfWindowS(c, i) * 1e9, i);
        return true;
      }
    }
    return true;
  }

  /// Whether what went down goes down no more: a bar that is let go rattles too, but goes on.
  private boolean stops(MotionCurve c, int side, int i) {
    int later = ahead(c, i, c.size() - 2, params.stopS);
    double down = -c.endVelocityMps(side, i);
    return down > params.leastMps && -c.endVelocityMps(side, later) < params.stopSpeedShare * down;
  }

  private void findStop(MotionCurve c, RepSpan span) {
    int from = back(c, span.downEnd, span.down, params.searchS / 2);
    int to = ahead(c, span.downEnd, span.latest, params.afterS);
    for (int side = 0; side < LoadCurve.SIDES; side++) {
      double most = params.stopMps2;
      int hardest = -1;
      for (int i = from + 1; i < to; i++) {
        double a = accelMps2(c, side, i);
        if (a > most) {
          most = a;
          hardest = i;
        }
      }
      int i = hardest;
      while (i > from + 1 && accelMps2(c, side, i) > params.stopShare * most) {
        i--;
      }
      // Arms slow a bar down evenly; the floor does it at once.
      int earlier = back(c, Math.max(from + 1, hardest), from + 1, params.suddenS);
      if (hardest >= 0 && accelMps2(c, side, earlier) < params.suddenShare * most) {
        take(c, side, (double) c.timeNs(i), i);
      }
    }
  }

  private void take(MotionCurve c, int side, double ns, int near) {
    if (timeNs <= ns) {
      return;
    }
    timeNs = ns;
    int i = near;
    while (i < c.size() - 1 && c.timeNs(i + 1) < ns - params.beforeHitS * 1e9) {
      i++;
    }
    while (i > 0 && c.timeNs(i) > ns - params.beforeHitS * 1e9) {
      i--;
    }
    // What it gained or lost until then it goes on with.
    int before = back(c, i, 0, params.slopeS);
    double accel = before < i
        ? (c.endVelocityMps(side, i) - c.endVelocityMps(side, before)) / c.secondsBetween(before, i)
        : 0;
    speedMps = -(c.endVelocityMps(side, i) + accel * (ns - c.timeNs(i)) * 1e-9);
  }

  private static double accelMps2(MotionCurve c, int side, int i) {
    return (c.endVelocityMps(side, i + 1) - c.endVelocityMps(side, i - 1)) / c.secondsBetween(i - 1, i + 1);
  }

  private static int back(MotionCurve c, int from, int least, double seconds) {
    int i = from;
    while (i > least && c.secondsBetween(i, from) < seconds) {
      i--;
    }
    return i;
  }

  private static int ahead(MotionCurve c, int from, int most, double seconds) {
    int i = from;
    while (i < most && i < c.size() - 2 && c.secondsBetween(from, i) < seconds) {
      i++;
    }
    return i;
  }

  /// When the first plates met the floor, ns with fraction.
  double timeNs() {
    return timeNs;
  }

  /// How fast they went down then.
  double speedMps() {
    return speedMps;
  }
}
