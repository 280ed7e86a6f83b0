package io.plumbline.daemon.ingest;

import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.SummaryStore;

/// The daemon's two sessions with the broker. A broker that is not there is waited for.
public final class Ingest implements AutoCloseable {
  private final SummaryIngest summaries;
  private final StatusIngest status;

  /// @param clientId name of the durable session, the same at every start: the broker keeps under it what comes while the daemon is away
  /// @param sharing  with whom what is to be stored is shared
  public Ingest(BrokerAddress address, String clientId, Sharing sharing, SummaryStore store, BarEvents events,
      IngestCounters counters) {
    PayloadReader reader = new PayloadReader();
    RejectLog rejects = new RejectLog(counters);
    OthersStored others = sharing.group() == null ? null : new OthersStored(sharing.pages(), System.nanoTime());
    this.summaries = new SummaryIngest(address, sharing.summaries(clientId, SummaryIngest.CHANNELS), reader,
        new Intake(reader, store, counters, rejects), others, events, rejects);
    this.status = new StatusIngest(address, clientId + "-status", reader, others, events, counters, rejects);
  }

  public void start() {
    summaries.start();
    status.start();
  }

  /// Waits until both sessions have been there once. What a bar publishes before the very first one, no broker keeps for us: the bar
  /// publishes it again.
  public boolean awaitConnected(long timeoutMs) {
    try {
      return summaries.awaitConnected(timeoutMs) && status.awaitConnected(timeoutMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    status.close();
    summaries.close();
  }
}
