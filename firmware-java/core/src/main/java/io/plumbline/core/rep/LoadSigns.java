package io.plumbline.core.rep;

/// Finds the signs of a force of which a cell with one axis told the magnitude. The smallest values belong to a bar that lies, or is taken up or
/// put down: a stretch of small magnitude is cut where it touches zero, and between is negative, as the sleeves carry the shaft there.
final class LoadSigns {
  /// Below this a cell with one axis may mean both signs: more than any shaft that lies on its sleeves.
  private static final double AMBIGUOUS_N = 80;

  private LoadSigns() {}

  /// Each stretch below [#AMBIGUOUS_N] is cut at its smallest value or, where it dips twice, at both: what lies between is negative.
  static void find(double[] out, int size) {
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
}
