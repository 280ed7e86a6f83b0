package io.plumbline.contract.payload;

/// The identity of a summary, the same for ever whatever the wall clock says. Storing the same key twice stores one summary.
///
/// @param barId     which bar
/// @param journalId which journal of that bar; a wiped card starts a new one
/// @param sequence  number within the journal, from 1, without holes
public record RecordKey(@Bounds(id = true) String barId, @Bounds(id = true) String journalId,
    @Bounds(min = 1) long sequence) {
  public RecordKey {
    Check.id("bar_id", barId);
    Check.id("journal_id", journalId);
    Check.atLeast("sequence", sequence, 1);
  }
}
