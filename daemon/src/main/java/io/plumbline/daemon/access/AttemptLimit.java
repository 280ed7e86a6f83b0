package io.plumbline.daemon.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How often something may be tried, for each key: some at once, then one each period (a token bucket). Remembers so many keys and forgets the longest unused.
/// Thread-safe.
final class AttemptLimit {
  private static final int MOST_KEYS = 10_000;

  private final int atOnce;
  private final long periodNs;
  private final LongSupplier clockNs;
  /// When the bucket of a key will be full again. Guarded by this.
  private final Map<String, Long> fullAtNs = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > MOST_KEYS;
    }
  };

  AttemptLimit(int atOnce, long periodS, LongSupplier clockNs) {
    this.atOnce = atOnce;
    this.periodNs = TimeUnit.SECONDS.toNanos(periodS);
    this.clockNs = clockNs;
  }

  /// Counts an attempt.
  ///
  /// @throws DeniedException where there were too many; nothing was counted
  synchronized void take(String key) throws DeniedException {
    long now = clockNs.getAsLong();
    long used = used(key, now);
    long over = used + periodNs - atOnce * periodNs;
    if (over > 0) {
      throw DeniedException.tooOften(Math.ceilDiv(over, TimeUnit.SECONDS.toNanos(1)));
    }
    fullAtNs.put(key, now + used + periodNs);
  }

  /// Takes an attempt back that was none.
  synchronized void giveBack(String key) {
    long now = clockNs.getAsLong();
    fullAtNs.put(key, now + Math.max(0, used(key, now) - periodNs));
  }

  private long used(String key, long now) {
    return Math.max(0, fullAtNs.getOrDefault(key, now) - now);
  }
}
