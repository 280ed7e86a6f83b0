package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;

/// When the plates leave the floor, by force: finds where the [FloorReaction] of a side comes to zero, and has the [ReactionEnd] find out when. Not
/// thread-safe.
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
  /// @param touchM       plates that rose so far since do not come back
  /// @param standingSds  a side stands where its mean reaction exceeds so many standard deviations
  record Params(double clearM, double guardS, double airS, double searchS, double standSds,
      double standShare, int standEntries, double floorShare, double heldShare, double faintSds, double faintShare,
      double touchM, double standingSds) {
    /// Found on simulated lifts, seeds 1 to 200.
    static final Params DEFAULT = new Params(0.008, 0.03, 0.7, 4, 3.5, 0.005, 4, 0.25, 0.05, 2.5, 0.002, 0.0015, 2);
  }

  private final Params params;
  private final FloorReaction[] reactions = {new FloorReaction(), new FloorReaction()};
  private FloorReaction reaction = reactions[0];
  private final ReactionEnd reactionEnd = new ReactionEnd(ReactionEnd.Params.DEFAULT);
  private final SideTimes times = new SideTimes();
  private boolean hangs;

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
    reaction = reactions[side];
    int clear = risen(c, side, start, top, params.clearM);
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
    reactionEnd.find(c, loads, reaction, side, fades, earliest, top);
    int again = FloorEvidence.lastTouch(c, loads, reaction, side, reactionEnd.timeNs(),
        risen(c, side, start, top, params.touchM));
    if (again >= 0) {
      reactionEnd.find(c, loads, reaction, side, again, earliest, top);
    }
    times.set(side, reactionEnd.timeNs(), reactionEnd.sdS());
    return true;
  }

  /// The first entry at which the plates of a side are so much higher than before.
  private int risen(MotionCurve c, int side, int start, int top, double byM) {
    double heightM = 0;
    double lowestM = 0;
    int i = start;
    while (i < top && heightM - lowestM < byM) {
      i++;
      heightM += 0.5 * (c.endVelocityMps(side, i - 1) + c.endVelocityMps(side, i)) * c.secondsBetween(i - 1, i)
          - PlateMotion.OVERHANG_M * (c.endSlopeRad(side, i) - c.endSlopeRad(side, i - 1));
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

  /// Whether a side was seen to hang all the time.
  boolean hangs() {
    return hangs;
  }

  /// Whether the floor seems to carry a side that was looked at last from one time to another, ns with fraction.
  boolean standsBetween(MotionCurve c, LoadCurve loads, int side, double fromNs, double toNs) {
    int from = c.entryNear(fromNs, 0);
    int to = c.entryNear(toNs, from);
    return times.known(side)
        && FloorEvidence.meanSds(c, loads, reactions[side], side, from, to) > params.standingSds;
  }

  /// Velocity that motion gained between two entries in the air less that which force gave, mean of the sides whose lift-off was found last, m/s; NaN where
  /// there is none. A steady error of acceleration looks like weight, and does not show.
  double gainedTooMuchMps(MotionCurve c, LoadCurve loads, int from, int to) {
    double sum = 0;
    int sides = 0;
    for (int side = 0; side < LoadCurve.SIDES; side++) {
      if (times.known(side)) {
        sides++;
        sum += gainedTooMuchMps(c, loads, side, from, to);
      }
    }
    return sum / sides;
  }

  private double gainedTooMuchMps(MotionCurve c, LoadCurve loads, int side, int from, int to) {
    double sum = 0;
    for (int i = Math.max(from, 1); i <= to; i++) {
      double n = reactions[side].atN(c, loads, side, i);
      sum += Double.isNaN(n) ? 0 : n / reactions[side].massKg() * c.secondsBetween(i - 1, i);
    }
    return sum;
  }

  /// What was found last.
  SideTimes times() {
    return times;
  }
}
