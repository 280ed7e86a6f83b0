package io.plumbline.daemon.domain;

import java.util.List;

/// Keeps what arrives. One caller at a time.
public interface SummaryStore {
  /// Stores a batch in one transaction and returns after its durable commit. Storing the same again changes nothing.
  ///
  /// @throws StoreException where nothing of the batch was stored
  StoreOutcome store(List<Received> batch) throws StoreException;
}
