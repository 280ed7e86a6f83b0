package io.plumbline.benchmarks.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Debian's Mosquitto on loopback and a free port, with room for what a fast publisher sends.
public final class Mosquitto implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(10);

  private final Program program;
  private final int port;

  private Mosquitto(Program program, int port) {
    this.program = program;
    this.port = port;
  }

  /// Starts one.
  ///
  /// @param folder for its settings
  /// @param cpu    the one processor that it may use
  /// @throws IOException where there is none
  public static Mosquitto start(Path folder, int cpu) throws IOException {
    Path binary = Program.find("mosquitto")
        .orElseThrow(() -> new IOException("there is no mosquitto; Debian's package mosquitto has it"));
    int port = freePort();
    Path config = folder.resolve("mosquitto.conf");
    Files.writeString(config, """
      listener %d 127.0.0.1
      allow_anonymous true
      persistence false
      max_inflight_messages 1000
      max_queued_messages 0
      user root
      """.formatted(port));
    Mosquitto broker = new Mosquitto(
        Program.start("mosquitto", cpu, List.of(binary.toString(), "-c", config.toString())), port);
    broker.awaitOpen();
    return broker;
  }

  private void awaitOpen() throws IOException {
    long endNs = System.nanoTime() + START.toNanos();
    while (System.nanoTime() - endNs < 0) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
    close();
    throw new IOException("mosquitto does not listen");
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// `tcp://127.0.0.1:<port>`.
  public String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    program.close();
  }
}
