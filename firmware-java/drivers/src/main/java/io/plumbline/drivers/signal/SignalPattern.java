package io.plumbline.drivers.signal;

/// When a signal is on and off. Immutable.
public final class SignalPattern {
  /// The most changes in one pass.
  public static final int MOST_STEPS = 64;

  private final long[] endsNs;
  private final int repeats;

  private SignalPattern(long[] endsNs, int repeats) {
    this.endsNs = endsNs;
    this.repeats = repeats;
  }

  /// A pattern.
  ///
  /// @param repeats      how often it is played, at least once
  /// @param durationsMs  on, off, on, off and so on, each above 0
  public static SignalPattern of(int repeats, int... durationsMs) {
    if (repeats < 1) {
      throw new IllegalArgumentException("a signal is played at least once, but " + repeats + " times were asked for");
    }
    if (durationsMs.length == 0 || durationsMs.length > MOST_STEPS) {
      throw new IllegalArgumentException(
          "a signal has 1 to " + MOST_STEPS + " durations, but " + durationsMs.length + " are given");
    }
    long[] ends = new long[durationsMs.length];
    long endNs = 0;
    for (int i = 0; i < ends.length; i++) {
      if (durationsMs[i] <= 0) {
        throw new IllegalArgumentException("each duration of a signal is above 0 ms, but one is " + durationsMs[i]);
      }
      endNs += durationsMs[i] * 1_000_000L;
      ends[i] = endNs;
    }
    return new SignalPattern(ends, repeats);
  }

  /// Length of all passes, ns.
  public long lengthNs() {
    return repeats * endsNs[endsNs.length - 1];
  }

  /// Whether it is on at a time after its start.
  boolean isOn(long sinceNs) {
    if (sinceNs < 0 || sinceNs >= lengthNs()) {
      return false;
    }
    long inPassNs = sinceNs % endsNs[endsNs.length - 1];
    int step = 0;
    while (endsNs[step] <= inPassNs) {
      step++;
    }
    return step % 2 == 0;
  }
}
