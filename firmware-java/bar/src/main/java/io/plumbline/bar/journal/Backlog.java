package io.plumbline.bar.journal;

import io.plumbline.contract.payload.Ack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the daemon has not stored yet, of this run and of earlier ones, and what of it is due to be sent. Whatever becomes of broker and
/// network, an entry is sent again over each new connection, when the daemon names it as missing, and where nothing was heard of it for a while,
/// until the daemon has stored it; what comes twice is stored once.
///
/// Thread-safe: the journal adds, the link takes, and the broker's client tells.
public final class Backlog {
  /// After so long without the daemon's word an entry is sent again; each time after twice as long, since the broker may keep them all for a daemon that
  /// is away.
  static final long REMIND_NS = 30_000_000_000L;
  private static final int MOST_DOUBLED = 7;
  /// What is named as missing is sent again unless it was just now.
  static final long MISSING_NS = 5_000_000_000L;

  private final Map<String, Ledger> ledgers = new LinkedHashMap<>();
  private final Deque<Entry> queue = new ArrayDeque<>();
  private Runnable listener = () -> {};
  private long remindAtNs;
  private boolean reminding;

  /// From now on told when there is something to send, on the thread that added it.
  public synchronized void onChange(Runnable newListener) {
    listener = newListener;
  }

  /// Adds an entry behind all others.
  void add(Entry entry) {
    Runnable told;
    synchronized (this) {
      ledger(entry.journalId()).add(entry);
      enqueue(entry);
      told = listener;
    }
    told.run();
  }

  /// Adds what an earlier run has left.
  ///
  /// @param storedUpTo what was settled then
  synchronized void restore(List<Entry> entries, long storedUpTo) {
    for (Entry entry : entries) {
      entry.stored = entry.sequence() <= storedUpTo;
      entry.received = entry.stored;
      ledger(entry.journalId()).add(entry);
    }
    // What was written twice, after a force that failed, is sent once.
    entries.stream().map(Entry::journalId).distinct().forEach(id -> ledger(id).entries().forEach(this::enqueue));
  }

  private Ledger ledger(String journalId) {
    return ledgers.computeIfAbsent(journalId, id -> new Ledger());
  }

  private void enqueue(Entry entry) {
    if (!entry.queued && entry.isDue()) {
      entry.queued = true;
      queue.addLast(entry);
    }
  }

  /// The next entry to send, null where none is due.
  ///
  /// @param nowNs monotonic clock
  public synchronized @Nullable Entry next(long nowNs) {
    Entry entry = queue.pollFirst();
    while (entry != null) {
      entry.queued = false;
      if (entry.isDue()) {
        entry.wished = false;
        entry.sent = true;
        entry.sentNs = nowNs;
        return entry;
      }
      entry = queue.pollFirst();
    }
    return null;
  }

  /// The broker has it, which does not mean that anybody stored it.
  public synchronized void received(Entry entry) {
    entry.received = true;
  }

  /// A new connection: all that is not settled is due again, in its order.
  public synchronized void restart() {
    queue.clear();
    for (Ledger ledger : ledgers.values()) {
      ledger.entries().forEach(entry -> {
        entry.queued = false;
        entry.sent = false;
        enqueue(entry);
      });
    }
  }

  /// Takes the daemon's word.
  public synchronized void stored(Ack ack, long nowNs) {
    Ledger ledger = ledgers.get(ack.journalId());
    if (ledger == null) {
      return;
    }
    for (Entry missing : ledger.stored(ack)) {
      if (!missing.sent || nowNs - missing.sentNs > MISSING_NS) {
        enqueue(missing);
      }
    }
  }

  /// Sends a range of a journal once more, whoever has it already.
  ///
  /// @param from first sequence number, at least 1
  /// @param to   last sequence number, included
  /// @return how many summaries that are, −1 where the journal is not known here (any more)
  public long resend(String journalId, long from, long to) {
    long summaries = 0;
    Runnable told;
    synchronized (this) {
      Ledger ledger = ledgers.get(journalId);
      if (ledger == null) {
        return -1;
      }
      for (Entry entry : ledger.entries(from, to)) {
        entry.wished = true;
        enqueue(entry);
        summaries += entry.kind() == Kind.TRACE ? 0 : 1;
      }
      told = listener;
    }
    told.run();
    return summaries;
  }

  /// Sends again what nobody answered for long. To be called often; looks now and then.
  public synchronized void remind(long nowNs) {
    if (reminding && nowNs - remindAtNs < 0) {
      return;
    }
    reminding = true;
    remindAtNs = nowNs + MISSING_NS;
    for (Ledger ledger : ledgers.values()) {
      for (Entry entry : ledger.entries()) {
        if (entry.sent && !entry.isSettled()
            && nowNs - entry.sentNs > REMIND_NS << Math.min(entry.reminders, MOST_DOUBLED)) {
          entry.reminders++;
          enqueue(entry);
        }
      }
    }
  }

  /// Whether everything was sent over this connection.
  public synchronized boolean isSent() {
    return queue.stream().noneMatch(Entry::isDue);
  }

  /// A journal, for whoever wants to know what there is.
  ///
  /// @param first   lowest sequence number
  /// @param last    highest sequence number
  /// @param waiting summaries and curves that are not settled
  public record Held(String journalId, long first, long last, long waiting) {}

  /// The journals that have entries, the oldest first.
  public synchronized List<Held> held() {
    List<Held> held = new ArrayList<>();
    ledgers.forEach((id, ledger) -> {
      if (!ledger.entries().isEmpty()) {
        held.add(ledger.held(id));
      }
    });
    return held;
  }

  /// What somebody lacks who has what he says, in its order: summaries that he does not name as stored, and curves that nobody has taken or whose
  /// rep he lacks. Changes nothing; for another way than the queue's.
  public synchronized List<Entry> lacking(Ack have) {
    Ledger ledger = ledgers.get(have.journalId());
    return ledger == null ? List.of() : ledger.lacking(have);
  }

  /// Summaries that the daemon has not stored, as far as it said.
  public synchronized long waiting() {
    return ledgers.values().stream().mapToLong(Ledger::waiting).sum();
  }

  /// Up to where all of a journal is settled.
  synchronized long settledUpTo(String journalId) {
    Ledger ledger = ledgers.get(journalId);
    return ledger == null ? 0 : ledger.settledUpTo();
  }

  /// Whether nothing of a journal is left to be sent.
  synchronized boolean isSettled(String journalId) {
    Ledger ledger = ledgers.get(journalId);
    return ledger == null || ledger.isSettled();
  }

  /// Whether an entry is settled.
  synchronized boolean isSettled(Entry entry) {
    return entry.isSettled();
  }

  /// Gives an entry up.
  synchronized void drop(Entry entry) {
    Ledger ledger = ledgers.get(entry.journalId());
    if (ledger != null) {
      ledger.remove(entry);
    }
    queue.remove(entry);
  }

  /// Forgets a journal; what of it was not settled is lost.
  ///
  /// @return how many summaries those are
  synchronized long forget(String journalId) {
    Ledger ledger = ledgers.remove(journalId);
    queue.removeIf(entry -> entry.journalId().equals(journalId));
    return ledger == null ? 0 : ledger.waiting();
  }
}
