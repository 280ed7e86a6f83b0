package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// When the plates leave the floor, by force: where the [FloorReaction] of a side comes to zero. The reaction next to zero is taken as a
/// straight line and as α x + β x², x being the time that is left, and as zero afterwards; the time of zero is the mean, its doubt the spread,
/// of all times weighed by how well those two fit (α and β at their best for each). So a reaction that fades away slowly is met at its true end and not at a
/// threshold, and says how uncertain that is. Allocates nothing after construction. Not thread-safe.
final class LiftOff {
  /// Tuning.
  ///
  /// @param clearM       an end of the shaft that rose so far has lifted its plates
  /// @param guardS       kept away from the lift-off where the coefficients are fitted again
  /// @param airS         time in the air from which the coefficients come
  /// @param searchS      longest time looked back from there
  /// @param standSds     a side surely stands where its reaction exceeds so many standard deviations of the noise
  /// @param standShare   and this share of its weight
  /// @param standEntries for so many entries together
  /// @param floorShare   it stood before that only where the floor carried so much of it once
  /// @param heldShare    or so much where the curve begins within a pull
  /// @param faintSds     as long as it exceeds so many standard deviations
  /// @param faintShare   and this share of its weight
  /// @param fitBeforeS   the curve is fitted from so long before it is faint
  /// @param fitAfterS    to so long after
  /// @param gridS        spacing of the times that are tried
  /// @param correlation  entries that share their noise
  /// @param modelSdS     how well the curve holds, whatever the noise
  record Params(double clearM, double guardS, double airS, double searchS, double standSds,
      double standShare, int standEntries, double floorShare, double heldShare, double faintSds, double faintShare,
      double fitBeforeS,
      double fitAfterS, double gridS, double correlation, double modelSdS) {
    /// Found on simulated lifts, seeds 1 to 200.
    static final Params DEFAULT = new Params(0.008, 0.03, 0.7, 4, 3.5, 0.005, 4, 0.25, 0.05, 2.5, 0.002, 0.015, 0.05,
        0.001, 4, 0.003);
  }

  private static final int LONGEST_FIT = 256;

  private final Params params;
  private final FloorReaction reaction = new FloorReaction();
  private final SideTimes times = new SideTimes();
  private boolean hangs;
  private final double[] timeS = new double[LONGEST_FIT];
  private final double[] halfS = new double[LONGEST_FIT];
  private final double[] reactionN = new double[LONGEST_FIT];
  private final double[] weight = new double[LONGEST_FIT];

  LiftOff(Params params) {
    this.params = params;
  }

  /// Looks for the lift-off of both sides.
  ///
  /// @param earliest entry before which it cannot be
  /// @param start    entry at which the bar began to move, about
  /// @param top      entry at which it stopped
  /// @param end      last entry at which it surely hangs
  /// @return whether it is known of at least one side
  boolean find(MotionCurve c, LoadCurve loads, int earliest, int start, int top, int end) {
    times.clear();
    boolean any = false;
    hangs = false;
    for (int side = 0; side < LoadCurve.SIDES; side++) {
      any |= loads.known(side) && findSide(c, loads, side, earliest, start, top, end);
    }
    return any;
  }

  private boolean findSide(MotionCurve c, LoadCurve loads, int side, int earliest, int start, int top, int end) {
    int clear = clear(c, side, start, top);
    if (!fitAir(c, loads, side, clear, end)) {
      return false;
    }
    int stands = lastStanding(c, loads, side, earliest, clear);
    if (stands < 0 || !stoodBefore(c, loads, side, earliest, stands)) {
      hangs = true;
      return false;
    }
    // What is nearest to the lift-off tells best what the reaction would be there.
    int fades = lastFaint(c, loads, side, stands, clear);
    int off = fades;
    while (off < clear && c.secondsBetween(fades, off) < params.guardS) {
      off++;
    }
    if (off < clear && fitAir(c, loads, side, off, end)) {
      fades = lastFaint(c, loads, side, stands, clear);
    }
    int from = fades;
    while (from > earliest && fades - from < LONGEST_FIT / 2 && c.secondsBetween(from, fades) < params.fitBeforeS) {
      from--;
    }
    int to = fades;
    while (to < top && to - fades < LONGEST_FIT / 2 - 1 && c.secondsBetween(fades, to) < params.fitAfterS) {
      to++;
    }
    fitEnd(c, loads, side, from, to);
    return true;
  }

  /// The first entry at which the plates of a side are higher than they can be while they stand.
  private int clear(MotionCurve c, int side, int start, int top) {
    double heightM = 0;
    double lowestM = 0;
    int i = start;
    while (i < top && heightM - lowestM < params.clearM) {
      i++;
      heightM += 0.5 * (c.endVelocityMps(side, i - 1) + c.endVelocityMps(side, i)) * c.secondsBetween(i - 1, i)
          - FloorReaction.OVERHANG_M * (c.endSlopeRad(side, i) - c.endSlopeRad(side, i - 1));
      lowestM = Math.min(lowestM, heightM);
    }
    return i;
  }

