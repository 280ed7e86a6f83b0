package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.plumbline.pi4j.edge.EdgeBatch;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// One line of the GPIO chip, requested as an input with an edge or as an output.
final class GpioLine extends DeviceFile {
  /// Edges that the kernel keeps. Its own choice of 16 is 16 ms of a 1 kHz data-ready line (raspberry-pi-io.md, section 5).
  static final int KEPT_EDGES = 1024;
  /// Edges of one read.
  private static final int EDGES_AT_ONCE = 64;
  private static final String CONSUMER = "plumbline";
  private static final short POLLIN = 1;

  private final LinuxIoConfig config;
  private final int line;
  private final long flags;
  private final GpioChips chips;
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment request = arena.allocate(GpioAbi.REQUEST_BYTES, 8);
  private final MemorySegment values = arena.allocate(GpioAbi.VALUES_BYTES, 8);
  private final MemorySegment events = arena.allocate((long) GpioAbi.EVENT_BYTES * EDGES_AT_ONCE, 8);
  private final MemorySegment pollfd = arena.allocate(8, 8);
  private final Timespec patience = new Timespec(arena);
  private boolean isHigh;
  private String stage = "";
  private String holder = "";

  /// @param flags as the kernel's
  GpioLine(LinuxIoConfig config, int line, long flags) {
    this.config = config;
    this.line = line;
    this.flags = flags;
    chips = new GpioChips(config.deviceFolder(), config.gpioChipLabels());
  }

  @Override
  protected int attach() {
    stage = Advice.CHIP;
    holder = "";
    int chip = chips.open();
    if (chip < 0) {
      return chip;
    }
    stage = Advice.LINE;
    int file = request(chip);
    if (file == -Errno.EBUSY) {
      holder = holder(chip);
    }
    LinuxIo.close(chip);
    return file;
  }

  private int request(int chip) {
    request.fill((byte) 0);
    request.set(JAVA_INT, 0, line);
    request.setString(GpioAbi.REQUEST_CONSUMER, CONSUMER);
    request.set(JAVA_LONG, GpioAbi.REQUEST_FLAGS, flags);
    request.set(JAVA_INT, GpioAbi.REQUEST_LINES, 1);
    if ((flags & GpioAbi.FLAG_OUTPUT) != 0) {
      request.set(JAVA_INT, GpioAbi.REQUEST_ATTRIBUTES, 1);
      request.set(JAVA_INT, GpioAbi.REQUEST_ATTRIBUTE_ID, GpioAbi.OUTPUT_VALUES);
      request.set(JAVA_LONG, GpioAbi.REQUEST_ATTRIBUTE_VALUES, isHigh ? 1 : 0);
      request.set(JAVA_LONG, GpioAbi.REQUEST_ATTRIBUTE_MASK, 1);
    } else {
      request.set(JAVA_INT, GpioAbi.REQUEST_EVENT_BUFFER, KEPT_EDGES);
    }
    int status = LinuxIo.ioctl(chip, GpioAbi.GET_LINE, request.address());
    if (status < 0) {
      return status;
    }
    int file = request.get(JAVA_INT, GpioAbi.REQUEST_FD);
    status = LinuxIo.neverWait(file);
    if (status < 0) {
      LinuxIo.close(file);
      return status;
    }
    return file;
  }

  private String holder(int chip) {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment info = local.allocate(GpioAbi.INFO_BYTES, 8);
      info.set(JAVA_INT, GpioAbi.INFO_OFFSET, line);
      return LinuxIo.ioctl(chip, GpioAbi.GET_LINEINFO, info.address()) < 0
          ? ""
          : info.getString(GpioAbi.INFO_CONSUMER);
    }
  }

  @Override
  protected String explain(int status) {
    return Advice.gpio(config, line, stage, chips.seen(), holder, status);
  }

  /// Level now.
  ///
  /// @return 1 or 0, or −errno
  int level() {
    int status = ready();
    if (status < 0) {
      return status;
    }
    values.set(JAVA_LONG, 0, 0);
    values.set(JAVA_LONG, GpioAbi.VALUES_MASK, 1);
    status = checked(LinuxIo.ioctl(fd(), GpioAbi.GET_VALUES, values.address()));
    return status < 0 ? status : (int) (values.get(JAVA_LONG, 0) & 1);
  }

  /// Level with which an output begins, also after it was lost.
  void startAt(boolean high) {
    isHigh = high;
  }

  /// Drives an output.
  ///
  /// @return 0, or −errno
  int drive(boolean high) {
    isHigh = high;
    int status = ready();
    if (status < 0) {
      return status;
    }
    values.set(JAVA_LONG, 0, high ? 1 : 0);
    values.set(JAVA_LONG, GpioAbi.VALUES_MASK, 1);
    return checked(LinuxIo.ioctl(fd(), GpioAbi.SET_VALUES, values.address()));
  }

  /// Moves waiting edges.
  ///
  /// @return how many, or −errno
  int drain(EdgeBatch batch) {
    int status = ready();
    if (status < 0) {
      return status;
    }
    int moved = 0;
    while (batch.room() > 0) {
      int wanted = Math.min(batch.room(), EDGES_AT_ONCE);
      int result = LinuxIo.read(fd(), events.address(), wanted * GpioAbi.EVENT_BYTES);
      if (result == -Errno.EINTR) {
        continue;
      }
      if (result < 0) {
        // What was read before goes first; a lasting failure shows again at the next call.
        return result == -Errno.EAGAIN || moved > 0 ? moved : checked(result);
      }
      int got = result / GpioAbi.EVENT_BYTES;
      for (int i = 0; i < got; i++) {
        long at = (long) i * GpioAbi.EVENT_BYTES;
        batch.add(events.get(JAVA_LONG, at + GpioAbi.EVENT_TIME),
            events.get(JAVA_INT, at + GpioAbi.EVENT_LINE_SEQUENCE));
      }
      moved += got;
      if (got < wanted) {
        return moved;
      }
    }
    return moved;
  }

  /// Waits for an edge.
  ///
  /// @return 1, 0 after the time, or −errno
  int await(long timeoutNs) {
    int status = ready();
    if (status < 0) {
      return status;
    }
    long endNs = System.nanoTime() + Math.clamp(timeoutNs, 0, Long.MAX_VALUE / 2);
    pollfd.set(JAVA_INT, 0, fd());
    pollfd.set(JAVA_SHORT, 4, POLLIN);
    int ready;
    do {
      patience.set(Math.max(0, endNs - System.nanoTime()));
      pollfd.set(JAVA_SHORT, 6, (short) 0);
      ready = LinuxIo.poll(pollfd.address(), 1, patience.address());
    } while (ready == -Errno.EINTR);
    if (ready <= 0) {
      return checked(ready);
    }
    // Anything but an edge means that the chip was taken away.
    return (pollfd.get(JAVA_SHORT, 6) & POLLIN) != 0 ? 1 : checked(-Errno.ENODEV);
  }
}
