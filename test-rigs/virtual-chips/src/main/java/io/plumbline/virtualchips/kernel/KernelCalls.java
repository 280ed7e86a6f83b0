package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The native calls of the virtual kernel. Results below 0 are −errno.
@SuppressWarnings("restricted")
final class KernelCalls {
  static final int O_RDWR = 2;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;

  private static final int ONE_VECTOR_BYTES = 16;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final ThreadLocal<MemorySegment> ERRNO = ThreadLocal
      .withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));
  private static final MethodHandle SYSCALL = handle("syscall", 1,
      FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle PRCTL = handle("prctl", 1,
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle OPEN = handle("open", 2, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle IOCTL = handle("ioctl", 2,
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE = handle("close", 1, FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final FunctionDescriptor BYTES = FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle READ = handle("read", 3, BYTES);
  private static final MethodHandle WRITE = handle("write", 3, BYTES);
  private static final MethodHandle PIPE2 = handle("pipe2", 2, FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT));
  private static final MethodHandle PPOLL = handle("ppoll", 4,
      FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
  private static final FunctionDescriptor MEMORY = FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG,
      JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle READ_MEMORY = handle("process_vm_readv", 6, MEMORY);
  private static final MethodHandle WRITE_MEMORY = handle("process_vm_writev", 6, MEMORY);

  private static final MethodHandle SOCKET = handle("socket", 3,
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle BIND = handle("bind", 3,
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT));

  private KernelCalls() {}

  private static MethodHandle handle(String name, int fixedArguments, FunctionDescriptor signature) {
    Linker.Option errno = Linker.Option.captureCallState("errno");
    MemorySegment function = LINKER.defaultLookup().findOrThrow(name);
    return fixedArguments < signature.argumentLayouts().size()
        ? LINKER.downcallHandle(function, signature, errno, Linker.Option.firstVariadicArg(fixedArguments))
        : LINKER.downcallHandle(function, signature, errno);
  }

  static int syscall(long number, long first, long second, long third) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((long) SYSCALL.invokeExact(errno, number, first, second, third), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int prctl(int option, long argument) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((int) PRCTL.invokeExact(errno, option, argument, 0L, 0L, 0L), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int open(String path, int flags) {
    MemorySegment errno = ERRNO.get();
    try (Arena arena = Arena.ofConfined()) {
      return result((int) OPEN.invokeExact(errno, arena.allocateFrom(path), flags), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int close(int fd) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((int) CLOSE.invokeExact(errno, fd), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int ioctl(int fd, long request, long argument) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((int) IOCTL.invokeExact(errno, fd, request, argument), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int read(int fd, long address, long count) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((long) READ.invokeExact(errno, fd, address, count), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int write(int fd, long address, long count) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((long) WRITE.invokeExact(errno, fd, address, count), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /// Makes a pipe.
  ///
  /// @param ends address of two numbers: the end to read, the end to write
  static int pipe(long ends, int flags) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((int) PIPE2.invokeExact(errno, ends, flags), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int poll(long pollfds, int count, long timespec) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((int) PPOLL.invokeExact(errno, pollfds, (long) count, timespec, 0L), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /// Copies between this process and another.
  ///
  /// @param vectors 32 bytes that this call may use
  static int copy(int process, boolean isRead, long here, long there, long count, MemorySegment vectors) {
    vectors.set(JAVA_LONG, 0, here);
    vectors.set(JAVA_LONG, 8, count);
    vectors.set(JAVA_LONG, ONE_VECTOR_BYTES, there);
    vectors.set(JAVA_LONG, ONE_VECTOR_BYTES + 8, count);
    long local = vectors.address();
    long remote = local + ONE_VECTOR_BYTES;
    MemorySegment errno = ERRNO.get();
    try {
      return isRead
          ? result((long) READ_MEMORY.invokeExact(errno, process, local, 1L, remote, 1L, 0L), errno)
          : result((long) WRITE_MEMORY.invokeExact(errno, process, local, 1L, remote, 1L, 0L), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  static int socket(int domain, int type) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((int) SOCKET.invokeExact(errno, domain, type, 0), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /// Gives a socket its address.
  static int bind(int fd, long address, int bytes) {
    MemorySegment errno = ERRNO.get();
    try {
      return result((int) BIND.invokeExact(errno, fd, address, bytes), errno);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static int result(long result, MemorySegment errno) {
    return result < 0 ? -errno.get(JAVA_INT, 0) : (int) result;
  }

  private static AssertionError broken(Throwable cause) {
    return new AssertionError("a native call is declared wrongly", cause);
  }
}
