package io.plumbline.system.cable;

import io.plumbline.virtualchips.kernel.PseudoTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A cable between two real serial devices of this system (pseudo terminals), each under a name that stays when the cable is plugged in again.
final class TerminalCable implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int BUFFER_BYTES = 4096;

  private final PseudoTerminal bar = new PseudoTerminal();
  private final PseudoTerminal daemon = new PseudoTerminal();
  private final long mostToDaemon;
  private final long standsAfter;
  private final CountDownLatch standing = new CountDownLatch(1);
  private final CountDownLatch wentOn = new CountDownLatch(1);
  private final CountDownLatch pulled = new CountDownLatch(1);
  private final Thread toBar = Thread.ofPlatform().name("cable to bar")
      .unstarted(() -> pump(daemon, bar, Long.MAX_VALUE));
  private final Thread toDaemon;

  /// @param mostToDaemon bytes after which it is pulled
  TerminalCable(Path barEnd, Path daemonEnd, long mostToDaemon) throws IOException {
    this(barEnd, daemonEnd, mostToDaemon, Long.MAX_VALUE);
  }

  /// @param mostToDaemon bytes after which it is pulled
  /// @param standsAfter  bytes after which nothing comes through to the daemon until [#goOn]
  TerminalCable(Path barEnd, Path daemonEnd, long mostToDaemon, long standsAfter) throws IOException {
    this.standsAfter = standsAfter;
    this.mostToDaemon = mostToDaemon;
    this.toDaemon = Thread.ofPlatform().name("cable to daemon").unstarted(() -> pump(bar, daemon, this.mostToDaemon));
    name(bar, barEnd);
    name(daemon, daemonEnd);
    toBar.start();
    toDaemon.start();
  }

  private static void name(PseudoTerminal terminal, Path end) throws IOException {
    Path fresh = end.resolveSibling(end.getFileName() + ".new");
    Files.createSymbolicLink(fresh, Path.of(terminal.device()));
    Files.move(fresh, end, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private boolean isPulled() {
    return pulled.getCount() == 0;
  }

  private void pump(PseudoTerminal from, PseudoTerminal to, long most) {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = most;
    try {
      while (!isPulled()) {
        int count = (int) Math.min(left, from.read(buffer, LOOK));
        int done = 0;
        while (done < count && !isPulled()) {
          done += to.write(buffer, done, count, LOOK);
        }
        left -= count;
        if (from == bar && most - left >= standsAfter && wentOn.getCount() > 0) {
          standing.countDown();
          awaitGoingOn();
        }
        if (left <= 0) {
          pulled.countDown();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitGoingOn() {
    try {
      while (!isPulled() && !wentOn.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        // A pulled cable must not wait.
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until nothing comes through any more.
  void awaitStanding() throws InterruptedException {
    if (!standing.await(120, TimeUnit.SECONDS)) {
      throw new AssertionError("the cable has not carried " + standsAfter + " bytes");
    }
  }

  /// Lets everything through from now on.
  void goOn() {
    wentOn.countDown();
  }

  /// Waits until it was pulled, and takes both devices away.
  void awaitPulled() throws InterruptedException {
    if (!pulled.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the cable has not carried " + mostToDaemon + " bytes");
    }
    close();
  }

  @Override
  public void close() {
    pulled.countDown();
    try {
      toBar.join();
      toDaemon.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bar.close();
    daemon.close();
  }
}
