package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// When the plates leave the floor, by force: where the [FloorReaction] of a side comes to zero. The reaction next to zero is taken as
/// α x + β x² with x the time that is left, and as zero afterwards; the time of zero is the mean, its doubt the spread, of all times weighed by
/// how well that curve fits (α and β at their best for each). So a reaction that fades away slowly is met at its true end and not at a
/// threshold, and says how uncertain that is. Allocates nothing after construction. Not thread-safe.
final class LiftOff {
  /// Tuning.
  ///
  /// @param clearM       above the start the plates are surely in the air
  /// @param airS         time in the air from which the coefficients come
  /// @param searchS      longest time looked back from there
  /// @param standSds     a side surely stands where its reaction exceeds so many standard deviations of the noise
  /// @param standShare   and this share of its weight
  /// @param standEntries for so many entries together
  /// @param faintSds     as long as it exceeds so many standard deviations
  /// @param faintShare   and this share of its weight
  /// @param fitBeforeS   the curve is fitted from so long before it is faint
  /// @param fitAfterS    to so long after
  /// @param gridS        spacing of the times that are tried
  /// @param correlation  entries that share their noise
  /// @param modelSdS     how well the curve holds, whatever the noise
  record Params(double clearM, double airS, double searchS, double standSds, double standShare, int standEntries,
      double faintSds, double faintShare, double fitBeforeS, double fitAfterS, double gridS,
      double correlation, double modelSdS) {
    /// Found on simulated lifts, seeds 1 to 200.
    static final Params DEFAULT = new Params(0.02, 0.5, 4, 6, 0.03, 4, 3, 0.004, 0.02, 0.05, 0.001, 4, 0.001);
  }

  private final Params params;
  private final FloorReaction reaction = new FloorReaction();
  private final double[] sideNs = new double[LoadCurve.SIDES];
  private final double[] sideSdS = new double[LoadCurve.SIDES];
  private final double[] bestFit = new double[2];

  LiftOff(Params params) {
    this.params = params;
  }

  /// Looks for the lift-off of both sides.
  ///
  /// @param earliest entry before which it cannot be
  /// @param start    entry at which the bar began to move, about
  /// @param top      entry at which it stopped
  /// @return whether it is known of at least one side
  boolean find(MotionCurve c, LoadCurve loads, int earliest, int start, int top) {
    boolean any = false;
    for (int side = 0; side < LoadCurve.SIDES; side++) {
      sideNs[side] = Double.NaN;
      sideSdS[side] = Double.NaN;
      any |= loads.known(side) && findSide(c, loads, side, earliest, start, top);
    }
    return any;
  }

  private boolean findSide(MotionCurve c, LoadCurve loads, int side, int earliest, int start, int top) {
    int clear = start;
    while (clear < top && c.heightM(clear) < c.heightM(start) + params.clearM) {
      clear++;
    }
    int airEnd = clear;
    while (airEnd < top && c.secondsBetween(clear, airEnd) < params.airS) {
      airEnd++;
    }
    if (!reaction.fit(c, loads, side, clear, airEnd)) {
      return false;
    }
    int stands = lastStanding(c, loads, side, earliest, clear, params.standSds, params.standShare);
    if (stands < 0) {
      return false;
    }
    int fades = lastFaint(c, loads, side, stands, clear);
    int from = fades;
    while (from > earliest && c.secondsBetween(from, fades) < params.fitBeforeS) {
      from--;
    }
    int to = fades;
    while (to < top && c.secondsBetween(fades, to) < params.fitAfterS) {
      to++;
    }
    fitEnd(c, loads, side, from, to);
    return true;
  }

  /// The last entry of the last stretch on the floor, −1 where there is none.
  private int lastStanding(MotionCurve c, LoadCurve loads, int side, int earliest, int clear, double sds,
      double share) {
    int run = 0;
    for (int i = clear; i >= earliest && c.secondsBetween(i, clear) < params.searchS; i--) {
      double n = reaction.atN(c, loads, side, i);
      run = n > Math.max(sds * reaction.sdN(), share * reaction.weightN()) ? run + 1 : 0;
      if (run == params.standEntries) {
        return i + run - 1;
      }
    }
    return -1;
  }

