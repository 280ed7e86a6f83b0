package io.plumbline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the programs are started.
///
/// @param java       the JVM and its options
/// @param main       class of all commands
/// @param mosquitto  the broker's program
record Deployment(List<String> java, String main, Path mosquitto) {
  /// Above what the programs need at their start, below what they would take.
  private static final String TIGHT_HEAP = "-Xmx20m";

  Deployment {
    java = List.copyOf(java);
  }

  /// What is different with one run.
  ///
  /// @param prefix      of the command
  /// @param environment more variables
  /// @param isTight     whether it gets too little memory
  /// @param spoilsDisk  whether its disk fails
  record Twist(List<String> prefix, Map<String, String> environment, boolean isTight, boolean spoilsDisk) {
    static final Twist NONE = new Twist(List.of(), Map.of(), false, false);
    static final Twist TIGHT = new Twist(List.of(), Map.of(), true, false);

    Twist {
      prefix = List.copyOf(prefix);
      environment = Map.copyOf(environment);
    }

    /// From the `first` force on, each `step`-th fails.
    static Twist failingForces(int first, int step) {
      return new Twist(List.of("strace", "-f", "-qqq", "--seccomp-bpf", "-o", "/dev/null", "-e",
          "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO:when=" + first + "+" + step), Map.of(),
          false, true);
    }

    /// The wall clock is wrong; the monotonic one is not.
    static Twist wrongClock(Path library, String time) {
      return new Twist(List.of(), Map.of("LD_PRELOAD", library.toString(), "FAKETIME", time,
          "FAKETIME_DONT_FAKE_MONOTONIC", "1", "DONT_FAKE_MONOTONIC", "1"), false, false);
    }
  }

  List<String> bar(String broker, Path state, String scenario, String speed, Twist twist) {
    return command(twist, "bar", "--virtual", scenario, "--speed", speed, "--state", state.toString(), "--broker",
        broker);
  }

  List<String> daemon(String broker, Path data, Twist twist) {
    return command(twist, "daemon", "--no-accounts", "--broker", broker, "--data", data.toString(), "--http-port", "0");
  }

  private List<String> command(Twist twist, String... arguments) {
    List<String> command = new ArrayList<>(twist.prefix);
    command.addAll(java);
    if (twist.isTight) {
      command.addAll(List.of(TIGHT_HEAP, "-XX:+ExitOnOutOfMemoryError"));
    }
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }

  /// A broker that keeps what it has in memory and writes it to the disk now and then, as Debian's does.
  List<String> broker(int port, Path data) {
    Path config = data.resolveSibling("mosquitto.conf");
    try {
      Files.createDirectories(data.resolve("store"));
      Files.writeString(config, """
        listener %d 127.0.0.1
        allow_anonymous true
        persistence true
        persistence_location %s/
        autosave_interval 10
        user root
        """.formatted(port, data.resolve("store")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(mosquitto.toString(), "-c", config.toString());
  }
}
