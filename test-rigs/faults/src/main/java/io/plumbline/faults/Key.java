package io.plumbline.faults;

import java.util.Comparator;

/// What a summary is known by.
record Key(String barId, String journalId, long sequence, String kind) implements Comparable<Key> {
  private static final Comparator<Key> ORDER = Comparator.comparing(Key::barId).thenComparing(Key::journalId)
      .thenComparingLong(Key::sequence).thenComparing(Key::kind);

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + sequence + " of " + barId + "'s journal " + journalId;
  }
}
