package io.plumbline.benchmarks.latency;

import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Top;
import java.util.LinkedHashMap;
import java.util.Map;

/// When a place heard first of each rep that had reached its top. Thread-safe.
final class Heard {
  private final Map<Long, Long> firstNs = new LinkedHashMap<>();

  /// Takes a state that came at `nowNs`, on the clock of the samples.
  void take(State state, long nowNs) {
    Top top = state.top();
    if (top != null) {
      take(top.timeNs(), nowNs);
    }
  }

  /// Takes a top that was told at `nowNs`, both on the clock of the samples.
  synchronized void take(long topNs, long nowNs) {
    firstNs.putIfAbsent(topNs, nowNs);
  }

  /// Time of the sample that decided each top, and when it was heard of here.
  synchronized Map<Long, Long> byTopNs() {
    return new LinkedHashMap<>(firstNs);
  }
}
