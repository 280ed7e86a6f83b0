package io.plumbline.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Keeps this process and what it starts to one processor, as util-linux's taskset does it, until closed.
public final class Affinity implements AutoCloseable {
  private final String before;

  private Affinity(String before) {
    this.before = before;
  }

  /// Moves every thread of this process there.
  public static Affinity moveTo(int cpu) throws IOException {
    String told = taskset(List.of("-cp"));
    Affinity affinity = new Affinity(told.substring(told.lastIndexOf(':') + 1).strip());
    taskset(List.of("-acp", Integer.toString(cpu)));
    return affinity;
  }

  private static String taskset(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("taskset"));
    command.addAll(arguments);
    command.add(Long.toString(ProcessHandle.current().pid()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("this process cannot be kept to a processor: " + told);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return told;
  }

  /// Back to the processors of before.
  @Override
  public void close() throws IOException {
    taskset(List.of("-acp", before));
  }
}
