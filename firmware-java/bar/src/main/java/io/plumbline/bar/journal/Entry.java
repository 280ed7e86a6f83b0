package io.plumbline.bar.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Something that is published and kept until the daemon has stored it. Its fields belong to the [Backlog]'s lock, but for where its content is.
public final class Entry {
  private final String journalId;
  private final Kind kind;
  private final long sequence;
  private volatile byte @Nullable [] content;
  private volatile @Nullable JournalFile file;
  private volatile int at;
  boolean queued;
  boolean sent;
  boolean received;
  boolean stored;
  boolean wished;
  long sentNs;
  int reminders;

  /// One that is in memory until it is in a file.
  Entry(String journalId, Kind kind, long sequence, byte[] content) {
    this.journalId = journalId;
    this.kind = kind;
    this.sequence = sequence;
    this.content = content;
  }

  /// One that is in a file.
  Entry(String journalId, Kind kind, long sequence, JournalFile file, int at) {
    this.journalId = journalId;
    this.kind = kind;
    this.sequence = sequence;
    this.file = file;
    this.at = at;
  }

  /// It is on the disk from now on.
  void writtenTo(JournalFile where, int position) {
    at = position;
    file = where;
    content = null;
  }

  /// Whose it is.
  public String journalId() {
    return journalId;
  }

  /// What it is.
  public Kind kind() {
    return kind;
  }

  /// Its number in the journal; of a trace, its rep's.
  public long sequence() {
    return sequence;
  }

  /// As it is published.
  ///
  /// @throws UncheckedIOException where the file cannot be read any more
  public byte[] content() {
    byte[] here = content;
    JournalFile there = file;
    if (here != null) {
      return here;
    }
    if (there == null) {
      throw new IllegalStateException("an entry without content");
    }
    try {
      return there.content(at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it is to be sent: not settled, or asked for once more.
  boolean isDue() {
    return wished || !isSettled();
  }

  /// Whether nothing is left to be done for it: curves are not acknowledged by the daemon, so the broker's word and the rep's count.
  boolean isSettled() {
    return stored && (kind != Kind.TRACE || received);
  }
}
