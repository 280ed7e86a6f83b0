package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/// A serial device that a program can open, and its far end (pty(7)). It has no speed: what is written is there. One thread reads, one writes; closing it is a
/// pulled cable to the program.
public final class PseudoTerminal implements AutoCloseable {
  private static final String MULTIPLEXER = "/dev/ptmx";
  private static final int O_NOCTTY = 0x100;
  // <asm-generic/ioctls.h>
  private static final long TIOCSPTLCK = 0x40045431L;
  private static final long TIOCGPTN = 0x80045430L;
  private static final int EIO = -5;
  private static final int EINTR = -4;
  private static final int EAGAIN = -11;
  private static final short POLLIN = 1;
  private static final short POLLOUT = 4;
  private static final int MOST_BYTES = 4096;

  private final Arena arena = Arena.ofShared();
  private final Direction in = new Direction(POLLIN);
  private final Direction out = new Direction(POLLOUT);
  private final String device;
  private final int fd;
  /// Held open, so that the far end has one even while no program has it.
  private final int held;

  /// Memory of a direction, so that both can be used at once.
  private final class Direction {
    final MemorySegment buffer = arena.allocate(MOST_BYTES, 8);
    final MemorySegment pollfd = arena.allocate(8, 8);
    final MemorySegment timespec = arena.allocate(16, 8);

    Direction(short events) {
      pollfd.set(JAVA_SHORT, 4, events);
    }

    boolean isReady(Duration patience) {
      pollfd.set(JAVA_INT, 0, fd);
      timespec.set(JAVA_LONG, 0, patience.toSeconds());
      timespec.set(JAVA_LONG, 8, patience.toNanosPart());
      return KernelCalls.poll(pollfd.address(), 1, timespec.address()) > 0;
    }
  }

  /// Makes one.
  ///
  /// @throws IOException where this system gives none
  public PseudoTerminal() throws IOException {
    fd = checked(KernelCalls.open(MULTIPLEXER, KernelCalls.O_RDWR | O_NOCTTY | KernelCalls.O_CLOEXEC
        | KernelCalls.O_NONBLOCK), MULTIPLEXER);
    MemorySegment number = arena.allocate(4, 4);
    checked(KernelCalls.ioctl(fd, TIOCSPTLCK, number.address()), "TIOCSPTLCK");
    checked(KernelCalls.ioctl(fd, TIOCGPTN, number.address()), "TIOCGPTN");
    device = "/dev/pts/" + number.get(JAVA_INT, 0);
    held = checked(KernelCalls.open(device, KernelCalls.O_RDWR | O_NOCTTY | KernelCalls.O_CLOEXEC), device);
  }

  private static int checked(int result, String what) throws IOException {
    if (result < 0) {
      throw new IOException(what + ": error " + -result);
    }
    return result;
  }

  /// What the program opens.
  public String device() {
    return device;
  }

  /// Reads what the program has written.
  ///
  /// @return how many bytes, 0 where none came in time
  public int read(byte[] bytes, Duration patience) throws IOException {
    if (!in.isReady(patience)) {
      return 0;
    }
    int count = KernelCalls.read(fd, in.buffer.address(), Math.min(bytes.length, MOST_BYTES));
    if (count == EAGAIN || count == EINTR || count == EIO) {
      return 0;
    }
    checked(count, "read");
    MemorySegment.copy(in.buffer, JAVA_BYTE, 0, bytes, 0, count);
    return count;
  }

  /// Writes for the program to read.
  ///
  /// @return how many bytes were taken in time
  public int write(byte[] bytes, int from, int to, Duration patience) throws IOException {
    if (!out.isReady(patience)) {
      return 0;
    }
    int count = Math.min(to - from, MOST_BYTES);
    MemorySegment.copy(bytes, from, out.buffer, JAVA_BYTE, 0, count);
    int taken = KernelCalls.write(fd, out.buffer.address(), count);
    if (taken == EAGAIN || taken == EINTR || taken == EIO) {
      return 0;
    }
    return checked(taken, "write");
  }

  /// To be called when nobody reads or writes any more; a second time it does nothing.
  @Override
  public void close() {
    if (!arena.scope().isAlive()) {
      return;
    }
    KernelCalls.close(fd);
    KernelCalls.close(held);
    arena.close();
  }
}
