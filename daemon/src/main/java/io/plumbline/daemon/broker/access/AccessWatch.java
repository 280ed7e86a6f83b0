package io.plumbline.daemon.broker.access;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/// Tells when files of a folder have changed, at once.
public final class AccessWatch implements AutoCloseable {
  private final WatchService watch;
  private final Runnable changed;

  private AccessWatch(WatchService watch, Runnable changed) {
    this.watch = watch;
    this.changed = changed;
  }

  /// Begins to watch.
  ///
  /// @param changed called by a thread of this watch, once for several changes that come together
  public static AccessWatch start(Path folder, Runnable changed) throws IOException {
    WatchService watch = folder.getFileSystem().newWatchService();
    folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
    AccessWatch started = new AccessWatch(watch, changed);
    Thread.ofPlatform().name("broker-access").daemon(true).start(started::run);
    return started;
  }

  private void run() {
    try {
      WatchKey key;
      do {
        key = watch.take();
        key.pollEvents().clear();
        changed.run();
      } while (key.reset());
    } catch (ClosedWatchServiceException e) {
      // The end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
