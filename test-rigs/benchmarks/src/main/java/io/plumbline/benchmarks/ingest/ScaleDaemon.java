package io.plumbline.benchmarks.ingest;

import io.plumbline.benchmarks.process.Program;
import io.plumbline.daemon.app.DaemonCommand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of the daemons that share a broker and a database, as a process.
final class ScaleDaemon implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final String DASHBOARD = "Dashboard: ";
  private static final List<String> OPTIONS = List.of("-Xmx128m", "-XX:+UseSerialGC",
      "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Program program;
  private final String page;

  private ScaleDaemon(Program program, String page) {
    this.program = program;
    this.page = page;
  }

  /// Starts one; when this returns it hears the broker.
  ///
  /// @param name     its own, at the broker and of its folder
  /// @param database `user@host:port/name`
  static ScaleDaemon start(String name, int cpu, Path folder, String brokerUri, String database) throws IOException {
    Program program = Program.java(name, cpu, OPTIONS, DaemonCommand.class,
        List.of("--broker", brokerUri, "--db", "postgresql:" + "//" + database, "--client-id", name, "--share", "gym",
            "--data", folder.resolve(name).toString(), "--http-port", "0"));
    try {
      ScaleDaemon daemon = new ScaleDaemon(program, program.await(DASHBOARD, START).substring(DASHBOARD.length()));
      daemon.awaitReady(name);
      return daemon;
    } catch (IOException e) {
      program.close();
      throw e;
    }
  }

  private void awaitReady(String name) throws IOException {
    long endNs = System.nanoTime() + START.toNanos();
    while (get("health/ready").statusCode() != 200) {
      if (System.nanoTime() - endNs > 0) {
        throw new IOException(name + " is not ready after " + START.toSeconds() + " s");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /// Reps that this process has stored.
  long stored() throws IOException {
    return counted("stored");
  }

  /// Reps that this process has thrown away because they were stored already.
  long alreadyThere() throws IOException {
    return counted("duplicate");
  }

  private long counted(String result) throws IOException {
    Matcher found = Pattern.compile("plumbline_ingest_messages_total\\{result=\"" + result + "\"} ([0-9.E]+)")
        .matcher(get("metrics").body());
    if (!found.find()) {
      throw new IOException("no count of " + result + " messages in " + page + "metrics");
    }
    return Math.round(Double.parseDouble(found.group(1)));
  }

  private HttpResponse<String> get(String path) throws IOException {
    try {
      return http.send(HttpRequest.newBuilder(URI.create(page + path)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Ends it by SIGKILL.
  void kill() {
    program.kill();
    http.close();
  }

  /// Ends it in good order, by SIGTERM.
  @Override
  public void close() {
    program.close();
    http.close();
  }
}
