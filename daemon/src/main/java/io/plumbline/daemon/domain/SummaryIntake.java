package io.plumbline.daemon.domain;

import java.util.List;

/// The one way into the store, whatever brought the summaries. One caller at a time.
public interface SummaryIntake {
  /// Keeps a batch for sure: waits for a database that is away, rejects what is not of the contract, and returns after the commit. Keeping the same again
  /// changes nothing.
  ///
  /// @return what became of it, in parts where the database refused some of it
  List<StoreOutcome> keep(List<Published> batch) throws InterruptedException;
}
