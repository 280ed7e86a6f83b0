package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// An address on an I2C bus, through `/dev/i2c-N`. Numbers from linux/i2c.h and linux/i2c-dev.h.
final class I2cDevice extends DeviceFile {
  /// i2c-dev's limit for a message.
  static final int MOST_BYTES = 8192;

  static final long I2C_FUNCS = 0x705;
  static final long I2C_RDWR = 0x707;
  static final long I2C_FUNC_I2C = 1;
  static final short I2C_M_RD = 1;
  /// `struct i2c_msg`.
  static final int MESSAGE_BYTES = 16;
  static final int ADDR = 0;
  static final int FLAGS = 2;
  static final int LEN = 4;
  static final int BUF = 8;
  /// `struct i2c_rdwr_ioctl_data`.
  static final int RDWR_BYTES = 16;
  static final int MSGS = 0;
  static final int NMSGS = 8;

  private final Path folder;
  private final int bus;
  private final int address;
  private final String path;
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment out = arena.allocate(MOST_BYTES, 8);
  private final MemorySegment in = arena.allocate(MOST_BYTES, 8);
  private final MemorySegment messages = arena.allocate(2 * MESSAGE_BYTES, 8);
  private final MemorySegment request = arena.allocate(RDWR_BYTES, 8);
  private final MemorySegment functions = arena.allocate(8, 8);
  private final long requestAddress = request.address();
  private String stage = "";

  I2cDevice(Path folder, int bus, int address) {
    this.folder = folder;
    this.bus = bus;
    this.address = address;
    path = folder + "/i2c-" + bus;
  }

  @Override
  protected int attach() {
    stage = Advice.OPENING;
    int file = LinuxIo.open(path, LinuxIo.O_RDWR | LinuxIo.O_CLOEXEC);
    if (file < 0) {
      return file;
    }
    stage = Advice.FUNCTIONS;
    functions.set(JAVA_LONG, 0, 0);
    int status = LinuxIo.ioctl(file, I2C_FUNCS, functions.address());
    if (status >= 0 && (functions.get(JAVA_LONG, 0) & I2C_FUNC_I2C) == 0) {
      status = -Errno.EOPNOTSUPP;
    }
    if (status < 0) {
      LinuxIo.close(file);
      return status;
    }
    return file;
  }

  @Override
  protected String explain(int status) {
    return Advice.i2c(folder, bus, address, stage, status);
  }

  /// Sends one message: register bytes (there may be none), then data.
  ///
  /// @return `count`, or −errno
  int write(byte[] register, int registerCount, byte[] data, int from, int count) {
    if (registerCount + count > MOST_BYTES) {
      return -Errno.EMSGSIZE;
    }
    int status = ready();
    if (status < 0) {
      return status;
    }
    MemorySegment.copy(register, 0, out, JAVA_BYTE, 0, registerCount);
    MemorySegment.copy(data, from, out, JAVA_BYTE, registerCount, count);
    message(0, 0, registerCount + count, out);
    status = send(1);
    return status < 0 ? status : count;
  }

  /// Sends register bytes (there may be none) and reads on without a stop in between.
  ///
  /// @return `count`, or −errno
  int read(byte[] register, int registerFrom, int registerCount, byte[] data, int from, int count) {
    if (registerCount > MOST_BYTES || count > MOST_BYTES) {
      return -Errno.EMSGSIZE;
    }
    int status = ready();
    if (status < 0) {
      return status;
    }
    int first = 0;
    if (registerCount > 0) {
      MemorySegment.copy(register, registerFrom, out, JAVA_BYTE, 0, registerCount);
      message(0, 0, registerCount, out);
      first = 1;
    }
    message(first, I2C_M_RD, count, in);
    status = send(first + 1);
    if (status < 0) {
      return status;
    }
    MemorySegment.copy(in, JAVA_BYTE, 0, data, from, count);
    return count;
  }

  private void message(int index, int flags, int count, MemorySegment bytes) {
    long at = (long) index * MESSAGE_BYTES;
    messages.set(JAVA_SHORT, at + ADDR, (short) address);
    messages.set(JAVA_SHORT, at + FLAGS, (short) flags);
    messages.set(JAVA_SHORT, at + LEN, (short) count);
    messages.set(JAVA_LONG, at + BUF, bytes.address());
  }

  private int send(int count) {
    request.set(JAVA_LONG, MSGS, messages.address());
    request.set(JAVA_INT, NMSGS, count);
    int sent = checked(LinuxIo.ioctl(fd(), I2C_RDWR, requestAddress));
    // The kernel says how many messages went through.
    return sent >= 0 && sent < count ? -Errno.EIO : sent;
  }
}
