package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// How surely the floor carries something of a side: its [FloorReaction] in standard deviations, averaged, since a single entry says little. Plates
/// that hover may touch again with a few newtons.
final class FloorEvidence {
  /// Entries that are averaged: 15 to 20 ms, as long as the shortest touch that matters.
  private static final int RUN = 5;
  /// Mean that no noise reaches for so long.
  private static final double TOUCHES = 2;
  /// Where a touch that is sure ends.
  private static final double FADED = 1.5;
  /// A time of lift-off is not known better.
  private static final double NEXT_NS = 6e6;

  private FloorEvidence() {}

  /// The last entry of a touch that follows a supposed lift-off.
  ///
  /// @param offNs the supposed lift-off, ns with fraction
  /// @param clear entry at which the plates are surely off
  /// @return −1 where there is none
  static int lastTouch(MotionCurve c, LoadCurve loads, FloorReaction reaction, int side, double offNs, int clear) {
    for (int i = clear - 1; i > 0 && c.timeNs(i) > offNs + NEXT_NS; i--) {
      if (meanSds(c, loads, reaction, side, i - RUN / 2, i + RUN / 2) > TOUCHES) {
        return end(c, loads, reaction, side, i);
      }
    }
    return -1;
  }

  private static int end(MotionCurve c, LoadCurve loads, FloorReaction reaction, int side, int within) {
    int i = within;
    while (i < c.size() - 1 && sds(c, loads, reaction, side, i) > FADED) {
      i++;
    }
    while (i > 0 && !(sds(c, loads, reaction, side, i) > FADED)) {
      i--;
    }
    return i;
  }

  /// Mean reaction from entry to entry, standard deviations; 0 where none is known.
  static double meanSds(MotionCurve c, LoadCurve loads, FloorReaction reaction, int side, int from, int to) {
    double sum = 0;
    int n = 0;
    for (int i = Math.max(0, from); i <= Math.min(to, c.size() - 1); i++) {
      double z = sds(c, loads, reaction, side, i);
      if (!Double.isNaN(z)) {
        sum += z;
        n++;
      }
    }
    return n == 0 ? 0 : sum / n;
  }

  private static double sds(MotionCurve c, LoadCurve loads, FloorReaction reaction, int side, int i) {
    return reaction.atN(c, loads, side, i) / reaction.sdN();
  }
}
