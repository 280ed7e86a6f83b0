package io.plumbline.daemon.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Mosquitto of the test's own, on loopback and a free port.
public final class LocalMosquitto implements AutoCloseable {
  private static final long START_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);

  private final Process process;
  private final int port;

  private LocalMosquitto(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  private static Stream<Path> programs() {
    return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto").map(Path::of).filter(Files::isExecutable);
  }

  /// Whether Debian's package is installed.
  public static boolean isThere() {
    return programs().findAny().isPresent();
  }

  /// Starts one.
  ///
  /// @param folder where its settings and its log go
  public static LocalMosquitto start(Path folder) throws IOException, InterruptedException {
    return start(folder, List.of());
  }

  /// Starts one with more settings.
  public static LocalMosquitto start(Path folder, List<String> more) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path settings = folder.resolve("mosquitto.conf");
    List<String> lines = new ArrayList<>(List.of("listener " + port + " 127.0.0.1", "allow_anonymous true",
        "max_queued_messages 0", "user " + System.getProperty("user.name")));
    lines.addAll(more);
    Files.write(settings, lines);
    Process process = new ProcessBuilder(programs().findAny().orElseThrow().toString(), "-c", settings.toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve("mosquitto.log").toFile()).start();
    LocalMosquitto started = new LocalMosquitto(process, port);
    long end = System.nanoTime() + START_TIMEOUT_NS;
    while (!started.answers()) {
      if (System.nanoTime() > end || process.waitFor(20, TimeUnit.MILLISECONDS)) {
        started.close();
        throw new IOException("mosquitto did not start: " + Files.readString(folder.resolve("mosquitto.log")));
      }
    }
    return started;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  public String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
