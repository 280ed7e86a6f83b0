package io.plumbline.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of the system.
final class Tools {
  private Tools() {}

  /// Where a program is; also looks where those of the superuser are.
  static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin" + File.pathSeparator
        + "/sbin";
    return Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
  }

  /// Whether this process may do what the superuser may.
  static boolean isRoot() {
    return "0".equals(output(List.of("id", "-u")).strip());
  }

  /// Runs a program.
  ///
  /// @throws IllegalStateException with what it printed where it fails
  static void run(String... command) {
    output(List.of(command));
  }

  /// Runs a program that may fail.
  ///
  /// @return whether it went through
  static boolean tries(String... command) {
    try {
      output(Arrays.asList(command));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static String output(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", command) + " ends with " + status + ": " + text.strip());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(command.getFirst() + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(command.getFirst() + " was interrupted", e);
    }
  }
}
