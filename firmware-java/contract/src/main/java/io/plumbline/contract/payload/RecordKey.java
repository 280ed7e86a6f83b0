package io.plumbline.contract.payload;

/// The identity of a summary, the same for ever whatever the wall clock says. Storing the same key twice stores one summary.
///
/// @param barId     which bar
/// @param journalId which journal of that bar; a wiped card starts a new one
/// @param sequence  number within the journal, from 1, without holes
public record RecordKey(String barId, String journalId, long sequence) {
  public RecordKey {
    Check.id("bar_id", barId);
    Check.id("journal_id", journalId);
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence must be at least 1, but is " + sequence);
    }
  }
}
