package io.plumbline.virtualchips.kernel;

/// What is behind an open device file.
@FunctionalInterface
interface Device {
  int EINVAL = 22;
  int ENOTTY = 25;

  /// Answers a request.
  ///
  /// @return 0 or more, or −errno
  int ioctl(CallerMemory caller, int request, long argument);
}
