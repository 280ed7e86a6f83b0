package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// The filter program: `ioctl` with a request of spidev, i2c-dev or gpiochip goes to a listener, all else through.
final class SeccompFilter {
  private static final boolean IS_ARM = System.getProperty("os.arch", "").equals("aarch64");
  private static final int NR_SECCOMP = IS_ARM ? 277 : 317;
  private static final int NR_IOCTL = IS_ARM ? 29 : 16;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final long SET_MODE_FILTER = 1;
  /// All threads; give a listener; say −3 instead of a thread's number where a thread cannot follow.
  private static final long TSYNC_NEW_LISTENER_TSYNC_ESRCH = 1 | 8 | 16;
  private static final int ALLOW = 0x7fff0000;
  private static final int USER_NOTIF = 0x7fc00000;
  /// Instructions of classic BPF: load a word, and with, jump if equal, return.
  private static final int LOAD = 0x20;
  private static final int AND = 0x54;
  private static final int IF_EQUAL = 0x15;
  private static final int RETURN = 0x06;
  /// Offsets into `struct seccomp_data`: the call's number, the low word of its second argument.
  private static final int NUMBER = 0;
  private static final int REQUEST = 24;

  private SeccompFilter() {}

  /// Installs it for this process.
  ///
  /// @return the listener's file descriptor
  /// @throws UnsupportedOperationException where the kernel refuses
  static int install() {
    try (Arena arena = Arena.ofConfined()) {
      int[][] program = {{LOAD, 0, 0, NUMBER}, {IF_EQUAL, 0, 5, NR_IOCTL}, {LOAD, 0, 0, REQUEST}, {AND, 0, 0, 0xff00},
          {IF_EQUAL, 3, 0, 'k' << 8}, {IF_EQUAL, 2, 0, 0x07 << 8}, {IF_EQUAL, 1, 0, 0xb4 << 8}, {RETURN, 0, 0, ALLOW},
          {RETURN, 0, 0, USER_NOTIF}};
      MemorySegment code = arena.allocate(8L * program.length, 8);
      for (int i = 0; i < program.length; i++) {
        code.set(JAVA_SHORT, i * 8L, (short) program[i][0]);
        code.set(JAVA_BYTE, i * 8L + 2, (byte) program[i][1]);
        code.set(JAVA_BYTE, i * 8L + 3, (byte) program[i][2]);
        code.set(JAVA_INT, i * 8L + 4, program[i][3]);
      }
      MemorySegment header = arena.allocate(16, 8);
      header.set(JAVA_SHORT, 0, (short) program.length);
      header.set(JAVA_LONG, 8, code.address());
      int status = KernelCalls.prctl(PR_SET_NO_NEW_PRIVS, 1);
      if (status == 0) {
        status = KernelCalls.syscall(NR_SECCOMP, SET_MODE_FILTER, TSYNC_NEW_LISTENER_TSYNC_ESRCH, header.address());
      }
      if (status < 0) {
        throw new UnsupportedOperationException("this kernel does not let a process watch its own calls (seccomp user "
            + "notification, Linux 5.7 or newer): errno " + -status);
      }
      return status;
    }
  }
}
