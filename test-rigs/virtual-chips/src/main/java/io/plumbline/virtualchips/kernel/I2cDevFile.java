package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.I2cChip;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// `/dev/i2c-N` as linux/i2c-dev.h and the kernel's i2c-dev.c have it, plain I2C messages only.
final class I2cDevFile implements Device {
  private static final int EREMOTEIO = 121;
  private static final int EOPNOTSUPP = 95;
  private static final int I2C_FUNCS = 0x705;
  private static final int I2C_RDWR = 0x707;
  /// I2C_FUNC_I2C and the SMBus commands that the kernel makes of it, as the Pi's controller says.
  private static final long FUNCTIONS = 0x0eff0009L;
  private static final int MOST_MESSAGES = 42;
  private static final int MOST_BYTES = 8192;
  private static final int MESSAGE_BYTES = 16;
  private static final int M_RD = 1;

  private final Board board;
  private final int bus;
  private final MemorySegment request;
  private final MemorySegment messages;
  private final MemorySegment bytes;
  private final byte[] data = new byte[MOST_BYTES];

  I2cDevFile(Arena arena, Board board, int bus) {
    this.board = board;
    this.bus = bus;
    request = arena.allocate(16, 8);
    messages = arena.allocate((long) MESSAGE_BYTES * MOST_MESSAGES, 8);
    bytes = arena.allocate(MOST_BYTES, 8);
  }

  @Override
  public int ioctl(CallerMemory caller, int code, long argument) {
    return switch (code) {
      case I2C_FUNCS -> {
        request.set(JAVA_LONG, 0, FUNCTIONS);
        yield caller.store(argument, request, 8);
      }
      case I2C_RDWR -> transaction(caller, argument);
      default -> -ENOTTY;
    };
  }

  private int transaction(CallerMemory caller, long argument) {
    if (caller.fetch(argument, request, 16) != 0) {
      return -CallerMemory.EFAULT;
    }
    int count = request.get(JAVA_INT, 8);
    if (count < 1 || count > MOST_MESSAGES) {
      return -EINVAL;
    }
    if (caller.fetch(request.get(JAVA_LONG, 0), messages, (long) count * MESSAGE_BYTES) != 0) {
      return -CallerMemory.EFAULT;
    }
    for (int i = 0; i < count; i++) {
      int status = message(caller, (long) i * MESSAGE_BYTES);
      if (status < 0) {
        return status;
      }
    }
    return count;
  }

  private int message(CallerMemory caller, long at) {
    int flags = messages.get(JAVA_SHORT, at + 2);
    int count = messages.get(JAVA_SHORT, at + 4) & 0xffff;
    long address = messages.get(JAVA_LONG, at + 8);
    I2cChip chip = board.i2c(bus, messages.get(JAVA_SHORT, at));
    if (count > MOST_BYTES) {
      return -EINVAL;
    }
    if ((flags & ~M_RD) != 0) {
      return -EOPNOTSUPP;
    }
    if (chip == null) {
      return -EREMOTEIO;
    }
    if (flags == M_RD) {
      int status = chip.read(data, 0, count);
      MemorySegment.copy(data, 0, bytes, JAVA_BYTE, 0, count);
      return status < 0 ? status : caller.store(address, bytes, count);
    }
    if (caller.fetch(address, bytes, count) != 0) {
      return -CallerMemory.EFAULT;
    }
    MemorySegment.copy(bytes, JAVA_BYTE, 0, data, 0, count);
    return chip.write(data, 0, count);
  }
}
