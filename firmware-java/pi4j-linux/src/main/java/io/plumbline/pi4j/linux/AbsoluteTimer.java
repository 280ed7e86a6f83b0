package io.plumbline.pi4j.linux;

import java.lang.foreign.Arena;
import java.util.concurrent.locks.LockSupport;

/// Sleeps until points in time of the monotonic clock, so that a late wake-up does not delay the next one. It sleeps in the kernel until
/// shortly before the deadline and spins for the rest, at most [#MOST_SPIN_NS], which buys precision for a known share of a core: a
/// spinning real-time thread would be stopped by the kernel for 50 ms of every second.
///
/// Allocates nothing after construction. For one thread. [Thread#interrupt] does not end a sleep.
public final class AbsoluteTimer {
  /// The longest spin before a deadline, ns.
  public static final long MOST_SPIN_NS = 100_000;

  private final Timespec wakeUp = new Timespec(Arena.ofAuto());
  private final long spinNs;

  /// @param spinNs how long before a deadline it stops sleeping and spins, 0 to [#MOST_SPIN_NS]
  /// @throws IllegalArgumentException where that is out of range
  /// @throws IllegalStateException    where [System#nanoTime] is not the kernel's monotonic clock
  public AbsoluteTimer(long spinNs) {
    if (spinNs < 0 || spinNs > MOST_SPIN_NS) {
      throw new IllegalArgumentException("a spin of " + spinNs + " ns: 0 to " + MOST_SPIN_NS + " are possible");
    }
    this.spinNs = spinNs;
    checkClock();
  }

  /// Edges and deadlines are compared with [System#nanoTime], so both have to be the same clock.
  private static void checkClock() {
    try (Arena arena = Arena.ofConfined()) {
      Timespec now = new Timespec(arena);
      long beforeNs = System.nanoTime();
      int status = LinuxIo.clockGettime(LinuxIo.CLOCK_MONOTONIC, now.address());
      long afterNs = System.nanoTime();
      if (status < 0 || now.timeNs() < beforeNs || now.timeNs() > afterNs) {
        throw new IllegalStateException("this Java's System.nanoTime() is not Linux's CLOCK_MONOTONIC (" + beforeNs
            + " and " + now.timeNs() + " ns): use a HotSpot JVM, as Temurin or Debian's openjdk");
      }
    }
  }

  /// Waits for a point in time; one that has passed returns at once.
  ///
  /// @param deadlineNs as [System#nanoTime] counts
  /// @return how late it is, ns, at least 0
  public long sleepUntil(long deadlineNs) {
    long wakeUpNs = deadlineNs - spinNs;
    long nowNs = System.nanoTime();
    if (nowNs < wakeUpNs) {
      wakeUp.set(wakeUpNs);
      do {
        int status = LinuxIo.sleepUntil(wakeUp.address());
        nowNs = System.nanoTime();
        if (status < 0 && status != -Errno.EINTR && nowNs < wakeUpNs) {
          // A sandbox may forbid the call: less precise, but still no busy loop.
          LockSupport.parkNanos(wakeUpNs - nowNs);
          nowNs = System.nanoTime();
        }
      } while (nowNs < wakeUpNs);
    }
    while (nowNs < deadlineNs) {
      Thread.onSpinWait();
      nowNs = System.nanoTime();
    }
    return nowNs - deadlineNs;
  }
}
