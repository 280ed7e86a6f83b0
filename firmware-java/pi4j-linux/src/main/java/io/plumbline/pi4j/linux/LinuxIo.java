package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/// Every native call of production code. A result below 0 is −errno, nothing is thrown for it.
///
/// Addresses travel as `long` and each thread keeps one cell for errno, so that a call allocates nothing once compiled; only [#open] does,
/// for the name. No call is `critical`: a thread that waits in one would hold up every garbage collection. Thread-safe.
// Restricted methods may crash the JVM where a signature is wrong; all of them are called here, and each signature has a test.
@SuppressWarnings("restricted")
final class LinuxIo {
  static final int O_RDWR = 2;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  static final int CLOCK_MONOTONIC = 1;

  private static final int F_SETFL = 4;
  private static final int TIMER_ABSTIME = 1;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO_OFFSET = CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
  private static final ThreadLocal<MemorySegment> CELL = ThreadLocal
      .withInitial(() -> Arena.ofAuto().allocate(CALL_STATE));

  private static final MethodHandle OPEN = variadic("open", 2, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle IOCTL = variadic("ioctl", 2,
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle FCNTL = variadic("fcntl", 2,
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle PRCTL = variadic("prctl", 1,
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE = plain("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle READ = plain("read",
      FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle PPOLL = plain("ppoll",
      FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOCK_GETTIME = plain("clock_gettime",
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle CLOCK_NANOSLEEP = plain("clock_nanosleep",
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle SCHED_SETAFFINITY = plain("sched_setaffinity",
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle SCHED_SETSCHEDULER = plain("sched_setscheduler",
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MLOCKALL = plain("mlockall", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle SOCKET = plain("socket",
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle SENDTO = plain("sendto",
      FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT));
  private static final MethodHandle GETTID = plain("gettid", FunctionDescriptor.of(JAVA_INT));

  private LinuxIo() {}

  private static MethodHandle plain(String name, FunctionDescriptor signature) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), signature,
        Linker.Option.captureCallState("errno"));
  }

  private static MethodHandle variadic(String name, int fixedArguments, FunctionDescriptor signature) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), signature,
        Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(fixedArguments));
  }

  /// Opens a file.
  ///
  /// @return the file descriptor
  static int open(String path, int flags) {
    MemorySegment cell = CELL.get();
    try (Arena arena = Arena.ofConfined()) {
      int result = (int) OPEN.invokeExact(cell, arena.allocateFrom(path), flags);
      return orErrno(result, cell);
    } catch (Throwable e) {
      throw broken("open", e);
    }
  }

  static int close(int fd) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) CLOSE.invokeExact(cell, fd), cell);
    } catch (Throwable e) {
      throw broken("close", e);
    }
  }

  /// Sends a request to a device.
  ///
  /// @param argument an address or a plain number, as the request has it
  static int ioctl(int fd, long request, long argument) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) IOCTL.invokeExact(cell, fd, request, argument), cell);
    } catch (Throwable e) {
      throw broken("ioctl", e);
    }
  }

  /// Reads into memory.
  ///
  /// @return bytes read
  static int read(int fd, long address, int count) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) (long) READ.invokeExact(cell, fd, address, (long) count), cell);
    } catch (Throwable e) {
      throw broken("read", e);
    }
  }

  /// Makes reads return −11 (EAGAIN) where they would wait.
  static int neverWait(int fd) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) FCNTL.invokeExact(cell, fd, F_SETFL, (long) O_NONBLOCK), cell);
    } catch (Throwable e) {
      throw broken("fcntl", e);
    }
  }

  /// Waits for the first of some descriptors. A signal ends it early (−4).
  ///
  /// @param pollfds  address of `struct pollfd`s
  /// @param timespec address of the longest time to wait
  /// @return how many are ready, 0 after the time
  static int poll(long pollfds, int count, long timespec) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) PPOLL.invokeExact(cell, pollfds, (long) count, timespec, 0L), cell);
    } catch (Throwable e) {
      throw broken("ppoll", e);
    }
  }

  /// @param timespec address that is filled
  static int clockGettime(int clock, long timespec) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) CLOCK_GETTIME.invokeExact(cell, clock, timespec), cell);
    } catch (Throwable e) {
      throw broken("clock_gettime", e);
    }
  }

  /// Sleeps until a time of the monotonic clock. A signal ends it early (−4).
  ///
  /// @param timespec address of that time
  static int sleepUntil(long timespec) {
    try {
      // This one returns the error number itself and leaves errno alone.
      return -(int) CLOCK_NANOSLEEP.invokeExact(CELL.get(), CLOCK_MONOTONIC, TIMER_ABSTIME, timespec, 0L);
    } catch (Throwable e) {
      throw broken("clock_nanosleep", e);
    }
  }

  /// Ties the calling thread to CPUs.
  ///
  /// @param mask address of a bit mask
  static int setAffinity(long mask, int bytes) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) SCHED_SETAFFINITY.invokeExact(cell, 0, (long) bytes, mask), cell);
    } catch (Throwable e) {
      throw broken("sched_setaffinity", e);
    }
  }

  /// Gives the calling thread a scheduling class.
  ///
  /// @param parameters address of a `struct sched_param`
  static int setScheduler(int policy, long parameters) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) SCHED_SETSCHEDULER.invokeExact(cell, 0, policy, parameters), cell);
    } catch (Throwable e) {
      throw broken("sched_setscheduler", e);
    }
  }

  /// Keeps the process in memory.
  static int lockMemory(int flags) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) MLOCKALL.invokeExact(cell, flags), cell);
    } catch (Throwable e) {
      throw broken("mlockall", e);
    }
  }

  static int prctl(int option, long argument) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) PRCTL.invokeExact(cell, option, argument, 0L, 0L, 0L), cell);
    } catch (Throwable e) {
      throw broken("prctl", e);
    }
  }

  /// Makes a socket of the default protocol.
  ///
  /// @return the file descriptor
  static int socket(int domain, int type) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) SOCKET.invokeExact(cell, domain, type, 0), cell);
    } catch (Throwable e) {
      throw broken("socket", e);
    }
  }

  /// Sends a datagram.
  ///
  /// @param message address of its bytes
  /// @param address address of the receiver's `struct sockaddr`
  /// @return bytes sent
  static int sendTo(int fd, long message, int count, int flags, long address, int addressBytes) {
    MemorySegment cell = CELL.get();
    try {
      return orErrno((int) (long) SENDTO.invokeExact(cell, fd, message, (long) count, flags, address, addressBytes),
          cell);
    } catch (Throwable e) {
      throw broken("sendto", e);
    }
  }

  /// The kernel's number of the calling thread, as `chrt` and `taskset` want it.
  static int threadId() {
    try {
      return (int) GETTID.invokeExact(CELL.get());
    } catch (Throwable e) {
      throw broken("gettid", e);
    }
  }

  private static int orErrno(int result, MemorySegment cell) {
    return result < 0 ? -cell.get(JAVA_INT, ERRNO_OFFSET) : result;
  }

  private static AssertionError broken(String call, Throwable cause) {
    return new AssertionError("the native call " + call + " is declared wrongly", cause);
  }
}
