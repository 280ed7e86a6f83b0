package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The socket on which a service manager hears its services (sd_notify(3)), in the manager's place. For one thread.
public final class ServiceListener implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int EINTR = -4;
  private static final short POLLIN = 1;
  private static final int MOST_BYTES = 4096;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(MOST_BYTES, 8);
  private final MemorySegment pollfd = arena.allocate(8, 8);
  private final MemorySegment timespec = arena.allocate(16, 8);
  private final String address;
  private final int fd;

  /// Begins to listen.
  ///
  /// @param address as `NOTIFY_SOCKET` says it: a path of a file that is not there yet, or `@` and a name
  public ServiceListener(String address) {
    this.address = address;
    byte[] name = address.getBytes(StandardCharsets.UTF_8);
    int zero = address.startsWith("@") ? 0 : 1;
    MemorySegment sockaddr = arena.allocate(2L + name.length + zero, 2);
    sockaddr.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(name, 0, sockaddr, JAVA_BYTE, 2, name.length);
    if (zero == 0) {
      sockaddr.set(JAVA_BYTE, 2, (byte) 0);
    }
    fd = KernelCalls.socket(AF_UNIX, SOCK_DGRAM | KernelCalls.O_CLOEXEC);
    int bound = fd < 0 ? fd : KernelCalls.bind(fd, sockaddr.address(), (int) sockaddr.byteSize());
    if (bound < 0) {
      throw new IllegalStateException(address + " cannot be listened on: error " + bound);
    }
    pollfd.set(JAVA_INT, 0, fd);
    pollfd.set(JAVA_SHORT, 4, POLLIN);
  }

  /// What a service is to be told as `NOTIFY_SOCKET`.
  public String address() {
    return address;
  }

  /// Waits for the next message.
  ///
  /// @return null where none comes within the time
  public @Nullable String next(Duration patience) {
    timespec.set(JAVA_LONG, 0, patience.toSeconds());
    timespec.set(JAVA_LONG, 8, patience.toNanosPart());
    int ready = KernelCalls.poll(pollfd.address(), 1, timespec.address());
    if (ready <= 0) {
      return ready == EINTR ? next(patience) : null;
    }
    int count = KernelCalls.read(fd, buffer.address(), MOST_BYTES);
    return count < 0
        ? null
        : new String(buffer.asSlice(0, count).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    KernelCalls.close(fd);
    arena.close();
  }
}
