package io.plumbline.pi4j.linux;

/// Names and plain meanings of the kernel's error numbers that these paths can give (Linux on x86-64 and ARM).
public final class Errno {
  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int ENXIO = 6;
  static final int EBADF = 9;
  static final int EAGAIN = 11;
  static final int ENOMEM = 12;
  static final int EACCES = 13;
  static final int EFAULT = 14;
  static final int EBUSY = 16;
  static final int ENODEV = 19;
  static final int ENOTDIR = 20;
  static final int EISDIR = 21;
  static final int EINVAL = 22;
  static final int ENFILE = 23;
  static final int EMFILE = 24;
  static final int ENOTTY = 25;
  static final int EROFS = 30;
  static final int EPIPE = 32;
  static final int ENOSYS = 38;
  static final int ELOOP = 40;
  static final int EPROTO = 71;
  static final int EOVERFLOW = 75;
  static final int EMSGSIZE = 90;
  static final int EOPNOTSUPP = 95;
  static final int ESHUTDOWN = 108;
  static final int ETIMEDOUT = 110;
  static final int EINPROGRESS = 115;
  static final int EREMOTEIO = 121;

  private Errno() {}

  /// The kernel's name of an error, as `EBUSY`.
  ///
  /// @param status −errno, as the plugin returns it
  public static String name(int status) {
    String line = line(status);
    return line.substring(0, line.indexOf(' '));
  }

  /// Its name and what it means in general.
  ///
  /// @param status −errno, as the plugin returns it
  public static String nameAndMeaning(int status) {
    return line(status);
  }

  private static String line(int status) {
    return switch (-status) {
      case EPERM -> "EPERM (not permitted)";
      case ENOENT -> "ENOENT (there is no such file)";
      case EINTR -> "EINTR (a signal came in between)";
      case EIO -> "EIO (input or output failed)";
      case ENXIO -> "ENXIO (no such device or address)";
      case EBADF -> "EBADF (the file is not open)";
      case EAGAIN -> "EAGAIN (not now, try again)";
      case ENOMEM -> "ENOMEM (not enough memory)";
      case EACCES -> "EACCES (access denied)";
      case EFAULT -> "EFAULT (bad address)";
      case EBUSY -> "EBUSY (in use)";
      case ENODEV -> "ENODEV (the device is gone)";
      case ENOTDIR -> "ENOTDIR (a part of the path is no folder)";
      case EISDIR -> "EISDIR (it is a folder)";
      case EINVAL -> "EINVAL (not possible on this device)";
      case ENFILE -> "ENFILE (the system has too many open files)";
      case EMFILE -> "EMFILE (this process has too many open files)";
      case ENOTTY -> "ENOTTY (the device does not know this request)";
      case EROFS -> "EROFS (read-only file system)";
      case EPIPE -> "EPIPE (the other end is closed)";
      case ENOSYS -> "ENOSYS (the kernel lacks this call)";
      case ELOOP -> "ELOOP (symbolic links go round in circles)";
      case EPROTO -> "EPROTO (the bus protocol was broken)";
      case EOVERFLOW -> "EOVERFLOW (more data than fits)";
      case EMSGSIZE -> "EMSGSIZE (the message is too long)";
      case EOPNOTSUPP -> "EOPNOTSUPP (not supported)";
      case ESHUTDOWN -> "ESHUTDOWN (the device was taken away)";
      case ETIMEDOUT -> "ETIMEDOUT (no answer in time)";
      case EINPROGRESS -> "EINPROGRESS (still at work)";
      case EREMOTEIO -> "EREMOTEIO (nobody acknowledged)";
      default -> "errno" + -status + " (unknown)";
    };
  }
}
