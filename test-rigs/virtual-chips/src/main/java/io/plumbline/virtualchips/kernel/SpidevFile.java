package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.plumbline.virtualchips.wire.SpiChip;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// `/dev/spidevB.C` as linux/spi/spidev.h and the kernel's spidev.c have it.
final class SpidevFile implements Device {
  private static final int EMSGSIZE = 90;
  /// All transfers of a message together (raspberry-pi-io.md, section 2).
  private static final int BUFSIZ = 4096;
  private static final int TRANSFER_BYTES = 32;
  /// Of a message, all but the size, in which the number of transfers hides.
  private static final int MESSAGE = 0x40006b00;
  private static final int MESSAGE_MASK = 0xc000ffff;
  private static final int CPHA = 1;
  private static final int KNOWN_MODES = 3;

  private final @Nullable SpiChip chip;
  private final boolean hasCpha;
  private final MemorySegment transfers;
  private final MemorySegment bytes;
  private final byte[] out = new byte[BUFSIZ];
  private final byte[] in = new byte[BUFSIZ];
  private byte mode;
  private byte bits = 8;
  private int clockHz = 500_000;

  /// @param hasCpha false for the Pi's auxiliary controller, which refuses modes 1 and 3 (raspberry-pi-io.md, section 2)
  SpidevFile(Arena arena, @Nullable SpiChip chip, boolean hasCpha) {
    this.chip = chip;
    this.hasCpha = hasCpha;
    transfers = arena.allocate((1 << 14) * 8L, 8);
    bytes = arena.allocate(BUFSIZ, 8);
  }

  @Override
  public int ioctl(CallerMemory caller, int request, long argument) {
    if ((request & MESSAGE_MASK) == MESSAGE) {
      return message(caller, (request >> 16) & 0x3fff, argument);
    }
    return switch (request) {
      case 0x40016b01 -> setMode(caller, argument);
      case 0x80016b01 -> give(caller, argument, mode);
      case 0x40016b03 -> setBits(caller, argument);
      case 0x80016b03 -> give(caller, argument, bits);
      case 0x40046b04 -> setClock(caller, argument);
      case 0x80046b04 -> {
        bytes.set(JAVA_INT, 0, clockHz);
        yield caller.store(argument, bytes, 4);
      }
      default -> -ENOTTY;
    };
  }

  private int give(CallerMemory caller, long argument, byte value) {
    bytes.set(JAVA_BYTE, 0, value);
    return caller.store(argument, bytes, 1);
  }

  private int setMode(CallerMemory caller, long argument) {
    int status = caller.fetch(argument, bytes, 1);
    byte wanted = bytes.get(JAVA_BYTE, 0);
    if (status == 0 && ((wanted & ~KNOWN_MODES) != 0 || (!hasCpha && (wanted & CPHA) != 0))) {
      return -EINVAL;
    }
    mode = status == 0 ? wanted : mode;
    return status;
  }

  private int setBits(CallerMemory caller, long argument) {
    int status = caller.fetch(argument, bytes, 1);
    byte wanted = bytes.get(JAVA_BYTE, 0);
    if (status == 0 && wanted != 8) {
      return -EINVAL;
    }
    return status;
  }

  private int setClock(CallerMemory caller, long argument) {
    int status = caller.fetch(argument, bytes, 4);
    int wantedHz = bytes.get(JAVA_INT, 0);
    if (status == 0 && wantedHz <= 0) {
      return -EINVAL;
    }
    clockHz = status == 0 ? wantedHz : clockHz;
    return status;
  }

  /// The transfers of one message share a frame: chip select stays low from the first to the last.
  private int message(CallerMemory caller, int size, long argument) {
    if (size == 0 || size % TRANSFER_BYTES != 0) {
      return -EINVAL;
    }
    if (caller.fetch(argument, transfers, size) != 0) {
      return -CallerMemory.EFAULT;
    }
    int total = 0;
    for (long at = 0; at < size; at += TRANSFER_BYTES) {
      long from = transfers.get(JAVA_LONG, at);
      int count = transfers.get(JAVA_INT, at + 16);
      if (count < 0 || count > BUFSIZ - total) {
        return -EMSGSIZE;
      }
      if (from == 0) {
        Arrays.fill(out, total, total + count, (byte) 0);
      } else if (caller.fetch(from, bytes, count) == 0) {
        MemorySegment.copy(bytes, JAVA_BYTE, 0, out, total, count);
      } else {
        return -CallerMemory.EFAULT;
      }
      total += count;
    }
    int status = exchange(total);
    return status < 0 ? status : handOver(caller, size, total);
  }

  private int exchange(int total) {
    if (chip == null) {
      // Nobody pulls the line low.
      Arrays.fill(in, 0, total, (byte) 0xff);
      return total;
    }
    return chip.exchange(out, 0, in, 0, total, mode, clockHz);
  }

  private int handOver(CallerMemory caller, int size, int total) {
    int done = 0;
    for (long at = 0; at < size; at += TRANSFER_BYTES) {
      long to = transfers.get(JAVA_LONG, at + 8);
      int count = transfers.get(JAVA_INT, at + 16);
      MemorySegment.copy(in, done, bytes, JAVA_BYTE, 0, count);
      if (to != 0 && caller.store(to, bytes, count) != 0) {
        return -CallerMemory.EFAULT;
      }
      done += count;
    }
    return total;
  }
}
