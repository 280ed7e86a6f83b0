package io.plumbline.bar.app;

import io.plumbline.bar.health.BoardReader;
import io.plumbline.bar.health.Signs;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// Looks at the computer every few seconds, on a thread of its own: a card that hangs must not hold up anybody else. Thread-safe.
final class BoardWatch implements AutoCloseable {
  private static final long PERIOD_NS = 5_000_000_000L;

  private final BoardReader reader;
  private final List<Path> folders = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("board").daemon(true).unstarted(this::run);
  private volatile Signs.Board latest = Signs.Board.UNKNOWN;
  private volatile boolean stopping;

  BoardWatch(BoardReader reader) {
    this.reader = reader;
  }

  /// Begins to look. To be called once.
  void start() {
    thread.start();
  }

  /// Looks at the disk of one more folder.
  void watch(Path folder) {
    folders.add(folder);
    LockSupport.unpark(thread);
  }

  /// What was seen last.
  Signs.Board latest() {
    return latest;
  }

  private void run() {
    while (!stopping) {
      latest = reader.read(List.copyOf(folders));
      LockSupport.parkNanos(PERIOD_NS);
    }
  }

  /// Ends it, without waiting: what hangs may hang for long.
  @Override
  public void close() {
    stopping = true;
    LockSupport.unpark(thread);
  }
}
