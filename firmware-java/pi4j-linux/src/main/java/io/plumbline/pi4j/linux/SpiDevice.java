package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// A chip select of an SPI bus, as `/dev/spidevB.C`. Numbers from linux/spi/spidev.h.
final class SpiDevice extends DeviceFile {
  /// spidev's own limit (`bufsiz`) for a message (raspberry-pi-io.md, section 2).
  static final int MOST_BYTES = 4096;

  static final long SPI_IOC_MESSAGE_1 = 0x40206b00L;
  static final long SPI_IOC_WR_MODE = 0x40016b01L;
  static final long SPI_IOC_RD_MODE = 0x80016b01L;
  static final long SPI_IOC_WR_BITS_PER_WORD = 0x40016b03L;
  static final long SPI_IOC_RD_BITS_PER_WORD = 0x80016b03L;
  static final long SPI_IOC_WR_MAX_SPEED_HZ = 0x40046b04L;
  static final long SPI_IOC_RD_MAX_SPEED_HZ = 0x80046b04L;
  /// `struct spi_ioc_transfer`.
  static final int TRANSFER_BYTES = 32;
  static final int TX_BUF = 0;
  static final int RX_BUF = 8;
  static final int LEN = 16;
  private static final int CPHA_AND_CPOL = 3;
  private static final int BITS_PER_WORD = 8;

  private final Path folder;
  private final int bus;
  private final int chipSelect;
  private final int mode;
  private final int clockHz;
  private final String path;
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment out = arena.allocate(MOST_BYTES, 8);
  private final MemorySegment in = arena.allocate(MOST_BYTES, 8);
  private final MemorySegment transfer = arena.allocate(TRANSFER_BYTES, 8);
  private final MemorySegment setting = arena.allocate(4, 4);
  private final long transferAddress = transfer.address();
  private String stage = "";

  SpiDevice(Path folder, int bus, int chipSelect, int mode, int clockHz) {
    this.folder = folder;
    this.bus = bus;
    this.chipSelect = chipSelect;
    this.mode = mode;
    this.clockHz = clockHz;
    path = folder + "/spidev" + bus + "." + chipSelect;
    transfer.set(JAVA_LONG, TX_BUF, out.address());
    transfer.set(JAVA_LONG, RX_BUF, in.address());
  }

  @Override
  protected int attach() {
    stage = Advice.OPENING;
    int file = LinuxIo.open(path, LinuxIo.O_RDWR | LinuxIo.O_CLOEXEC);
    if (file < 0) {
      return file;
    }
    int status = setUp(file);
    if (status < 0) {
      LinuxIo.close(file);
      return status;
    }
    return file;
  }

  /// Writes each setting and reads it back: a driver may round or ignore it.
  private int setUp(int file) {
    stage = Advice.MODE;
    int status = setByte(file, SPI_IOC_WR_MODE, SPI_IOC_RD_MODE, mode, CPHA_AND_CPOL);
    if (status < 0) {
      return status;
    }
    stage = Advice.WORD;
    status = setByte(file, SPI_IOC_WR_BITS_PER_WORD, SPI_IOC_RD_BITS_PER_WORD, BITS_PER_WORD, 0xff);
    if (status < 0) {
      return status;
    }
    stage = Advice.CLOCK;
    return setClock(file);
  }

  private int setByte(int file, long write, long read, int value, int mask) {
    setting.set(JAVA_BYTE, 0, (byte) value);
    int status = LinuxIo.ioctl(file, write, setting.address());
    if (status < 0) {
      return status;
    }
    setting.set(JAVA_BYTE, 0, (byte) ~value);
    status = LinuxIo.ioctl(file, read, setting.address());
    return status < 0 || (setting.get(JAVA_BYTE, 0) & mask) == value ? status : -Errno.EINVAL;
  }

  private int setClock(int file) {
    setting.set(JAVA_INT, 0, clockHz);
    int status = LinuxIo.ioctl(file, SPI_IOC_WR_MAX_SPEED_HZ, setting.address());
    if (status < 0) {
      return status;
    }
    setting.set(JAVA_INT, 0, 0);
    status = LinuxIo.ioctl(file, SPI_IOC_RD_MAX_SPEED_HZ, setting.address());
    int grantedHz = setting.get(JAVA_INT, 0);
    return status < 0 || (grantedHz > 0 && grantedHz <= clockHz) ? status : -Errno.EINVAL;
  }

  @Override
  protected String explain(int status) {
    return Advice.spi(folder, bus, chipSelect, stage, mode, clockHz, status);
  }

  /// One frame.
  ///
  /// @return `count`, or −errno
  int transfer(byte[] write, int writeFrom, byte[] read, int readFrom, int count) {
    if (count > MOST_BYTES) {
      return -Errno.EMSGSIZE;
    }
    if (count <= 0) {
      return 0;
    }
    int status = ready();
    if (status < 0) {
      return status;
    }
    MemorySegment.copy(write, writeFrom, out, JAVA_BYTE, 0, count);
    transfer.set(JAVA_INT, LEN, count);
    int result = checked(LinuxIo.ioctl(fd(), SPI_IOC_MESSAGE_1, transferAddress));
    if (result > 0) {
      MemorySegment.copy(in, JAVA_BYTE, 0, read, readFrom, count);
    }
    return result;
  }
}