  /// The last entry from which on the reaction is below the faintest that is surely one, seen from where it surely was.
  private int lastFaint(MotionCurve c, LoadCurve loads, int side, int stands, int clear) {
    int last = stands;
    for (int i = stands; i < clear && i - last <= params.standEntries; i++) {
      double n = reaction.atN(c, loads, side, i);
      if (n > Math.max(params.faintSds * reaction.sdN(), params.faintShare * reaction.weightN())) {
        last = i;
      }
    }
    return last;
  }

  private void fitEnd(MotionCurve c, LoadCurve loads, int side, int from, int to) {
    double spanS = c.secondsBetween(from, to);
    double scale = 0.5 / params.correlation;
    double best = Double.POSITIVE_INFINITY;
    for (double t = 0; t <= spanS; t += params.gridS) {
      best = Math.min(best, misfit(c, loads, side, from, to, t));
    }
    double weights = 0;
    double mean = 0;
    double squares = 0;
    for (double t = 0; t <= spanS; t += params.gridS) {
      double w = Math.exp(-scale * (misfit(c, loads, side, from, to, t) - best));
      weights += w;
      mean += w * t;
      squares += w * t * t;
    }
    mean /= weights;
    sideNs[side] = c.timeNs(from) + mean * 1e9;
    sideSdS[side] = Math.hypot(params.modelSdS, Math.sqrt(Math.max(0, squares / weights - mean * mean)));
  }

  /// Sum of squares of what the best α x + β x² leaves, x being the time until `zeroS` after entry `from`.
  private double misfit(MotionCurve c, LoadCurve loads, int side, int from, int to, double zeroS) {
    double xx = 0;
    double xxx = 0;
    double xxxx = 0;
    double xn = 0;
    double xxn = 0;
    double nn = 0;
    for (int i = from; i <= to; i++) {
      double n = reaction.atN(c, loads, side, i);
      if (Double.isNaN(n)) {
        continue;
      }
      double w = 1 / (reaction.sdN() * reaction.sdN());
      double u = zeroS - c.secondsBetween(from, i);
      double h = FloorReaction.halfWindowS(c, i);
      double x = ramp(u, h);
      double y = parabola(u, h);
      xx += w * x * x;
      xxx += w * x * y;
      xxxx += w * y * y;
      xn += w * x * n;
      xxn += w * y * n;
      nn += w * n * n;
    }
    solve(xx, xxx, xxxx, xn, xxn);
    return nn - bestFit[0] * xn - bestFit[1] * xxn;
  }

  /// Mean of max(0, x) over x = u ± h.
  private static double ramp(double u, double h) {
    return u >= h ? u : u <= -h ? 0 : (u + h) * (u + h) / (4 * h);
  }

  /// Mean of max(0, x)² over x = u ± h.
  private static double parabola(double u, double h) {
    return u >= h ? u * u + h * h / 3 : u <= -h ? 0 : (u + h) * (u + h) * (u + h) / (6 * h);
  }

  /// α and β, neither negative.
  private void solve(double xx, double xxx, double xxxx, double xn, double xxn) {
    double det = xx * xxxx - xxx * xxx;
    double alpha = det > 0 ? (xn * xxxx - xxn * xxx) / det : 0;
    double beta = det > 0 ? (xxn * xx - xn * xxx) / det : 0;
    if (beta < 0) {
      alpha = xn / xx;
      beta = 0;
    } else if (alpha < 0) {
      alpha = 0;
      beta = xxn / xxxx;
    }
    bestFit[0] = Math.max(0, det > 0 ? alpha : 0);
    bestFit[1] = Math.max(0, det > 0 ? beta : 0);
  }

  /// When a side's plates left the floor, ns with fraction, NaN where that is not known.
  double sideNs(int side) {
    return sideNs[side];
  }

  /// Standard deviation of [#sideNs].
  double sideSdS(int side) {
    return sideSdS[side];
  }

  /// When the last plates left the floor.
  double lastNs() {
    return Double.isNaN(sideNs[1]) || sideNs[0] > sideNs[1] ? sideNs[0] : sideNs[1];
  }

  /// Standard deviation of [#lastNs].
  double lastSdS() {
    return Double.isNaN(sideNs[1]) || sideNs[0] > sideNs[1] ? sideSdS[0] : sideSdS[1];
  }
}
