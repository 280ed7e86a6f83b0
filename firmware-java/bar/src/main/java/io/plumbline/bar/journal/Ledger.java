package io.plumbline.bar.journal;

import io.plumbline.contract.payload.Ack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// The entries of one journal in the order of their numbers, and what the daemon has of them. Not thread-safe: the [Backlog]'s lock guards it.
final class Ledger {
  /// A trace stands right behind its rep.
  private static final int PLACES = 2;

  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private long settledUpTo;
  private long saidUpTo;

  void add(Entry entry) {
    entries.put(place(entry), entry);
  }

  void remove(Entry entry) {
    entries.remove(place(entry));
  }

  private static long place(Entry entry) {
    return place(entry.sequence()) + (entry.kind() == Kind.TRACE ? 1 : 0);
  }

  private static long place(long sequence) {
    return PLACES * sequence;
  }

  /// Those from one number to another, both included.
  Collection<Entry> entries(long from, long to) {
    // Numbers come from outside: twice the largest one is no place.
    long last = entries.isEmpty() ? 0 : entries.lastEntry().getValue().sequence();
    return from > last ? List.of() : entries.subMap(place(from), place(Math.min(to, last) + 1)).values();
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  /// Takes the daemon's word. All up to its number is stored, and all between the holes that it names and up to its highest number; of what is
  /// beyond it says nothing, unless it knows less than before: then it has lost something.
  ///
  /// @return entries that it misses
  List<Entry> stored(Ack ack) {
    entries.headMap(place(ack.storedUpTo() + 1)).values().forEach(entry -> entry.stored = true);
    long known = ack.knownUpTo();
    boolean lost = ack.storedUpTo() < saidUpTo;
    saidUpTo = ack.storedUpTo();
    List<Entry> missing = new ArrayList<>();
    for (Entry entry : entries.tailMap(place(ack.storedUpTo() + 1)).values()) {
      long sequence = entry.sequence();
      boolean hole = ack.holes().stream().anyMatch(gap -> sequence >= gap.from() && sequence <= gap.to());
      if (hole || (lost && sequence > known)) {
        entry.stored = false;
        entry.received = false;
        missing.add(entry);
      } else if (sequence <= known) {
        entry.stored = true;
      }
    }
    settledUpTo = lost ? Math.min(settledUpTo, ack.storedUpTo()) : settledUpTo;
    return missing;
  }

  /// Up to where all is settled, curves included.
  long settledUpTo() {
    for (Entry entry : entries.tailMap(place(settledUpTo + 1)).values()) {
      if (!entry.isSettled()) {
        break;
      }
      long sequence = entry.sequence();
      Entry trace = entries.get(place(sequence) + 1);
      if (trace != null && !trace.isSettled()) {
        break;
      }
      settledUpTo = sequence;
    }
    return settledUpTo;
  }

  /// To be asked only where there are entries.
  Backlog.Held held(String journalId) {
    long unsettled = entries.values().stream().filter(entry -> !entry.isSettled()).count();
    return new Backlog.Held(journalId, entries.firstEntry().getValue().sequence(),
        entries.lastEntry().getValue().sequence(), unsettled);
  }

  /// What somebody lacks who has what he says.
  List<Entry> lacking(Ack have) {
    List<Entry> lacking = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (!names(have, entry.sequence()) || (entry.kind() == Kind.TRACE && !entry.received)) {
        lacking.add(entry);
      }
    }
    return lacking;
  }

  private static boolean names(Ack have, long sequence) {
    return sequence <= have.storedUpTo() || (sequence <= have.knownUpTo()
        && have.holes().stream().noneMatch(gap -> sequence >= gap.from() && sequence <= gap.to()));
  }

  boolean isSettled() {
    return entries.values().stream().allMatch(Entry::isSettled);
  }

  /// Summaries that are not stored.
  long waiting() {
    return entries.values().stream().filter(entry -> entry.kind() != Kind.TRACE && !entry.stored).count();
  }
}
