package io.plumbline.virtualchips.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.EdgeLine;
import io.plumbline.virtualchips.wire.OutputLine;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/// A requested line: a pipe whose reading end is the caller's.
final class GpioLineFile implements Device {
  private static final int EPERM = 1;
  private static final int EVENT_BYTES = 48;
  private static final int EDGES_AT_ONCE = 64;
  private static final long FIONREAD = 0x541b;
  private static final short POLLERR = 8;

  private final Board board;
  private final int offset;
  private final String consumer;
  private final boolean rising;
  private final boolean wantsEdges;
  private final int keptEdges;
  private final EdgeBatch edges = new EdgeBatch(EDGES_AT_ONCE);
  private final MemorySegment event;
  private final MemorySegment small;
  private int writeEnd = -1;
  private String link = "";
  private boolean isHigh;

  GpioLineFile(Arena arena, Board board, int offset, String consumer, boolean rising, boolean wantsEdges,
      int keptEdges) {
    this.board = board;
    this.offset = offset;
    this.consumer = consumer;
    this.rising = rising;
    this.wantsEdges = wantsEdges;
    // 0 leaves the choice to the kernel: 16.
    this.keptEdges = keptEdges == 0 ? 16 : keptEdges;
    event = arena.allocate(EVENT_BYTES, 8);
    small = arena.allocate(32, 8);
  }

  /// Opens it.
  ///
  /// @return the caller's file descriptor, or −errno
  int open() {
    int status = KernelCalls.pipe(small.address(), KernelCalls.O_CLOEXEC | KernelCalls.O_NONBLOCK);
    if (status < 0) {
      return status;
    }
    int readEnd = small.get(JAVA_INT, 0);
    writeEnd = small.get(JAVA_INT, 4);
    try {
      link = Files.readSymbolicLink(Path.of("/proc/self/fd/" + readEnd)).toString();
    } catch (IOException e) {
      return -EPERM;
    }
    EdgeLine source = board.input(offset);
    if (wantsEdges && source != null) {
      // What came before the line was requested is nobody's.
      do {
        edges.clear();
      } while (source.drain(edges) > 0);
    }
    return readEnd;
  }

  int offset() {
    return offset;
  }

  String consumer() {
    return consumer;
  }

  String link() {
    return link;
  }

  String name() {
    return "gpio" + offset;
  }

  /// Whether the caller closed it; then this end is closed too.
  boolean isReleased() {
    small.set(JAVA_INT, 0, writeEnd);
    small.set(JAVA_SHORT, 4, (short) 0);
    small.set(JAVA_SHORT, 6, (short) 0);
    small.set(JAVA_LONG, 8, 0);
    small.set(JAVA_LONG, 16, 0);
    KernelCalls.poll(small.address(), 1, small.address() + 8);
    boolean isReleased = (small.get(JAVA_SHORT, 6) & POLLERR) != 0;
    if (isReleased) {
      KernelCalls.close(writeEnd);
    }
    return isReleased;
  }

  @Override
  public int ioctl(CallerMemory caller, int request, long argument) {
    if (caller.fetch(argument, small, 16) != 0) {
      return -CallerMemory.EFAULT;
    }
    return switch (request) {
      case 0xc010b40e -> {
        EdgeLine source = board.input(offset);
        small.set(JAVA_LONG, 0, (source == null ? isHigh : source.isHigh()) ? 1 : 0);
        yield caller.store(argument, small, 16);
      }
      case 0xc010b40f -> {
        if (wantsEdges) {
          yield -EPERM;
        }
        set((small.get(JAVA_LONG, 0) & 1) != 0);
        yield 0;
      }
      default -> -ENOTTY;
    };
  }

  void set(boolean high) {
    isHigh = high;
    OutputLine output = board.output(offset);
    if (output != null) {
      output.set(high, board.nowNs());
    }
  }

  /// Writes the edges that are due.
  ///
  /// @return when the next is due
  long pump() {
    EdgeLine source = board.input(offset);
    if (!wantsEdges || source == null) {
      return Long.MAX_VALUE;
    }
    while (source.nextEdgeNs() <= board.nowNs()) {
      edges.clear();
      if (source.drain(edges) == 0) {
        break;
      }
      for (int i = 0; i < edges.size(); i++) {
        give(edges.timeNs(i), edges.sequence(i));
      }
    }
    return source.nextEdgeNs();
  }

  /// Where the caller does not read, the kernel drops the oldest edge and this one the newest; either way numbers are missing.
  private void give(long timeNs, int sequence) {
    KernelCalls.ioctl(writeEnd, FIONREAD, small.address());
    if (small.get(JAVA_INT, 0) >= keptEdges * EVENT_BYTES) {
      return;
    }
    event.set(JAVA_LONG, 0, timeNs);
    event.set(JAVA_INT, 8, rising ? 1 : 2);
    event.set(JAVA_INT, 12, offset);
    event.set(JAVA_INT, 16, sequence);
    event.set(JAVA_INT, 20, sequence);
    KernelCalls.write(writeEnd, event.address(), EVENT_BYTES);
  }
}
