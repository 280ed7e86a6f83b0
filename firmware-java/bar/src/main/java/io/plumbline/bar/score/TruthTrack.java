package io.plumbline.bar.score;

import io.plumbline.bar.recording.TruthColumn;
import io.plumbline.bar.recording.TruthFrame;
import io.plumbline.contract.payload.Phase;
import org.jspecify.annotations.Nullable;

/// The reference motion of the last minutes, kept in a ring so that a long recording needs no more memory than a short one. Not thread-safe.
final class TruthTrack {
  private static final int CAPACITY = 1 << 17;
  private static final long SPACING_NS = 1_500_000;
  private static final double FIT_S = 0.03;
  private static final int FIT_POINTS = 5;
  private static final int ASCENTS = 1024;

  private final long[] timeNs = new long[CAPACITY];
  private final double[] x = new double[CAPACITY];
  private final double[] y = new double[CAPACITY];
  private final double[] z = new double[CAPACITY];
  private final double[] vz = new double[CAPACITY];
  private final double[] barX = new double[CAPACITY];
  private final double[] barY = new double[CAPACITY];
  private long count;
  private final long[] ascentStartNs = new long[ASCENTS];
  private final long[] ascentEndNs = new long[ASCENTS];
  private long ascents;
  private boolean ascending;
  private boolean phased;

  /// Takes the reference values of one row; a row without a height is no reference.
  void add(long tNs, TruthFrame truth) {
    followPhase(tNs, truth.phase());
    double height = truth.get(TruthColumn.Z);
    if (Double.isNaN(height) || (count > 0 && tNs - timeNs[slot(count - 1)] < SPACING_NS)) {
      return;
    }
    int i = slot(count);
    timeNs[i] = tNs;
    x[i] = truth.get(TruthColumn.X);
    y[i] = truth.get(TruthColumn.Y);
    z[i] = height;
    vz[i] = truth.get(TruthColumn.VZ);
    double w = truth.get(TruthColumn.QW);
    double qx = truth.get(TruthColumn.QX);
    double qy = truth.get(TruthColumn.QY);
    double qz = truth.get(TruthColumn.QZ);
    barX[i] = 1 - 2 * (qy * qy + qz * qz);
    barY[i] = 2 * (qx * qy + w * qz);
    count++;
  }

  private void followPhase(long tNs, @Nullable Phase phase) {
    if (phase == null) {
      return;
    }
    phased = true;
    boolean now = phase == Phase.ASCENT;
    if (now && !ascending) {
      ascentStartNs[(int) (ascents % ASCENTS)] = tNs;
      ascentEndNs[(int) (ascents % ASCENTS)] = Long.MAX_VALUE;
      ascents++;
    } else if (!now && ascending) {
      ascentEndNs[(int) ((ascents - 1) % ASCENTS)] = tNs;
    }
    ascending = now;
  }

  private static int slot(long index) {
    return (int) (index % CAPACITY);
  }

  private long oldest() {
    return Math.max(0, count - CAPACITY);
  }

  /// Whether there is any reference.
  boolean isEmpty() {
    return count == 0;
  }

  /// Whether the recording names reference phases.
  boolean hasPhases() {
    return phased;
  }

  /// Ascents that the reference phases name so far.
  long ascents() {
    return ascents;
  }

  /// Index of the reference ascent that overlaps the interval most, −1 where none does.
  long ascentAt(long startNs, long endNs) {
    long best = -1;
    long bestNs = 0;
    for (long k = Math.max(0, ascents - ASCENTS); k < ascents; k++) {
      long overlap = Math.min(endNs, ascentEndNs(k)) - Math.max(startNs, ascentStartNs(k));
      if (overlap > bestNs) {
        best = k;
        bestNs = overlap;
      }
    }
    return best;
  }

  long ascentStartNs(long k) {
    return ascentStartNs[(int) (k % ASCENTS)];
  }

  long ascentEndNs(long k) {
    return ascentEndNs[(int) (k % ASCENTS)];
  }

  /// First entry at or after a time.
  long indexAt(long tNs) {
    long low = oldest();
    long high = count;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (timeNs[slot(middle)] < tNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long end() {
    return count;
  }

  long timeNs(long i) {
    return timeNs[slot(i)];
  }

  /// Height at a time, linear between entries; NaN outside and in gaps longer than the fit's window.
  double heightM(double tNs) {
    return interpolate(z, tNs);
  }

  /// Travel across the bar between two times, along the bar's own y at the first of them (world y where no orientation is known).
  double acrossM(double fromNs, double toNs) {
    double dx = interpolate(x, toNs) - interpolate(x, fromNs);
    double dy = interpolate(y, toNs) - interpolate(y, fromNs);
    double hx = interpolate(barX, fromNs);
    double hy = interpolate(barY, fromNs);
    double norm = Math.hypot(hx, hy);
    return norm > 0 ? (dy * hx - dx * hy) / norm : dy;
  }

  private double interpolate(double[] values, double tNs) {
    long after = indexAt((long) Math.ceil(tNs));
    if (after >= count || after == oldest()) {
      return after < count && timeNs(after) == (long) tNs ? values[slot(after)] : Double.NaN;
    }
    long before = after - 1;
    double span = timeNs(after) - timeNs(before);
    double u = (tNs - timeNs(before)) / span;
    return span > 2e9 * FIT_S ? Double.NaN : values[slot(before)] + u * (values[slot(after)] - values[slot(before)]);
  }

  /// Vertical velocity at an entry: the reference's own, else the slope of a straight line through the heights within 30 ms to either side
  /// (Savitzky and Golay 1964, first order). NaN where there are too few.
  double velocityMps(long i) {
    if (!Double.isNaN(vz[slot(i)])) {
      return vz[slot(i)];
    }
    long a = i;
    long b = i;
    while (a > oldest() && timeNs(i) - timeNs(a - 1) <= FIT_S * 1e9) {
      a--;
    }
    while (b + 1 < count && timeNs(b + 1) - timeNs(i) <= FIT_S * 1e9) {
      b++;
    }
    if (Math.min(i - a, b - i) < FIT_POINTS / 2) {
      return Double.NaN;
    }
    double n = b - a + 1;
    double st = 0;
    double sz = 0;
    double stt = 0;
    double stz = 0;
    for (long k = a; k <= b; k++) {
      double t = (timeNs(k) - timeNs(i)) * 1e-9;
      double h = z[slot(k)] - z[slot(i)];
      st += t;
      sz += h;
      stt += t * t;
      stz += t * h;
    }
    return (n * stz - st * sz) / (n * stt - st * st);
  }
}
