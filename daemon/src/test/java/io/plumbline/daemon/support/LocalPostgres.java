package io.plumbline.daemon.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL server of the tests' own, in a temporary folder on a free port, from the binaries that are on the machine. Made once, stopped
/// when the tests end.
public final class LocalPostgres {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final Object LOCK = new Object();
  private static Optional<LocalPostgres> instance = Optional.empty();
  private static boolean tried;

  private final int port;
  private int databases;

  private LocalPostgres(int port) {
    this.port = port;
  }

  /// The server, or empty where this machine has none.
  public static Optional<LocalPostgres> get() throws IOException, InterruptedException {
    synchronized (LOCK) {
      if (!tried) {
        tried = true;
        Optional<Path> binaries = binaries();
        if (binaries.isPresent()) {
          instance = Optional.of(start(binaries.get()));
        }
      }
      return instance;
    }
  }

  /// The URL of a new, empty database.
  public String newDatabase() throws IOException, InterruptedException {
    String name;
    synchronized (this) {
      name = "test" + databases++;
    }
    run(List.of(binaries().orElseThrow().resolve("createdb").toString(), "-h", "127.0.0.1", "-p", "" + port, "-U",
        "plumbline", name));
    return "postgresql://plumbline@127.0.0.1:" + port + "/" + name;
  }

  private static Optional<Path> binaries() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static LocalPostgres start(Path binaries) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("plumbline-postgres");
    if (isRoot()) {
      // The server refuses to run as root.
      run(List.of("chown", "nobody", folder.toString()));
    }
    String data = folder.resolve("data").toString();
    asServer(binaries.resolve("initdb").toString(), "-D", data, "-U", "plumbline", "--auth=trust", "-E", "UTF8", "-N");
    int port = freePort();
    asServer(binaries.resolve("pg_ctl").toString(), "-D", data, "-w", "-l", folder.resolve("log").toString(), "-o",
        "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories= -c fsync=off", "start");
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(binaries, data, folder)));
    return new LocalPostgres(port);
  }

  private static void stop(Path binaries, String data, Path folder) {
    try {
      asServer(binaries.resolve("pg_ctl").toString(), "-D", data, "-m", "immediate", "stop");
      run(List.of("rm", "-rf", folder.toString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void asServer(String... command) throws IOException, InterruptedException {
    List<String> full = new ArrayList<>();
    if (isRoot()) {
      full.addAll(List.of("runuser", "-u", "nobody", "--"));
    }
    full.addAll(List.of(command));
    run(full);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).directory(Path.of("/").toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("failed: " + String.join(" ", command));
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
