package io.plumbline.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A TCP connection between two programs that can be made bad. Its address stays the same.
final class Wire implements AutoCloseable {
  /// What becomes of the bytes.
  enum Mode {
    /// They go on at once.
    GOOD,
    /// They stay, and nobody is told: a half-open connection.
    STALLED,
    /// They come late.
    SLOW,
    /// A part of the pieces is lost, and with each the connection.
    LOSSY,
    /// All connections are cut, and no new one is made.
    REFUSED
  }

  private static final int PIECE_BYTES = 4096;
  private static final long SLOW_MS = 2000;
  private static final double LOSS = 0.3;

  private final ServerSocket server;
  private final int targetPort;
  private final Random random;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Mode mode = Mode.GOOD;

  /// @param address    where it listens
  /// @param targetPort on loopback
  Wire(InetAddress address, int targetPort, long seed) {
    this.targetPort = targetPort;
    this.random = new Random(seed);
    try {
      server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(address, 0));
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a wire", e);
    }
    Thread.ofPlatform().daemon().name("wire").start(this::accept);
  }

  String uri() {
    return "tcp://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  void mode(Mode wanted) {
    lock.lock();
    try {
      mode = wanted;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (wanted == Mode.REFUSED) {
      open.forEach(Wire::cut);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        if (mode == Mode.REFUSED) {
          cut(near);
        } else {
          join(near);
        }
      } catch (IOException e) {
        // The server was closed, or one connection failed.
      }
    }
  }

  private void join(Socket near) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), targetPort);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      open.add(near);
      open.add(far);
      Thread.ofVirtual().start(() -> pump(near, far));
      Thread.ofVirtual().start(() -> pump(far, near));
    } catch (IOException e) {
      cut(near);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] piece = new byte[PIECE_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        if (!passes()) {
          break;
        }
        out.write(piece, 0, n);
      }
    } catch (IOException e) {
      // Cut by one side or by us.
    } finally {
      cut(from);
      cut(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private boolean passes() {
    lock.lock();
    try {
      while (mode == Mode.STALLED) {
        changed.await();
      }
      long leftNs = TimeUnit.MILLISECONDS.toNanos(SLOW_MS);
      while (mode == Mode.SLOW && leftNs > 0) {
        leftNs = changed.awaitNanos(leftNs);
      }
      return mode != Mode.LOSSY || random.nextDouble() >= LOSS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private static void cut(Socket socket) {
    try {
      // A reset, as from a computer that is gone.
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // Nothing more can be done about it.
    }
    mode(Mode.REFUSED);
  }
}
