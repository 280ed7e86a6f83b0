package io.plumbline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process that the campaign has started and may break. What it prints goes to a file.
final class Child implements AutoCloseable {
  private static final long END_S = 20;
  private final Process process;
  private final Path output;

  private Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static Child start(List<String> command, Map<String, String> environment, Path output) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().putAll(environment);
      return new Child(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(command.getFirst() + " cannot be started", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Exit status of one that has ended.
  int status() {
    return process.exitValue();
  }

  /// Everything that it has printed.
  String output() {
    try {
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SIGKILL, also for those that it has started.
  void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    await(Duration.ofSeconds(END_S));
  }

  /// Sends a signal by its name without SIG.
  void signal(String name) {
    Tools.run("kill", "-" + name, Long.toString(process.pid()));
  }

  /// Waits for the end.
  ///
  /// @return whether it came in time
  boolean await(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// SIGTERM, and SIGKILL where that does not help.
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    if (!await(Duration.ofSeconds(END_S))) {
      process.destroyForcibly();
      await(Duration.ofSeconds(END_S));
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
