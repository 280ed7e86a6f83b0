package io.plumbline.daemon.domain;

import java.util.concurrent.atomic.LongAdder;

/// What the embedded broker refused since the daemon started. Thread-safe.
public final class BrokerCounters {
  /// Connections: unknown name, wrong secret, another's client id, a last will on another's topic.
  public final LongAdder refusedConnections = new LongAdder();
  /// Messages to topics that their sender may not publish to; they were dropped.
  public final LongAdder refusedPublishes = new LongAdder();
  /// Subscriptions to topics that the subscriber may not read.
  public final LongAdder refusedSubscriptions = new LongAdder();
}
