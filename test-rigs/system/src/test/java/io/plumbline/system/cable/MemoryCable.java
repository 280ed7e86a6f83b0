package io.plumbline.system.cable;

import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.serial.JournalServer;
import io.plumbline.daemon.serial.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// A cable in memory with a bar's real answering side at its end, a clock that moves only while somebody waits, and one fault at one byte.
final class MemoryCable implements Line {
  private static final byte[] NOISE = "\r\nAT+GMM\r\n\0raspberrypi login: \0\0~\u007f".getBytes(StandardCharsets.UTF_8);
  private static final long WAIT_NS = 200_000_000L;

  private final String barId;
  private final Backlog backlog;
  private final Random random;
  private JournalServer server;
  private ByteArrayOutputStream toDaemon = new ByteArrayOutputStream();
  private Fault fault = Fault.NONE;
  private boolean faultyToBar;
  private long faultAt;
  private boolean cut;
  private long nowNs;
  private long bytesToBar;
  private long bytesToDaemon;

  /// What happens at the byte.
  enum Fault {
    NONE,
    FLIP,
    DROP,
    DUPLICATE,
    NOISE,
    CUT,
    BAR_RESTARTS
  }

  MemoryCable(String barId, Backlog backlog, Random random) {
    this.barId = barId;
    this.backlog = backlog;
    this.random = random;
    this.server = newServer();
  }

  private JournalServer newServer() {
    return new JournalServer(barId, backlog, frame -> {
      for (byte value : frame) {
        pass(value, false, toDaemon);
      }
    });
  }

  /// Plugs it in again, with a fault to come. What was on its way to the daemon may still be.
  void plug(Fault next, boolean toBar, long at) {
    fault = next;
    faultyToBar = toBar;
    faultAt = at;
    cut = false;
    bytesToBar = 0;
    bytesToDaemon = 0;
  }

  long bytesToBar() {
    return bytesToBar;
  }

  long bytesToDaemon() {
    return bytesToDaemon;
  }

  long nowNs() {
    return nowNs;
  }

  @Override
  public void write(byte[] frame) throws IOException {
    try {
      ByteArrayOutputStream passed = new ByteArrayOutputStream();
      for (byte value : frame) {
        pass(value, true, passed);
      }
      byte[] bytes = passed.toByteArray();
      server.accept(bytes, bytes.length, nowNs);
    } catch (BarRestartedException e) {
      // To the daemon the cable is as it was; nobody has heard what it said.
      fault = Fault.NONE;
    }
  }

  private void pass(byte value, boolean toBar, ByteArrayOutputStream to) throws IOException {
    if (cut) {
      throw new IOException("the line was cut");
    }
    long at = toBar ? bytesToBar++ : bytesToDaemon++;
    if (toBar != faultyToBar || at != faultAt) {
      to.write(value);
      return;
    }
    switch (fault) {
      case NONE -> to.write(value);
      case FLIP -> to.write(value ^ (1 + random.nextInt(255)));
      case DROP -> {
        // The byte is not there.
      }
      case DUPLICATE -> {
        to.write(value);
        to.write(value);
      }
      case NOISE -> {
        to.writeBytes(NOISE);
        to.write(value);
      }
      case CUT -> {
        cut = true;
        throw new IOException("the line was cut");
      }
      case BAR_RESTARTS -> {
        server = newServer();
        throw new BarRestartedException();
      }
    }
  }

  /// The program on the bar ended in the middle of what it did.
  private static final class BarRestartedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    byte[] there = toDaemon.toByteArray();
    if (there.length == 0) {
      if (cut) {
        throw new IOException("the line was cut");
      }
      nowNs += WAIT_NS;
      return 0;
    }
    int count = Math.min(Math.min(there.length, buffer.length), 1 + random.nextInt(700));
    System.arraycopy(there, 0, buffer, 0, count);
    toDaemon = new ByteArrayOutputStream();
    toDaemon.write(there, count, there.length - count);
    return count;
  }
}
