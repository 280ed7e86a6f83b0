package io.plumbline.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program of its own on one processor, ended with this object. Thread-safe but for [#await], which one thread calls.
public final class Program implements AutoCloseable {
  private static final String END = "\0";
  private static final long CLOSE_S = 20;
  private static final double KB_PER_MB = 1000;
  private static final double KIB = 1.024;

  private final String name;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private Program(String name, Process process) {
    this.name = name;
    this.process = process;
    Thread.ofPlatform().daemon().name("hear-" + name).start(this::hear);
  }

  /// Starts one.
  ///
  /// @param name for messages
  /// @param cpu  the one processor that it may use
  public static Program start(String name, int cpu, List<String> command) throws IOException {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(cpu)));
    pinned.addAll(command);
    return new Program(name, new ProcessBuilder(pinned).redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start());
  }

  /// Starts a class of this program's own class path.
  ///
  /// @param options of the JVM
  public static Program java(String name, int cpu, List<String> options, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return start(name, cpu, command);
  }

  /// Where a program of the system is; also looks where those of the superuser are.
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
    return Stream.of(path.split(":")).filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable).findFirst();
  }

  private void hear() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      // It ended.
    }
    lines.add(END);
  }

  /// Waits for a line of its output; those before it are forgotten.
  ///
  /// @param begins how the line begins
  /// @throws IOException where the program ends, or says nothing of the kind in time
  public String await(String begins, Duration limit) throws IOException {
    long endNs = System.nanoTime() + limit.toNanos();
    String last = "";
    try {
      while (true) {
        String line = lines.poll(Math.max(0, endNs - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (line == null || line.equals(END)) {
          throw new IOException(name + (line == null
              ? " said no '" + begins + "' within " + limit.toSeconds() + " s"
              : " ended") + (last.isEmpty() ? "" : "; its last line: " + last));
        }
        if (line.startsWith(begins)) {
          return line;
        }
        last = line;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name + " was not waited for", e);
    }
  }

  /// Processor time that it has used, s.
  public double processorS() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() * 1e-9;
  }

  /// Whether it runs.
  public boolean isAlive() {
    return process.isAlive();
  }

  /// Memory that it holds, MB.
  public double residentMb() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) * KIB / KB_PER_MB;
      }
    }
    throw new IOException(name + " tells no memory");
  }

  /// Ends it by SIGKILL.
  public void kill() {
    process.destroyForcibly();
    end();
  }

  @Override
  public void close() {
    process.destroy();
    end();
  }

  private void end() {
    try {
      if (!process.waitFor(CLOSE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
