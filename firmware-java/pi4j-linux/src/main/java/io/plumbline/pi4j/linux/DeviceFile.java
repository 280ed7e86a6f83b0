package io.plumbline.pi4j.linux;

import java.util.function.LongSupplier;

/// A device that may go away and come back while the program runs (an adapter that is pulled out, a driver that is reloaded).
///
/// Once the kernel says that it is gone, the file is closed and calls get the reason; at most once in [#RETRY_NS] a call tries to open it
/// again, set up as before. What the chip behind it forgot meanwhile is the driver's business. For one thread.
abstract class DeviceFile {
  static final long RETRY_NS = 1_000_000_000L;
  private static final int NONE = -1;

  private final LongSupplier clockNs;
  private int fd = NONE;
  private boolean lost;
  private int reason = -Errno.EBADF;
  private long lastTryNs;

  DeviceFile() {
    this(System::nanoTime);
  }

  /// @param clockNs tells when to try again
  DeviceFile(LongSupplier clockNs) {
    this.clockNs = clockNs;
  }

  /// Opens the device and sets it up; leaves nothing open where it fails.
  ///
  /// @return the file descriptor, or −errno
  protected abstract int attach();

  /// What a person should know of a failure of [#attach].
  protected abstract String explain(int status);

  /// Opens it; what is open is closed before.
  ///
  /// @throws com.pi4j.io.exception.IOException with what to do
  final void open() {
    close();
    int result = attach();
    if (result < 0) {
      throw new com.pi4j.io.exception.IOException(explain(result));
    }
    fd = result;
  }

  final void close() {
    lost = false;
    reason = -Errno.EBADF;
    if (fd != NONE) {
      LinuxIo.close(fd);
      fd = NONE;
    }
  }

  final boolean isOpen() {
    return fd != NONE;
  }

  final int fd() {
    return fd;
  }

  /// To be asked before each use.
  ///
  /// @return 0 where it can be used, or −errno
  final int ready() {
    return fd != NONE ? 0 : reopen();
  }

  /// To be told the result of each use.
  ///
  /// @return the same
  final int checked(int result) {
    if (result < 0) {
      watch(result);
    }
    return result;
  }

  private void watch(int result) {
    boolean isGone = result == -Errno.ENODEV || result == -Errno.ESHUTDOWN || result == -Errno.EBADF;
    if (!isGone || fd == NONE) {
      return;
    }
    // After EBADF the number may already be somebody else's file.
    if (result != -Errno.EBADF) {
      LinuxIo.close(fd);
    }
    fd = NONE;
    lost = true;
    reason = result;
    lastTryNs = clockNs.getAsLong();
  }

  private int reopen() {
    if (!lost || clockNs.getAsLong() - lastTryNs < RETRY_NS) {
      return reason;
    }
    lastTryNs = clockNs.getAsLong();
    int result = attach();
    if (result < 0) {
      reason = result;
      return result;
    }
    fd = result;
    lost = false;
    return 0;
  }
}
