package io.plumbline.daemon.domain;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.RecordKey;
import java.util.List;
import java.util.Optional;

/// Reads what was kept. Any number of callers at once.
public interface SummaryReader {
  /// The newest sets, newest first, also those that are not closed yet.
  List<SetOverview> newestSets(int limit) throws StoreException;

  /// What is stored of a journal; nothing of one that is not known.
  Ack progress(String barId, String journalId) throws StoreException;

  /// One set with its reps in order.
  Optional<SetDetail> set(String barId, String journalId, int setNumber) throws StoreException;

  /// A rep's payload as it was received.
  Optional<String> rep(RecordKey key) throws StoreException;

  /// The payload of a rep's curves as it was received.
  Optional<String> trace(RecordKey rep) throws StoreException;
}
