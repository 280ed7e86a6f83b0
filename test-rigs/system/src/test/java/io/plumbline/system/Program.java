package io.plumbline.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A program started as a user would start it. Reads what it prints while it runs; closing it ends it and everything that it started.
public final class Program implements AutoCloseable {
  private static final long PATIENCE_S = 120;
  /// Marks the end of the output in the queue.
  private static final String END = "\0";

  private final Process process;
  private final Path errors;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> printed = new ArrayList<>();
  private final Thread reader;

  private Program(ProcessBuilder builder) throws IOException {
    errors = Files.createTempFile("plumbline-system", ".err");
    process = builder.redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    reader = Thread.ofPlatform().daemon().name("output of " + process.pid()).start(this::read);
  }

  private void read() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        unread.add(line);
      }
    } catch (IOException e) {
      // The process was ended while it printed.
      unread.add("cut off: " + e.getMessage());
    } finally {
      unread.add(END);
    }
  }

  /// `./plumbline` of this repository; it must not build, for Maven is at it.
  public static Program plumbline(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Repository.ROOT.resolve("plumbline").toString()));
    command.addAll(List.of(arguments));
    return start(Path.of("").toAbsolutePath(), Map.of("PLUMBLINE_NO_BUILD", "1"), command);
  }

  /// Any program, in a folder, with more environment.
  public static Program start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return new Program(builder);
  }

  /// Waits for a line of standard output that begins with `prefix` and returns the rest of it.
  public String awaitLine(String prefix) {
    while (true) {
      String line = nextLine();
      if (line == null) {
        throw new AssertionError("ended without printing '" + prefix + "'; it printed " + printed + " and " + errors());
      }
      if (line.startsWith(prefix)) {
        return line.substring(prefix.length()).strip();
      }
    }
  }

  private @Nullable String nextLine() {
    try {
      String line = unread.poll(PATIENCE_S, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("printed nothing for " + PATIENCE_S + " s after " + printed + " and " + errors());
      }
      if (line.equals(END)) {
        unread.add(END);
        return null;
      }
      printed.add(line);
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// Waits for the end and returns the exit status.
  public int awaitEnd() {
    try {
      while (nextLine() != null) {
        // Collects the lines.
      }
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new AssertionError("does not end; it printed " + printed + " and " + errors());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// All lines of standard output that were waited for.
  public List<String> lines() {
    return List.copyOf(printed);
  }

  /// Standard error so far.
  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The id of the process.
  public long pid() {
    return process.pid();
  }

  /// Whether it runs.
  public boolean isAlive() {
    return process.isAlive();
  }

  /// The system's id of its thread of this name, as `/proc` tells.
  public String thread(String name) throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid()), "task"))) {
      for (Path thread : threads.toList()) {
        if (Files.readString(thread.resolve("comm")).strip().equals(name)) {
          return thread.getFileName().toString();
        }
      }
    }
    throw new AssertionError("there is no thread " + name);
  }

  /// Its children and theirs.
  public List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /// Sends a signal as `kill` does.
  public void signal(String name) throws IOException {
    try (Program kill = start(Path.of("").toAbsolutePath(), Map.of(),
        List.of("kill", "-" + name, Long.toString(pid())))) {
      if (kill.awaitEnd() != 0) {
        throw new AssertionError("kill -" + name + ": " + kill.errors());
      }
    }
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> children = descendants();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      children.forEach(ProcessHandle::destroyForcibly);
      reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(errors);
  }
}
