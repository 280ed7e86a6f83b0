package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;
import java.util.Arrays;
import java.util.List;

/// What is usual for one athlete in one exercise: of each measure a robust mean and spread over good reps. Not thread-safe; [#copy] gives one
/// that nobody else changes.
///
/// The first [#EARLY] values are kept, and begin the estimate with their median and median absolute deviation. Each later value moves mean
/// and spread by a step, and counts at most two spreads from the mean (Huber, Robust Statistics (1981), proposal 2, as a recursion), so that
/// an odd rep moves little and a new habit is learned within some [#MEMORY] reps.
public final class Baseline {
  /// Values that begin an estimate.
  public static final int EARLY = 8;
  /// Values that an estimate remembers.
  static final int MEMORY = 40;
  private static final double CLIP_SPREADS = 2;
  /// 1 / E[min(z², 4)] of a normal z: what the clip takes from the variance.
  private static final double UNCLIP = 1 / 0.9205;
  /// Median absolute deviation to standard deviation, of a normal distribution.
  private static final double MAD_TO_SD = 1.4826;
  private static final double LEAST_SPREAD_SHARE = 0.25;

  private final Entry[] entries = new Entry[Measure.values().length];

  /// One measure's state, to be kept. Immutable.
  ///
  /// @param count  values so far
  /// @param mean   NaN while there are fewer than [#EARLY]
  /// @param spread standard deviation, as `mean`
  /// @param early  the values while there are fewer than [#EARLY], else empty
  public record Kept(int count, double mean, double spread, List<Double> early) {
    public Kept {
      early = List.copyOf(early);
      boolean begun = count >= EARLY;
      boolean whole = begun
          ? early.isEmpty() && Double.isFinite(mean) && spread > 0 && Double.isFinite(spread)
          : early.size() == count && early.stream().allMatch(Double::isFinite);
      if (count < 0 || !whole) {
        throw new IllegalArgumentException("no state of a baseline: " + count + " values, mean " + mean + ", spread "
            + spread + ", " + early.size() + " early values");
      }
    }
  }

  private static final class Entry {
    private int count;
    private double mean = Double.NaN;
    private double spread = Double.NaN;
    private final double[] early = new double[EARLY];
  }

  /// Of somebody of whom nothing is known yet.
  public Baseline() {
    Arrays.setAll(entries, i -> new Entry());
  }

  /// Takes a good rep; measures that it does not have are left as they are.
  public void learn(RepMeasures rep) {
    for (Measure measure : Measure.values()) {
      double value = measure.value(rep);
      if (Double.isFinite(value)) {
        add(measure, value);
      }
    }
  }

  void add(Measure measure, double value) {
    Entry e = entries[measure.ordinal()];
    double least = LEAST_SPREAD_SHARE * measure.usualSpread();
    if (e.count < EARLY) {
      e.early[e.count++] = value;
      if (e.count == EARLY) {
        e.mean = median(e.early.clone());
        double middle = e.mean;
        e.spread = Math.max(least,
            MAD_TO_SD * median(Arrays.stream(e.early).map(v -> Math.abs(v - middle)).toArray()));
      }
      return;
    }
    e.count = Math.min(e.count + 1, Integer.MAX_VALUE - 1);
    double step = 1.0 / Math.min(e.count, MEMORY);
    double most = CLIP_SPREADS * e.spread;
    double clipped = Math.clamp(value - e.mean, -most, most);
    e.mean += step * clipped;
    e.spread = Math.max(least,
        Math.sqrt(e.spread * e.spread + step * (UNCLIP * clipped * clipped - e.spread * e.spread)));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
  }

  /// Values of a measure so far.
  public int count(Measure measure) {
    return entries[measure.ordinal()].count;
  }

  /// NaN before [#EARLY] values.
  public double mean(Measure measure) {
    return entries[measure.ordinal()].mean;
  }

  /// Standard deviation among the reps, NaN before [#EARLY] values.
  public double spread(Measure measure) {
    return entries[measure.ordinal()].spread;
  }

  /// Whether a measure has as many values as are asked for, and an estimate.
  boolean isKnown(Measure measure, int fewest) {
    return count(measure) >= Math.max(fewest, EARLY);
  }

  /// A measure's state, to be kept.
  public Kept keep(Measure measure) {
    Entry e = entries[measure.ordinal()];
    int early = e.count < EARLY ? e.count : 0;
    return new Kept(e.count, e.mean, e.spread, Arrays.stream(e.early, 0, early).boxed().toList());
  }

  /// Goes on from a state that was kept.
  public void restore(Measure measure, Kept kept) {
    Entry e = entries[measure.ordinal()];
    e.count = kept.count;
    e.mean = kept.count < EARLY ? Double.NaN : kept.mean;
    e.spread = kept.count < EARLY ? Double.NaN : kept.spread;
    for (int i = 0; i < kept.early.size(); i++) {
      e.early[i] = kept.early.get(i);
    }
  }

  /// One of its own, with the same state.
  public Baseline copy() {
    Baseline copy = new Baseline();
    for (Measure measure : Measure.values()) {
      copy.restore(measure, keep(measure));
    }
    return copy;
  }
}
