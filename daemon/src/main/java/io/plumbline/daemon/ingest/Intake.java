package io.plumbline.daemon.ingest;

import io.plumbline.contract.codec.ContractException;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.Published;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.StoreOutcome;
import io.plumbline.daemon.domain.SummaryIntake;
import io.plumbline.daemon.domain.SummaryStore;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads, judges and stores what bars publish.
public final class Intake implements SummaryIntake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final long FIRST_RETRY_MS = 500;
  private static final long LONGEST_RETRY_MS = 30_000;

  private final PayloadReader reader;
  private final SummaryStore store;
  private final IngestCounters counters;
  private final RejectLog rejects;

  /// @param counters of what is stored and what is rejected
  public Intake(SummaryStore store, IngestCounters counters) {
    this(new PayloadReader(), store, counters, new RejectLog(counters));
  }

  Intake(PayloadReader reader, SummaryStore store, IngestCounters counters, RejectLog rejects) {
    this.reader = reader;
    this.store = store;
    this.counters = counters;
    this.rejects = rejects;
  }

  @Override
  public List<StoreOutcome> keep(List<Published> batch) throws InterruptedException {
    List<Received> readable = new ArrayList<>(batch.size());
    for (Published published : batch) {
      try {
        readable.add(reader.received(reader.address(published.topic()), published.payload()));
      } catch (ContractException e) {
        rejects.rejected(published.topic(), String.valueOf(e.getMessage()));
      }
    }
    List<StoreOutcome> outcomes = readable.isEmpty() ? List.of() : storeForSure(readable);
    outcomes.forEach(this::count);
    return outcomes;
  }

  private void count(StoreOutcome outcome) {
    counters.stored.add(outcome.fresh().size());
    counters.duplicates.add(outcome.duplicates());
    counters.conflicts.add(outcome.conflicts());
    if (outcome.conflicts() > 0) {
      LOG.warn("{} summaries contradict what is stored under the same key; kept aside in table conflict",
          outcome.conflicts());
    }
  }

  /// Stores the batch however long that takes. What the database refuses for its content is rejected alone, not with its neighbours.
  private List<StoreOutcome> storeForSure(List<Received> batch) throws InterruptedException {
    long delayMs = FIRST_RETRY_MS;
    while (true) {
      try {
        return List.of(store.store(batch));
      } catch (StoreException e) {
        if (e.contentRefused() && batch.size() == 1) {
          rejects.rejected("store", String.valueOf(e.getMessage()));
          return List.of();
        }
        if (e.contentRefused()) {
          List<StoreOutcome> outcomes = new ArrayList<>();
          for (Received item : batch) {
            outcomes.addAll(storeForSure(List.of(item)));
          }
          return outcomes;
        }
        LOG.error("{}; nothing is acknowledged, trying again in {} ms", e.getMessage(), delayMs);
        Thread.sleep(delayMs);
        delayMs = Math.min(LONGEST_RETRY_MS, delayMs * 2);
      }
    }
  }
}
