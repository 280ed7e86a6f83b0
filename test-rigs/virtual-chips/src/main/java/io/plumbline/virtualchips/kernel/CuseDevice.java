package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// A character device in `/dev` whose requests this process answers: the kernel's CUSE protocol (linux/fuse.h, version 7.31). Needs root and
/// the module `cuse`.
final class CuseDevice {
  private static final int EINTR = 4;
  private static final int ENOENT = 2;
  private static final int EAGAIN = 11;
  private static final int ENOSYS = 38;
  private static final int MESSAGE_BYTES = 1 << 17;
  private static final int MAJOR = 7;
  private static final int MINOR = 31;
  /// The server fetches and stores the caller's memory itself, as no request says by its number what it points to.
  private static final int UNRESTRICTED_IOCTL = 1;
  /// Header of a request: its kind, its number, who calls; what follows it.
  private static final int OPCODE = 4;
  private static final int UNIQUE = 8;
  private static final int PID = 32;
  private static final int BODY = 40;
  /// Header of a reply: length, error, the request's number; what follows it.
  private static final int REPLY_BODY = 16;
  private static final int OPEN = 14;
  private static final int RELEASE = 18;
  private static final int FLUSH = 25;
  private static final int INTERRUPT = 36;
  private static final int IOCTL = 39;
  private static final int CUSE_INIT = 4096;
  private static final int NO_REPLY = Integer.MIN_VALUE;

  private final String name;
  private final Device device;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment in = arena.allocate(MESSAGE_BYTES, 8);
  private final MemorySegment out = arena.allocate(MESSAGE_BYTES, 8);
  private final CallerMemory caller = new CallerMemory(arena);
  private final int channel;
  private long opened;

  private CuseDevice(String name, Device device, int channel) {
    this.name = name;
    this.device = device;
    this.channel = channel;
  }

  /// Makes the device and answers for it until this process ends.
  ///
  /// @throws UnsupportedOperationException where there is no CUSE
  static void serve(String name, Device device) {
    int channel = KernelCalls.open("/dev/cuse", KernelCalls.O_RDWR | KernelCalls.O_CLOEXEC);
    if (channel < 0) {
      throw new UnsupportedOperationException("/dev/cuse cannot be opened (errno " + -channel
          + "): load the module cuse and run as root");
    }
    CuseDevice served = new CuseDevice(name, device, channel);
    Thread.ofPlatform().name("cuse-" + name).start(served::run);
  }

  private void run() {
    while (true) {
      int count = KernelCalls.read(channel, in.address(), MESSAGE_BYTES);
      if (count < 0) {
        if (count == -EINTR || count == -ENOENT || count == -EAGAIN) {
          continue;
        }
        return;
      }
      out.asSlice(0, 256).fill((byte) 0);
      int result = answer(in.get(JAVA_INT, OPCODE));
      if (result != NO_REPLY) {
        int length = REPLY_BODY + Math.max(result, 0);
        out.set(JAVA_INT, 0, length);
        out.set(JAVA_INT, 4, Math.min(result, 0));
        out.set(JAVA_LONG, 8, in.get(JAVA_LONG, UNIQUE));
        KernelCalls.write(channel, out.address(), length);
      }
    }
  }

  /// Fills in the reply's body.
  ///
  /// @return its bytes, or −errno
  private int answer(int opcode) {
    return switch (opcode) {
      case CUSE_INIT -> start();
      case OPEN -> {
        opened++;
        out.set(JAVA_LONG, REPLY_BODY, opened);
        yield 16;
      }
      case IOCTL -> {
        caller.use(in.get(JAVA_INT, PID));
        int result = device.ioctl(caller, in.get(JAVA_INT, BODY + 12), in.get(JAVA_LONG, BODY + 16));
        out.set(JAVA_INT, REPLY_BODY, Math.max(result, 0));
        yield result < 0 ? result : 16;
      }
      case RELEASE, FLUSH -> 0;
      case INTERRUPT -> NO_REPLY;
      default -> -ENOSYS;
    };
  }

  private int start() {
    out.set(JAVA_INT, REPLY_BODY, MAJOR);
    out.set(JAVA_INT, REPLY_BODY + 4, MINOR);
    out.set(JAVA_INT, REPLY_BODY + 12, UNRESTRICTED_IOCTL);
    out.set(JAVA_INT, REPLY_BODY + 16, MESSAGE_BYTES / 2);
    out.set(JAVA_INT, REPLY_BODY + 20, MESSAGE_BYTES / 2);
    byte[] information = ("DEVNAME=" + name + "\0").getBytes(StandardCharsets.US_ASCII);
    int fixed = 72;
    MemorySegment.copy(information, 0, out, JAVA_BYTE, REPLY_BODY + fixed, information.length);
    return fixed + information.length;
  }
}
