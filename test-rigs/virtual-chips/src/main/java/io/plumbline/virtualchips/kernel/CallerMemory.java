package io.plumbline.virtualchips.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory of whoever makes a system call, as a kernel sees it. For one thread.
final class CallerMemory {
  static final int EFAULT = 14;

  private final MemorySegment vectors;
  private int thread;

  CallerMemory(Arena arena) {
    vectors = arena.allocate(32, 8);
  }

  /// Who calls.
  ///
  /// @param id the kernel's number of the calling thread
  void use(int id) {
    thread = id;
  }

  /// Fetches bytes.
  ///
  /// @return 0, or −14 (EFAULT)
  int fetch(long address, MemorySegment to, long count) {
    return KernelCalls.copy(thread, true, to.address(), address, count, vectors) == count ? 0 : -EFAULT;
  }

  /// Stores bytes.
  ///
  /// @return 0, or −14 (EFAULT)
  int store(long address, MemorySegment from, long count) {
    return KernelCalls.copy(thread, false, from.address(), address, count, vectors) == count ? 0 : -EFAULT;
  }
}
