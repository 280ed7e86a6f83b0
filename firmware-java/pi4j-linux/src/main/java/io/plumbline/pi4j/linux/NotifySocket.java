package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The datagram socket on which a service manager hears its services, as sd_notify(3) describes it: the JDK has no such sockets. Never waits
/// and never throws after it was opened. For one thread.
public final class NotifySocket implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int FAMILY_BYTES = 2;
  /// Of `sun_path`; the kernel wants a path in the file system to end with a zero.
  private static final int MOST_NAME_BYTES = 108;

  private final int fd;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment address;

  private NotifySocket(int fd, byte[] name, boolean isAbstract) {
    this.fd = fd;
    int zero = isAbstract ? 0 : 1;
    this.address = arena.allocate(FAMILY_BYTES + name.length + zero, FAMILY_BYTES);
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(name, 0, address, JAVA_BYTE, FAMILY_BYTES, name.length);
    if (isAbstract) {
      // The name of an abstract socket begins with a zero, which the variable writes as '@'.
      address.set(JAVA_BYTE, FAMILY_BYTES, (byte) 0);
    }
  }

  /// Opens a socket of our own to send from; whether somebody listens shows when something is sent.
  ///
  /// @param address the value of `NOTIFY_SOCKET`: an absolute path, or `@` and a name without a file
  /// @return empty where the address is of another kind or too long, or no socket is to be had
  public static Optional<NotifySocket> open(String address) {
    byte[] name = address.getBytes(StandardCharsets.UTF_8);
    boolean isAbstract = address.startsWith("@");
    int most = isAbstract ? MOST_NAME_BYTES : MOST_NAME_BYTES - 1;
    if ((!isAbstract && !address.startsWith("/")) || name.length < 2 || name.length > most) {
      return Optional.empty();
    }
    int fd = LinuxIo.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC);
    return fd < 0 ? Optional.empty() : Optional.of(new NotifySocket(fd, name, isAbstract));
  }

  /// Sends one message.
  ///
  /// @param message lines such as `READY=1`
  /// @return 0, or −errno where it was not taken (−11: the manager is busy, try again later)
  public int send(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    try (Arena own = Arena.ofConfined()) {
      MemorySegment text = own.allocateFrom(JAVA_BYTE, bytes);
      int result = LinuxIo.sendTo(fd, text.address(), bytes.length, MSG_DONTWAIT | MSG_NOSIGNAL, address.address(),
          (int) address.byteSize());
      return Math.min(result, 0);
    }
  }

  @Override
  public void close() {
    LinuxIo.close(fd);
    arena.close();
  }
}
