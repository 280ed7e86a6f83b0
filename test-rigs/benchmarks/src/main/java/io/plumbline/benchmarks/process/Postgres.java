package io.plumbline.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A PostgreSQL server of its own on loopback and a free port, with Debian's settings: what is committed is on the disk.
public final class Postgres implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private final Path binaries;
  private final Path data;
  private final int port;
  private int databases;

  private Postgres(Path binaries, Path data, int port) {
    this.binaries = binaries;
    this.data = data;
    this.port = port;
  }

  /// Starts one.
  ///
  /// @param folder for its data; whoever it runs as gets it
  /// @param cpu    the one processor that it may use
  /// @throws IOException where there is none
  public static Postgres start(Path folder, int cpu) throws IOException {
    Path binaries = binaries();
    Path home = Files.createDirectory(folder.resolve("postgres"));
    if (isRoot()) {
      // The server refuses to run as root.
      run(List.of("chmod", "a+x", folder.toString()));
      run(List.of("chown", "nobody", home.toString()));
    }
    Postgres server = new Postgres(binaries, home.resolve("data"), Mosquitto.freePort());
    server.asServer(List.of(), "initdb", "-D", server.data.toString(), "-U", "plumbline", "--auth=trust", "-E", "UTF8");
    server.asServer(List.of("taskset", "-c", Integer.toString(cpu)), "pg_ctl", "-D", server.data.toString(), "-w", "-l",
        home.resolve("log").toString(), "-o",
        "-c listen_addresses=127.0.0.1 -c port=" + server.port + " -c unix_socket_directories=", "start");
    return server;
  }

  private static Path binaries() throws IOException {
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> versions = Files.list(INSTALLED)) {
        Path newest = versions.map(version -> version.resolve("bin"))
            .filter(bin -> Files.isExecutable(bin.resolve("initdb"))).max(Comparator.naturalOrder()).orElse(null);
        if (newest != null) {
          return newest;
        }
      }
    }
    throw new IOException("there is no PostgreSQL server; Debian's package postgresql has it");
  }

  /// A new, empty database.
  ///
  /// @return `plumbline@127.0.0.1:<port>/<name>`
  public String newDatabase() throws IOException {
    String name = "ingest" + databases++;
    asServer(List.of(), "createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "plumbline", name);
    return "plumbline@127.0.0.1:" + port + "/" + name;
  }

  private void asServer(List<String> prefix, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "nobody", "--"));
    }
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("plumbline-postgres", ".log");
    try {
      // To a file: the server keeps the stream of pg_ctl open.
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
          .directory(Path.of("/").toFile()).start();
      if (process.waitFor() != 0) {
        throw new IOException(
            String.join(" ", command) + " failed: " + Files.readString(output, StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + " was not waited for", e);
    } finally {
      Files.delete(output);
    }
  }

  @Override
  public void close() throws IOException {
    asServer(List.of(), "pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
  }
}
