package io.plumbline.daemon.domain.training;

/// The identity of a set, the same for ever whoever it belongs to.
///
/// @param setNumber within the journal, from 1
public record SetKey(String barId, String journalId, int setNumber) implements Comparable<SetKey> {
  public SetKey {
    Check.id("bar_id", barId);
    Check.id("journal_id", journalId);
    Check.range("set_number", setNumber, 1, Integer.MAX_VALUE);
  }

  @Override
  public int compareTo(SetKey other) {
    int byBar = barId.compareTo(other.barId);
    int byJournal = byBar != 0 ? byBar : journalId.compareTo(other.journalId);
    return byJournal != 0 ? byJournal : Integer.compare(setNumber, other.setNumber);
  }
}