  private boolean fitAir(MotionCurve c, LoadCurve loads, int side, int from, int end) {
    int to = from;
    while (to < end && c.secondsBetween(from, to) < params.airS) {
      to++;
    }
    return reaction.fit(c, loads, side, from, to);
  }

  /// Whether the floor carried a good part of the side before: what trembles in the air never does.
  private boolean stoodBefore(MotionCurve c, LoadCurve loads, int side, int earliest, int stands) {
    int run = 0;
    // A curve that begins with the bar at rest may begin within a pull that is held.
    double share = earliest == 0 ? params.heldShare : params.floorShare;
    for (int i = stands; i >= earliest && c.secondsBetween(i, stands) < params.searchS; i--) {
      run = reaction.atN(c, loads, side, i) > share * reaction.weightN() ? run + 1 : 0;
      if (run == params.standEntries) {
        return true;
      }
    }
    return false;
  }

  /// The last entry of the last stretch on the floor, −1 where there is none.
  private int lastStanding(MotionCurve c, LoadCurve loads, int side, int earliest, int clear) {
    int run = 0;
    for (int i = clear; i >= earliest && c.secondsBetween(i, clear) < params.searchS; i--) {
      double n = reaction.atN(c, loads, side, i);
      run = n > Math.max(params.standSds * reaction.sdN(), params.standShare * reaction.weightN()) ? run + 1 : 0;
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
    int n = to - from + 1;
    for (int k = 0; k < n; k++) {
      int i = from + k;
      timeS[k] = c.secondsBetween(from, i);
      reactionN[k] = reaction.atN(c, loads, side, i);
      halfS[k] = FloorReaction.halfWindowS(c, i);
      weight[k] = Double.isNaN(reactionN[k]) ? 0 : 1 / (reaction.sdN() * reaction.sdN());
    }
    double best = Double.POSITIVE_INFINITY;
    for (double t = 0; t <= timeS[n - 1]; t += params.gridS) {
      best = Math.min(best, misfit(n, t, true));
    }
    double weights = 0;
    double mean = 0;
    double squares = 0;
    for (double t = 0; t <= timeS[n - 1]; t += params.gridS) {
      double w = likelihood(misfit(n, t, true) - best) + likelihood(misfit(n, t, false) - best);
      weights += w;
      mean += w * t;
      squares += w * t * t;
    }
    mean /= weights;
    times.set(side, c.timeNs(from) + mean * 1e9,
        Math.hypot(params.modelSdS, Math.sqrt(Math.max(0, squares / weights - mean * mean))));
  }

  private double likelihood(double excess) {
    return Math.exp(-0.5 * excess / params.correlation);
  }

  /// Weighed sum of squares of what the best α x + β x² leaves, x being the time until zero at `zeroS`; without β where it is not curved.
  private double misfit(int n, double zeroS, boolean curved) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double xn = 0;
    double yn = 0;
    double nn = 0;
    for (int k = 0; k < n; k++) {
      if (weight[k] > 0) {
        double w = weight[k];
        double u = zeroS - timeS[k];
        double x = ramp(u, halfS[k]);
        double y = parabola(u, halfS[k]);
        xx += w * x * x;
        xy += w * x * y;
        yy += w * y * y;
        xn += w * x * reactionN[k];
        yn += w * y * reactionN[k];
        nn += w * reactionN[k] * reactionN[k];
      }
    }
    double det = xx * yy - xy * xy;
    double alpha = det > 0 ? (xn * yy - yn * xy) / det : 0;
    double beta = det > 0 ? (yn * xx - xn * xy) / det : 0;
    if ((beta < 0 && alpha + 2 * beta * zeroS < 0) || det <= 0 || !curved) {
      alpha = xx > 0 ? xn / xx : 0;
      beta = 0;
    } else if (alpha < 0) {
      alpha = 0;
      beta = yn / yy;
    }
    return nn - Math.max(0, alpha) * xn - beta * yn;
  }

  /// Mean of max(0, x) over x = u ± h.
  private static double ramp(double u, double h) {
    return u >= h ? u : u <= -h ? 0 : (u + h) * (u + h) / (4 * h);
  }

  /// Mean of max(0, x)² over x = u ± h.
  private static double parabola(double u, double h) {
    return u >= h ? u * u + h * h / 3 : u <= -h ? 0 : (u + h) * (u + h) * (u + h) / (6 * h);
  }

  /// Whether a side was seen to hang all the time.
  boolean hangs() {
    return hangs;
  }

  /// What was found last.
  SideTimes times() {
    return times;
  }
}
