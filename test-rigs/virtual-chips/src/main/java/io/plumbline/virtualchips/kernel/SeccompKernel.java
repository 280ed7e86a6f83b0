package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.plumbline.virtualchips.wire.Board;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers the requests that this process sends to spidev, i2c-dev and gpiochip files of a folder. The files are empty ones; only `ioctl` with
/// one of the three request types is diverted, through seccomp user notification, to a thread that asks the board. Everything else runs as it
/// is. The diversion stays until the process ends: for a process of its own only. Needs no permission.
public final class SeccompKernel {
  private static final long NOTIF_RECV = 0xc0502100L;
  private static final long NOTIF_SEND = 0xc0182101L;
  private static final int NOTIF_BYTES = 80;
  private static final int CONTINUE = 1;
  private static final int EBADF = 9;
  private static final long NS_PER_S = 1_000_000_000L;
  private static final short POLLIN = 1;
  private static final int PANIC = 70;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment call = arena.allocate(NOTIF_BYTES, 8);
  private final MemorySegment answer = arena.allocate(24, 8);
  private final MemorySegment pollfd = arena.allocate(8, 8);
  private final MemorySegment patience = arena.allocate(16, 8);
  private final CallerMemory caller = new CallerMemory(arena);
  private final Map<String, Device> devices = new HashMap<>();
  private final Board board;
  private final Path folder;
  private final IoctlScript script;
  private final GpioChipFile gpio;
  private final int listener;

  private SeccompKernel(Board board, Path folder, String gpioLabel, IoctlScript script, int listener) {
    this.board = board;
    this.folder = folder;
    this.script = script;
    this.listener = listener;
    gpio = new GpioChipFile(arena, board, gpioLabel);
    devices.put("gpiochip0", gpio);
  }

  /// Diverts this process's requests from now on.
  ///
  /// @param folder    holds the device files, which may come and go
  /// @param gpioLabel label of the GPIO chip
  /// @throws UnsupportedOperationException where the kernel refuses, with the reason
  public static void start(Board board, Path folder, String gpioLabel, IoctlScript script) {
    try {
      Path real = folder.toRealPath();
      SeccompKernel kernel = new SeccompKernel(board, real, gpioLabel, script, SeccompFilter.install());
      Thread.ofPlatform().daemon().name("virtual-kernel").start(kernel::run);
    } catch (IOException e) {
      throw new IllegalArgumentException("the device folder " + folder + " cannot be read", e);
    }
  }

  private void run() {
    try {
      serve();
    } catch (RuntimeException | Error e) {
      // Every caller would wait for ever.
      e.printStackTrace();
      Runtime.getRuntime().halt(PANIC);
    }
  }

  private void serve() {
    while (true) {
      long nextNs = gpio.pump();
      long waitNs = Math.clamp(nextNs - board.nowNs(), 0, NS_PER_S);
      patience.set(JAVA_LONG, 0, waitNs / NS_PER_S);
      patience.set(JAVA_LONG, 8, waitNs % NS_PER_S);
      pollfd.set(JAVA_INT, 0, listener);
      pollfd.set(JAVA_SHORT, 4, POLLIN);
      if (KernelCalls.poll(pollfd.address(), 1, patience.address()) > 0) {
        answerOne();
      }
    }
  }

  private void answerOne() {
    call.fill((byte) 0);
    // A caller that a signal drew away is gone before it can be heard.
    if (KernelCalls.ioctl(listener, NOTIF_RECV, call.address()) < 0) {
      return;
    }
    int thread = call.get(JAVA_INT, 8);
    String link = link(thread, (int) call.get(JAVA_LONG, 32));
    answer.fill((byte) 0);
    answer.set(JAVA_LONG, 0, call.get(JAVA_LONG, 0));
    String name = name(link);
    Device device = link == null ? null : device(name, link);
    if (link == null) {
      answer.set(JAVA_INT, 16, -EBADF);
    } else if (device == null) {
      // Somebody else's file: the real kernel answers.
      answer.set(JAVA_INT, 20, CONTINUE);
    } else {
      caller.use(thread);
      int result = script.next(name);
      if (result == 0) {
        result = device.ioctl(caller, (int) call.get(JAVA_LONG, 40), call.get(JAVA_LONG, 48));
      }
      answer.set(JAVA_LONG, 8, Math.max(result, 0));
      answer.set(JAVA_INT, 16, Math.min(result, 0));
    }
    KernelCalls.ioctl(listener, NOTIF_SEND, answer.address());
  }

  private static @Nullable String link(int thread, int fd) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + thread + "/fd/" + fd)).toString();
    } catch (IOException e) {
      return null;
    }
  }

  /// A device's file name, a line's name, else nothing.
  private String name(@Nullable String link) {
    if (link == null) {
      return "";
    }
    // A file that was deleted while it is open is still the device.
    String path = link.endsWith(" (deleted)") ? link.substring(0, link.length() - " (deleted)".length()) : link;
    GpioLineFile line = gpio.byLink(link);
    if (line != null) {
      return line.name();
    }
    return path.startsWith(folder + "/") ? path.substring(folder.toString().length() + 1) : "";
  }

  private @Nullable Device device(String name, String link) {
    Device line = gpio.byLink(link);
    if (line != null) {
      return line;
    }
    return name.isEmpty() ? null : devices.computeIfAbsent(name, this::create);
  }

  private @Nullable Device create(String name) {
    return Devices.create(arena, board, name);
  }
}
