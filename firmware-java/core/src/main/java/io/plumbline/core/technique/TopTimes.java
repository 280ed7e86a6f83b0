package io.plumbline.core.technique;

import io.plumbline.core.rep.RepMeasures;

/// When the last tops of a set came by the causal estimate, so that the smoothed rep finds its own among them. Each has a place, which is taken again
/// where there are more than fit.
///
/// Allocates nothing after construction. Not thread-safe.
final class TopTimes {
  /// A rep is over for the causal estimate so long after its end at the most.
  private static final long SLACK_NS = 1_000_000_000;

  private final long[] timesNs;
  private int count;

  /// @param capacity how many are kept
  TopTimes(int capacity) {
    timesNs = new long[capacity];
  }

  /// Keeps another one.
  ///
  /// @return its place, from 0
  int add(long nowNs) {
    int place = count % timesNs.length;
    timesNs[place] = nowNs;
    count++;
    return place;
  }

  /// The place of the oldest one that is this rep's, -1 where none is.
  int find(RepMeasures rep) {
    for (int i = Math.max(0, count - timesNs.length); i < count; i++) {
      int place = i % timesNs.length;
      if (timesNs[place] >= rep.concentricStartNs && timesNs[place] <= rep.concentricEndNs + SLACK_NS) {
        return place;
      }
    }
    return -1;
  }

  /// How many there were.
  int count() {
    return count;
  }

  /// How many are kept: in the places below this.
  int kept() {
    return Math.min(count, timesNs.length);
  }

  /// Another set begins.
  void forget() {
    count = 0;
  }
}
