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

  /// Bias of a calibrated accelerometer, as a share of gravity (`bar-mechanics.md` section 5).
  private static final double ACCELEROMETER_SD = 0.002;

  private final double innerKg;
  private final double lyingN;
  private final double gravityMps2;
  private final double[][] pullN = new double[SIDES][MotionCurve.CAPACITY];
  private final boolean[] known = new boolean[SIDES];
  private final CellZero[] zeros = {new CellZero(CellZero.Params.DEFAULT), new CellZero(CellZero.Params.DEFAULT)};
  private final boolean[] magnitude = new boolean[SIDES];
  private final boolean[] gravityFelt = new boolean[SIDES];
  /// What was taken off the pulls so far.
  private final double[][] takenN = new double[SIDES][2];
  private final long[] layNs = {Long.MIN_VALUE, Long.MIN_VALUE};
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
      magnitude[side] = forces.isMagnitude(side);
      fillSide(c, forces, side);
      if (known[side] && magnitude[side]) {
        LoadSigns.find(pullN[side], c.size());
      }
      if (known[side]) {
        zeros[side].wander(filledFromNs);
        feelGravity(c, side);
        learnLying(c, forces, side);
        takenN[side][0] = 0;
        takenN[side][1] = 0;
        takeZero(c, side);
      }
    }
  }

  private void fillSide(MotionCurve c, ForceTrack forces, int side) {
    known[side] = false;
    for (int i = 0; i < c.size(); i++) {
      double roll = rollRad(c, side, i);
      long fromNs = c.timeNs(Math.max(i - 1, 0));
      long toNs = c.timeNs(Math.min(i + 1, c.size() - 1));
      // A cell does not feel what pulls along its shaft, so of a weight it feels the cosine of the shaft's lean.
      pullN[side][i] = -forces.meanN(side, fromNs, toNs, Math.sin(roll), Math.cos(roll))
          / Math.cos(c.endSlopeRad(side, i));
      known[side] |= !Double.isNaN(pullN[side][i]);
    }
  }

  /// Once, as an accelerometer's bias stays.
  private void feelGravity(MotionCurve c, int side) {
    double sd = Math.sqrt(c.restExcessVar(side)) / AirFit.STANDARD_GRAVITY_MPS2;
    if (!gravityFelt[side] && sd < ACCELEROMETER_SD) {
      zeros[side].feels(c.restExcessMps2(side) / AirFit.STANDARD_GRAVITY_MPS2, Math.hypot(sd, ACCELEROMETER_SD));
      gravityFelt[side] = true;
    }
  }

  /// From the first stretch of the segment in which the bar lies still.
  private void learnLying(MotionCurve c, ForceTrack forces, int side) {
    int from = 0;
    for (int i = 0; i < c.size(); i++) {
      boolean lies = Math.abs(pullN[side][i] + lyingN) < LYING_N && Math.abs(c.velocityMps(i)) < STILL_MPS;
      if (!lies) {
        from = i + 1;
      } else if (c.secondsBetween(from, i) >= LYING_S) {
        // A segment that has grown was seen before.
        if (c.timeNs(from) > layNs[side]) {
          learnLying(c, forces, side, from, i);
        }
        return;
      }
    }
  }

  private void learnLying(MotionCurve c, ForceTrack forces, int side, int from, int to) {
    double roll = rollRad(c, side, (from + to) / 2);
    double y = magnitude[side] ? 0 : forces.meanN(side, c.timeNs(from), c.timeNs(to), 1, 0) - lyingN * Math.sin(roll);
    // What a magnitude has too much lessens a force that is kept as downward.
    double z = magnitude[side]
        ? lyingN + forces.meanN(side, c.timeNs(from), c.timeNs(to), 0, 1)
        : forces.meanN(side, c.timeNs(from), c.timeNs(to), 0, 1) - lyingN * Math.cos(roll);
    if (!Double.isNaN(y + z)) {
      zeros[side].lies(y, z);
      layNs[side] = c.timeNs(to);
    }
  }

  /// Takes off the pulls what the zero has become since it was taken last.
  void takeZero(MotionCurve c, int side) {
    double y = zeros[side].zeroN(0) - takenN[side][0];
    double z = zeros[side].zeroN(1) - takenN[side][1];
    for (int i = 0; i < c.size(); i++) {
      pullN[side][i] += magnitude[side]
          ? z * Math.signum(pullN[side][i])
          : y * Math.sin(c.rollRad(i)) + z * Math.cos(c.rollRad(i));
    }
    takenN[side][0] += y;
    takenN[side][1] += z;
  }

  /// What is known of a side's zero; who changes it calls [#takeZero].
  CellZero zero(int side) {
    return zeros[side];
  }

  /// Roll by which a side's axes are turned: that of the shaft. A magnitude was kept as z, downward: it is not to be turned.
  double rollRad(MotionCurve c, int side, int i) {
    return magnitude[side] ? 0 : c.rollRad(i);
  }

  /// Whether anything is known of a side.
  public boolean known(int side) {
    return known[side];
  }

  /// Downward pull of a side at an entry, N, NaN where it is not known.
  public double pullN(int side, int i) {
    return pullN[side][i];
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
      double ofY = Math.sin(rollRad(c, side, 0));
      double ofZ = Math.cos(rollRad(c, side, 0));
      double pull = -forces.meanN(side, fromNs, toNs, ofY, ofZ);
      sum += pull + (magnitude[side] ? 0 : zeros[side].zeroN(0) * ofY + zeros[side].zeroN(1) * ofZ);
    }
    return sum;
  }
}
