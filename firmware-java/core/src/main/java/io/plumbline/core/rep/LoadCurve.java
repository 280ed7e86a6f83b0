package io.plumbline.core.rep;

import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;

/// What each side pulls down at the shaft, N, at the entries of a [MotionCurve]: the load cells' force against the world's up, averaged over
/// the two steps around an entry as the curve's acceleration is, so that both lag alike. Hanging plates pull by their weight, +; the sleeves of
/// a bar that lies on its plates carry the shaft, −. Preallocated and refilled. Not thread-safe.
///
/// A cell with one axis tells no sign: see [LoadSigns].
public final class LoadCurve {
  /// Sides.
  static final int SIDES = 2;
  /// A bar lies where each side's force is that near to what its sleeve must carry: zeros of cells wander by so much with the temperature.
  private static final double LYING_N = 30;
  private static final double STILL_MPS = 0.02;
  private static final double LYING_S = 0.3;
  /// How much a new rest's zero counts against those before.
  private static final double NEW_SHARE = 0.5;

  private final double innerKg;
  private final double lyingN;
  private final double gravityMps2;
  private final double[][] pullN = new double[SIDES][MotionCurve.CAPACITY];
  private final boolean[] known = new boolean[SIDES];
  private final double[][] zeroN = new double[SIDES][2];
  private final boolean[] zeroKnown = new boolean[SIDES];
  private long filledFromNs;
  private long filledToNs;

  /// @param setup masses of the bar
  public LoadCurve(BarSetup setup) {
    this.gravityMps2 = setup.gravityMps2();
    this.innerKg = setup.barKg() - 2 * setup.outboardKg();
    this.lyingN = innerKg * gravityMps2 / SIDES;
  }

  /// Takes the forces at all entries of the curve. What the cells read while the bar lies is known, so their zeros are learned there and taken
  /// off, here and until the bar lies again.
  public void fill(MotionCurve c, ForceTrack forces) {
    int last = c.size() - 1;
    if (last > 0 && c.timeNs(0) == filledFromNs && c.timeNs(last) == filledToNs) {
      return;
    }
    filledFromNs = last > 0 ? c.timeNs(0) : 0;
    filledToNs = last > 0 ? c.timeNs(last) : 0;
    for (int side = 0; side < SIDES; side++) {
      boolean magnitude = forces.isMagnitude(side);
      fillSide(c, forces, side, magnitude);
      if (known[side] && magnitude) {
        LoadSigns.find(pullN[side], c.size());
      }
      learnZero(c, forces, side, magnitude);
    }
  }

  private void fillSide(MotionCurve c, ForceTrack forces, int side, boolean magnitude) {
    known[side] = false;
    for (int i = 0; i < c.size(); i++) {
      // A magnitude was kept as z, downward: it is not to be turned with the shaft.
      double ofY = magnitude ? 0 : Math.sin(c.rollRad(i));
      double ofZ = magnitude ? 1 : Math.cos(c.rollRad(i));
      long fromNs = c.timeNs(Math.max(i - 1, 0));
      long toNs = c.timeNs(Math.min(i + 1, c.size() - 1));
      // A cell does not feel what pulls along its shaft, so of a weight it feels the cosine of the shaft's lean.
      pullN[side][i] = -forces.meanN(side, fromNs, toNs, ofY, ofZ) / Math.cos(c.endSlopeRad(side, i));
      known[side] |= !Double.isNaN(pullN[side][i]);
    }
  }

  /// From the first stretch of the segment in which the bar lies still.
  private void learnZero(MotionCurve c, ForceTrack forces, int side, boolean magnitude) {
    int from = 0;
    for (int i = 0; i < c.size(); i++) {
      boolean lies = Math.abs(pullN[side][i] + lyingN) < LYING_N && Math.abs(c.velocityMps(i)) < STILL_MPS;
      if (!lies) {
        from = i + 1;
      } else if (c.secondsBetween(from, i) >= LYING_S) {
        learn(c, forces, side, magnitude, from, i);
        break;
      }
    }
    if (!zeroKnown[side]) {
      return;
    }
    for (int i = 0; i < c.size(); i++) {
      pullN[side][i] += magnitude
          ? -zeroN[side][1] * Math.signum(pullN[side][i])
          : zeroN[side][0] * Math.sin(c.rollRad(i)) + zeroN[side][1] * Math.cos(c.rollRad(i));
    }
  }

  private void learn(MotionCurve c, ForceTrack forces, int side, boolean magnitude, int from, int to) {
    double share = zeroKnown[side] ? NEW_SHARE : 1;
    double roll = c.rollRad((from + to) / 2);
    double y = forces.meanN(side, c.timeNs(from), c.timeNs(to), 1, 0) - lyingN * Math.sin(roll);
    double z = forces.meanN(side, c.timeNs(from), c.timeNs(to), 0, 1) - lyingN * Math.cos(roll);
    if (magnitude) {
      y = 0;
      z = -forces.meanN(side, c.timeNs(from), c.timeNs(to), 0, 1) - lyingN;
    }
    if (!Double.isNaN(y + z)) {
      zeroN[side][0] += share * (y - zeroN[side][0]);
      zeroN[side][1] += share * (z - zeroN[side][1]);
      zeroKnown[side] = true;
    }
  }

  /// Whether anything is known of a side.
  public boolean known(int side) {
    return known[side];
  }

  /// Downward pull of a side at an entry, N, NaN where it is not known.
  public double pullN(int side, int i) {
    return pullN[side][i];
  }

  /// Whether the cells' zeros were learned while the bar lay.
  public boolean zeroKnown() {
    return zeroKnown[0] && zeroKnown[1];
  }

  /// Upward force of the lifter on the bar, N: what both sides pull down and what the part of the bar between the cells needs to be carried and
  /// accelerated; NaN where one is not known.
  public double handsN(MotionCurve c, int i) {
    int a = Math.max(i - 1, 0);
    int b = Math.min(i + 1, c.size() - 1);
    double accel = b > a ? (c.velocityMps(b) - c.velocityMps(a)) / c.secondsBetween(a, b) : 0;
    return pullN[0][i] + pullN[1][i] + innerKg * (gravityMps2 + accel);
  }

  /// The same before the curve begins, where the bar rested as it did at the curve's first entry, over a window.
  public double restingHandsN(MotionCurve c, ForceTrack forces, long fromNs, long toNs) {
    double sum = innerKg * gravityMps2;
    for (int side = 0; side < SIDES; side++) {
      boolean magnitude = forces.isMagnitude(side);
      double ofY = magnitude ? 0 : Math.sin(c.rollRad(0));
      double ofZ = magnitude ? 1 : Math.cos(c.rollRad(0));
      double pull = -forces.meanN(side, fromNs, toNs, ofY, ofZ);
      sum += pull + (zeroKnown[side] && !magnitude ? zeroN[side][0] * ofY + zeroN[side][1] * ofZ : 0);
    }
    return sum;
  }
}
