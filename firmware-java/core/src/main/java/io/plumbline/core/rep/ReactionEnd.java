package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// When the plates of a side leave the floor, once it is known about when. Two things tell it: what the floor carries comes to zero, and what hangs
/// on the sleeve begins to move. The [FloorReaction] is taken as α x + β x², x being the time that is left, and as zero afterwards; the plates'
/// acceleration as zero, and as γ x + δ x² afterwards, x being the time since. Each time is weighed by how well those fit, with the coefficients at
/// their best for it: the time told is the mean, its doubt the spread. So a reaction that fades away slowly, or is nearly nothing while a slow pull
/// comes to the weight, is met where the plates really go, and not at a threshold. Allocates nothing after construction. Not thread-safe.
final class ReactionEnd {
  /// Tuning.
  ///
  /// @param beforeS      the curves are fitted from so long before the reaction is faint
  /// @param afterS       to so long after
  /// @param beginsS      and that of the acceleration from so long before that
  /// @param gridS        spacing of the times that are tried
  /// @param correlation  entries that share their noise
  /// @param modelSdS     how well the curves hold, whatever the noise
  /// @param platesMps2   standard deviation of the plates' acceleration about its curve
  /// @param platesShare  and what grows with it
  record Params(double beforeS, double afterS, double beginsS, double gridS, double correlation, double modelSdS,
      double platesMps2, double platesShare) {
    /// Found on simulated lifts, seeds 1 to 120 and 1001 to 1300.
    static final Params DEFAULT = new Params(0.015, 0.05, 0.03, 0.001, 4, 0.003, 0.1, 0.2);
  }

  private static final int LONGEST_FIT = 256;

  private final Params params;
  private final HingeFit reactions = new HingeFit(HingeFit.Side.BEFORE, LONGEST_FIT);
  private final HingeFit plates = new HingeFit(HingeFit.Side.AFTER, LONGEST_FIT);
  private double timeNs;
  private double sdS;

  ReactionEnd(Params params) {
    this.params = params;
  }

  /// Looks for the end.
  ///
  /// @param reaction fitted in the air that follows
  /// @param fades    last entry at which the reaction is surely one
  /// @param earliest entry before which it does not end
  /// @param top      entry at which the bar stopped
  void find(MotionCurve c, LoadCurve loads, FloorReaction reaction, int side, int fades, int earliest, int top) {
    int from = fades;
    while (from > earliest && fades - from < LONGEST_FIT / 4 && c.secondsBetween(from, fades) < params.beforeS) {
      from--;
    }
    int begins = from;
    while (begins > earliest && from - begins < LONGEST_FIT / 4 && c.secondsBetween(begins, from) < params.beginsS) {
      begins--;
    }
    int to = fades;
    while (to < top && to - fades < LONGEST_FIT / 2 - 1 && c.secondsBetween(fades, to) < params.afterS) {
      to++;
    }
    reactions.clear();
    plates.clear();
    // What strikes the floor and comes back accelerates long before it leaves.
    boolean stood = !PlateMotion.mayRebound(c, side, fades);
    for (int i = begins; i <= to; i++) {
      double s = c.secondsBetween(from, i);
      double halfS = PlateMotion.halfWindowS(c, i);
      double n = reaction.atN(c, loads, side, i);
      if (i >= from) {
        reactions.add(s, halfS, n, reaction.sdN());
      }
      if (stood && PlateMotion.isKnown(c, i)) {
        double sleeve = PlateMotion.sleeveMps2(c, side, i);
        double tip = PlateMotion.tipMps2(c, side, i);
        plates.add(s, halfS, sleeve + tip, Math.hypot(params.platesMps2, params.platesShare * Math.hypot(sleeve, tip)));
      }
    }
    weigh((double) c.timeNs(from), c.secondsBetween(from, to));
  }

  private void weigh(double fromNs, double lastS) {
    double least = Double.POSITIVE_INFINITY;
    double weights = 0;
    double mean = 0;
    double squares = 0;
    for (double t = 0; t <= lastS; t += params.gridS) {
      double ofPlates = plates.misfit(t, true);
      double curved = reactions.misfit(t, true) + ofPlates;
      double straight = reactions.misfit(t, false) + ofPlates;
      double best = Math.min(curved, straight);
      if (best < least) {
        double faded = likelihood(least - best);
        least = best;
        weights *= faded;
        mean *= faded;
        squares *= faded;
      }
      double w = likelihood(curved - least) + likelihood(straight - least);
      weights += w;
      mean += w * t;
      squares += w * t * t;
    }
    mean /= weights;
    timeNs = fromNs + mean * 1e9;
    sdS = Math.hypot(params.modelSdS, Math.sqrt(Math.max(0, squares / weights - mean * mean)));
  }

  private double likelihood(double excess) {
    return Math.exp(-0.5 * excess / params.correlation);
  }

  /// When it ended, ns with fraction.
  double timeNs() {
    return timeNs;
  }

  /// How well that is known, s.
  double sdS() {
    return sdS;
  }
}
