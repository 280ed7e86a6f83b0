package io.plumbline.daemon.domain;

import java.util.concurrent.atomic.LongAdder;

/// What was counted since the daemon started. Thread-safe.
public final class IngestCounters {
  /// Summaries and curves stored.
  public final LongAdder stored = new LongAdder();
  /// Received again with the same content: normal after any reconnect.
  public final LongAdder duplicates = new LongAdder();
  /// Received again with other content: a fault in a bar; kept aside.
  public final LongAdder conflicts = new LongAdder();
  /// Payloads or topics that are not of the contract.
  public final LongAdder rejected = new LongAdder();
  /// Messages that an unexpected fault of the daemon kept from being handled; those of a durable session are not acknowledged.
  public final LongAdder failed = new LongAdder();
  /// Live samples left out because others waited.
  public final LongAdder liveDropped = new LongAdder();
  /// Of the embedded broker.
  public final BrokerCounters broker = new BrokerCounters();

  /// The counters at one moment.
  public record Snapshot(long stored, long duplicates, long conflicts, long rejected, long failed, long liveDropped) {}

  public Snapshot snapshot() {
    return new Snapshot(stored.sum(), duplicates.sum(), conflicts.sum(), rejected.sum(), failed.sum(),
        liveDropped.sum());
  }
}
