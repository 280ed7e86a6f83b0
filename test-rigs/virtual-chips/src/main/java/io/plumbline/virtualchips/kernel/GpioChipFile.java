package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.plumbline.virtualchips.wire.Board;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/dev/gpiochipN` of version 2, as linux/gpio.h has it: one line a request. Line files are pipes of this process, so waiting and reading
/// are the real kernel's.
final class GpioChipFile implements Device {
  private static final int EBUSY = 16;
  private static final int LINES = 54;
  private static final int REQUEST_BYTES = 592;
  private static final int INFO_BYTES = 256;
  private static final long FLAG_INPUT = 1 << 2;
  private static final long FLAG_OUTPUT = 1 << 3;
  private static final long FLAG_RISING = 1 << 4;
  private static final long FLAG_FALLING = 1 << 5;

  private final Arena arena;
  private final Board board;
  private final String label;
  private final MemorySegment request;
  private final List<GpioLineFile> lines = new ArrayList<>();

  GpioChipFile(Arena arena, Board board, String label) {
    this.arena = arena;
    this.board = board;
    this.label = label;
    request = arena.allocate(REQUEST_BYTES, 8);
  }

  @Override
  public int ioctl(CallerMemory caller, int code, long argument) {
    return switch (code) {
      case 0x8044b401 -> {
        request.fill((byte) 0);
        request.setString(0, "gpiochip0");
        request.setString(32, label);
        request.set(JAVA_INT, 64, LINES);
        yield caller.store(argument, request, 68);
      }
      case 0xc100b405 -> info(caller, argument);
      case 0xc250b407 -> line(caller, argument);
      default -> -ENOTTY;
    };
  }

  private int info(CallerMemory caller, long argument) {
    if (caller.fetch(argument, request, INFO_BYTES) != 0) {
      return -CallerMemory.EFAULT;
    }
    int offset = request.get(JAVA_INT, 64);
    if (offset < 0 || offset >= LINES) {
      return -EINVAL;
    }
    GpioLineFile held = held(offset);
    request.fill((byte) 0);
    request.setString(0, "GPIO" + offset);
    request.setString(32, held == null ? "" : held.consumer());
    request.set(JAVA_INT, 64, offset);
    return caller.store(argument, request, INFO_BYTES);
  }

  private int line(CallerMemory caller, long argument) {
    if (caller.fetch(argument, request, REQUEST_BYTES) != 0) {
      return -CallerMemory.EFAULT;
    }
    int offset = request.get(JAVA_INT, 0);
    long flags = request.get(JAVA_LONG, 288);
    boolean isInput = (flags & FLAG_INPUT) != 0;
    boolean wantsEdges = (flags & (FLAG_RISING | FLAG_FALLING)) != 0;
    if (request.get(JAVA_INT, 560) != 1 || offset < 0 || offset >= LINES || isInput == ((flags & FLAG_OUTPUT) != 0)
        || (wantsEdges && !isInput)) {
      return -EINVAL;
    }
    if (held(offset) != null) {
      return -EBUSY;
    }
    GpioLineFile line = new GpioLineFile(arena, board, offset, request.getString(256),
        (flags & FLAG_RISING) != 0, wantsEdges, request.get(JAVA_INT, 564));
    int fd = line.open();
    if (fd < 0) {
      return fd;
    }
    boolean hasValue = request.get(JAVA_INT, 296) > 0 && request.get(JAVA_INT, 320) == 2;
    if (!isInput) {
      line.set(hasValue && (request.get(JAVA_LONG, 328) & 1) != 0);
    }
    lines.add(line);
    request.set(JAVA_INT, 588, fd);
    return caller.store(argument, request, REQUEST_BYTES);
  }

  private @Nullable GpioLineFile held(int offset) {
    lines.removeIf(GpioLineFile::isReleased);
    for (GpioLineFile line : lines) {
      if (line.offset() == offset) {
        return line;
      }
    }
    return null;
  }

  /// The line behind a file of the caller.
  ///
  /// @param link what `/proc` says the file is
  @Nullable
  GpioLineFile byLink(String link) {
    for (GpioLineFile line : lines) {
      if (line.link().equals(link)) {
        return line;
      }
    }
    return null;
  }

  /// Hands over the edges that are due.
  ///
  /// @return when the next is due, ns on the board's clock
  long pump() {
    long nextNs = Long.MAX_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      nextNs = Math.min(nextNs, lines.get(i).pump());
    }
    return nextNs;
  }
}
