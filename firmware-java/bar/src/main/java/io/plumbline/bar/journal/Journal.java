package io.plumbline.bar.journal;

import io.plumbline.blackbox.ChannelOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps what is published until the daemon has stored it. Whoever measures hands a summary over and never waits; a thread of the journal puts it on
/// the disk, forces it there, and gives it to the [Backlog], from which the link sends it. A disk that fails or is full stops nothing: what
/// it does not take is sent from memory, and tried again.
///
/// Thread-safe.
public final class Journal implements AutoCloseable {
  /// Records that wait for the disk: beyond the half, curves are dropped, then summaries, each counted.
  private static final int MOST_WAITING = 1024;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
  private static final long IDLE_NS = 1_000_000_000L;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final String journalId;
  private final Path path;
  private final JournalFolder folder;
  private final Consumer<String> warn;
  private final Backlog backlog = new Backlog();
  private final Thread thread;
  private List<Entry> waiting = new ArrayList<>();
  private boolean busy;
  private boolean closed;
  private long dropped;

  /// Reads what earlier runs have left in the folder, and begins a journal. Its file is made when there is something to write.
  ///
  /// @param folder made where it is missing
  /// @param warn   told one line where something is not as it should be; on any thread
  public Journal(Path folder, String barId, String journalId, JournalLimits limits, Consumer<String> warn) {
    this(folder, barId, journalId, limits, warn, ChannelOpener.FILES);
  }

  /// With files that somebody else creates.
  Journal(Path folder, String barId, String journalId, JournalLimits limits, Consumer<String> warn,
      ChannelOpener opener) {
    this.journalId = journalId;
    this.warn = warn;
    this.path = folder;
    this.folder = new JournalFolder(folder, barId, journalId, limits, warn, opener, backlog);
    this.folder.restore();
    this.thread = Thread.ofPlatform().name("journal").daemon(true).unstarted(this::run);
  }

  /// Begins to write. To be called once.
  public void start() {
    thread.start();
  }

  /// Leaves everything as SIGKILL would.
  void abandon() {
    folder.release();
  }

  /// Where it is.
  public Path folder() {
    return path;
  }

  /// What is to be sent.
  public Backlog backlog() {
    return backlog;
  }

  /// Hands a summary or its curves over. Never waits for the disk.
  ///
  /// @param content as it is published
  public void append(Kind kind, long sequence, byte[] content) {
    lock.lock();
    try {
      int most = kind == Kind.TRACE ? MOST_WAITING / 2 : MOST_WAITING;
      if (closed || waiting.size() >= most) {
        dropped++;
        return;
      }
      waiting.add(new Entry(journalId, kind, sequence, content));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    List<Entry> batch = take();
    while (batch != null) {
      try {
        folder.write(batch, System.nanoTime());
      } catch (RuntimeException e) {
        // What nobody expects costs the disk's word, not the summaries.
        batch.forEach(backlog::add);
        warn.accept("the journal failed unexpectedly: " + e + "; summaries are sent from memory");
      }
      done();
      batch = take();
    }
    folder.close();
  }

  /// What waits, after a while nothing; null at the end.
  private @Nullable List<Entry> take() {
    lock.lock();
    try {
      long leftNs = IDLE_NS;
      while (waiting.isEmpty() && !closed && leftNs > 0) {
        leftNs = changed.awaitNanos(leftNs);
      }
      if (waiting.isEmpty() && closed) {
        return null;
      }
      List<Entry> batch = waiting;
      waiting = new ArrayList<>();
      busy = true;
      return batch;
    } catch (InterruptedException e) {
      closed = true;
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private void done() {
    lock.lock();
    try {
      busy = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until all that was handed over is on the disk, or given up for now.
  ///
  /// @return whether that was within the limit
  public boolean flush(Duration limit) {
    lock.lock();
    try {
      long leftNs = limit.toNanos();
      while ((busy || !waiting.isEmpty()) && leftNs > 0) {
        leftNs = changed.awaitNanos(leftNs);
      }
      return !busy && waiting.isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Summaries and curves that were given up, for want of room or of a disk.
  public long lost() {
    lock.lock();
    try {
      return dropped + folder.lost();
    } finally {
      lock.unlock();
    }
  }

  /// Summaries and curves that a failing disk has not taken and nobody has stored: the end of the program would lose them.
  public int inMemoryOnly() {
    return folder.inMemoryOnly();
  }

  /// What is wrong, with the likely mend; null where nothing is.
  public @Nullable String complaint() {
    return folder.complaint();
  }

  /// Writes what waits, and ends. What is not settled is sent by the next run.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (thread.getState() == Thread.State.NEW) {
        folder.close();
      } else {
        thread.join(LONGEST_CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
