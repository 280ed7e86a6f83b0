package io.plumbline.core.rep;

import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.MotionCurve;

/// What each side pulls down at the shaft, N, at the entries of a [MotionCurve]: the load cells' force against the world's up, averaged over
/// the two steps around an entry as the curve's acceleration is, so that both lag alike. Hanging plates pull by their weight, +; the sleeves of
/// a bar that lies on its plates carry the shaft, −. Preallocated and refilled. Not thread-safe.
///
/// A cell with one axis tells no sign: see [#fill].
public final class LoadCurve {
  /// Sides.
  static final int SIDES = 2;
  /// Below this a cell with one axis may mean both signs: more than any shaft that lies on its sleeves.
  private static final double AMBIGUOUS_N = 80;

  private final double[][] pullN = new double[SIDES][MotionCurve.CAPACITY];
  private final boolean[] known = new boolean[SIDES];

  /// Takes the forces at all entries of the curve. Where a cell tells a magnitude only, its smallest values belong to a bar that lies or is
  /// taken up or put down, and the sign changes where it touches zero.
  public void fill(MotionCurve c, ForceTrack forces) {
    for (int side = 0; side < SIDES; side++) {
      known[side] = false;
      double[] out = pullN[side];
      for (int i = 0; i < c.size(); i++) {
        long fromNs = c.timeNs(Math.max(i - 1, 0));
        long toNs = c.timeNs(Math.min(i + 1, c.size() - 1));
        out[i] = -forces.meanN(side, fromNs, toNs, Math.sin(c.rollRad(i)), Math.cos(c.rollRad(i)));
        known[side] |= !Double.isNaN(out[i]);
      }
      if (known[side] && forces.isMagnitude(side)) {
        // The magnitude was kept as z, downward: it is not to be turned with the shaft.
        for (int i = 0; i < c.size(); i++) {
          out[i] = -forces.meanN(side, c.timeNs(Math.max(i - 1, 0)), c.timeNs(Math.min(i + 1, c.size() - 1)), 0, 1);
        }
        findSigns(out, c.size());
      }
    }
  }

  /// Each stretch below [#AMBIGUOUS_N] is cut at its smallest value or, where it dips twice, at both: what lies between is negative.
  private static void findSigns(double[] out, int size) {
    int i = 0;
    while (i < size) {
      if (!(out[i] < AMBIGUOUS_N)) {
        i++;
        continue;
      }
      int end = i;
      while (end < size && out[end] < AMBIGUOUS_N) {
        end++;
      }
      turn(out, i, end, size);
      i = end;
    }
  }

  private static void turn(double[] out, int from, int to, int size) {
    double rest = 0;
    for (int i = from; i < to; i++) {
      rest += out[i];
    }
    rest /= to - from;
    int first = from;
    int last = to - 1;
    if (from > 0) {
      first = firstDip(out, from, to, 1, rest);
    }
    if (to < size) {
      last = firstDip(out, to - 1, from - 1, -1, rest);
    }
    for (int i = first; i <= last; i++) {
      out[i] = -out[i];
    }
  }

  /// The smallest value before the signal is back at the stretch's mean.
  private static int firstDip(double[] out, int from, int end, int step, double rest) {
    int best = from;
    for (int i = from; i != end; i += step) {
      if (out[i] < out[best]) {
        best = i;
      }
      if (out[best] < 0.5 * rest && out[i] > rest) {
        break;
      }
    }
    return best;
  }

  /// Whether anything is known of a side.
  public boolean known(int side) {
    return known[side];
  }

  /// Downward pull of a side at an entry, N, NaN where it is not known.
  public double pullN(int side, int i) {
    return pullN[side][i];
  }
}
