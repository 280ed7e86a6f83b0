package io.plumbline.bar.app;

import io.plumbline.bar.sampling.BatchRing;
import io.plumbline.blackbox.BlackBoxEvent;
import io.plumbline.blackbox.BlackBoxWriter;
import io.plumbline.core.raw.RawBatch;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Takes rows out of a ring into the black box: on a thread of its own, or whenever it is told to.
public final class Recorder implements AutoCloseable {
  private static final long IDLE_NS = 5_000_000;

  private final BatchRing ring;
  private final BlackBoxWriter writer;
  /// Not through the ring: a command is rare, and must not be dropped.
  private final ConcurrentLinkedQueue<BlackBoxEvent> changes = new ConcurrentLinkedQueue<>();
  private @Nullable BlackBoxEvent latestChange;
  private @Nullable Path file;
  private final Thread thread = Thread.ofPlatform().name("recorder").daemon(true).unstarted(this::run);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile @Nullable Throwable failure;
  private boolean started;
  private long lastNs;

  /// @param ring   from the sampling loop
  /// @param writer owned from now on
  public Recorder(BatchRing ring, BlackBoxWriter writer) {
    this.ring = ring;
    this.writer = writer;
  }

  /// Goes on by itself until [#close].
  void start() {
    started = true;
    thread.start();
  }

  private void run() {
    try {
      while (!stopping) {
        if (!doWork(System.nanoTime())) {
          LockSupport.parkNanos(IDLE_NS);
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      ended.countDown();
    }
  }

  /// Records what waits.
  ///
  /// @return whether there was anything
  public boolean doWork(long nowNs) {
    lastNs = nowNs;
    RawBatch batch = ring.take();
    boolean any = batch != null;
    while (batch != null) {
      writer.append(batch, nowNs);
      ring.release(batch);
      batch = ring.take();
    }
    recordChanges(nowNs);
    writer.work(nowNs);
    return any;
  }

  /// Records a change as soon as the disk takes it; from any thread, without waiting for it.
  void record(BlackBoxEvent change) {
    changes.add(change);
  }

  /// One that a full disk does not take waits. Each file has the latest, because it may be all that is left.
  private void recordChanges(long nowNs) {
    BlackBoxEvent latest = latestChange;
    Path now = writer.file();
    if (!Objects.equals(now, file) && (latest == null || writer.event(latest, nowNs))) {
      file = now;
    }
    BlackBoxEvent next = changes.peek();
    while (next != null && writer.event(next, nowNs)) {
      latestChange = next;
      changes.remove();
      next = changes.peek();
    }
  }

  /// Attempts to write that failed.
  public long failures() {
    return writer.failures();
  }

  /// Rows that are not in the black box.
  public long droppedRows() {
    return ring.droppedRows() + writer.droppedRows();
  }

  /// The file that is being written, or was last; null before the first.
  @Nullable
  Path file() {
    return writer.file();
  }

  /// What ended the recording unasked, null where nothing did.
  @Nullable
  Throwable failure() {
    return failure;
  }

  /// Why the last write failed; empty where none did.
  String lastFailure() {
    return writer.lastFailure();
  }

  /// Records what is left and ends the file.
  @Override
  public void close() {
    stopping = true;
    LockSupport.unpark(thread);
    boolean mine = !started;
    try {
      if (started) {
        ended.await();
        mine = failure == null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!mine) {
      // Somebody else may still hold the writer, or it has failed: the file ends where it is.
      return;
    }
    // The clock of the rows may not be this computer's.
    long nowNs = started ? System.nanoTime() : lastNs;
    doWork(nowNs);
    writer.close(nowNs);
  }
}
