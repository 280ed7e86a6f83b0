package io.plumbline.benchmarks.ingest;

import io.plumbline.benchmarks.process.Folder;
import io.plumbline.benchmarks.process.Mosquitto;
import io.plumbline.benchmarks.process.Postgres;
import io.plumbline.benchmarks.process.Program;
import io.plumbline.daemon.app.DaemonCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One contestant stores reps, or holds bars. What is judged has a processor for itself; broker, database server and bars share the other one.
final class IngestRun {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final int SENDERS = 10;
  private static final String BROKER = "Broker: ";
  /// Those of the launcher, but for the memory.
  private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC",
      "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  /// Those of the daemon's package, for small computers.
  private static final List<String> SMALL = List.of("-Xss512k", "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-XX:MaxDirectMemorySize=32m",
      "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private static final int SMALL_HEAP_MB = 96;
  private static final int FEW_BARS = 400;
  private static final int LARGE_HEAP_MB = 256;

  private final int cpu;
  private final int otherCpu;
  private final @Nullable Postgres postgres;

  /// @param postgres null where there is none
  IngestRun(int cpu, int otherCpu, @Nullable Postgres postgres) {
    this.cpu = cpu;
    this.otherCpu = otherCpu;
    this.postgres = postgres;
  }

  /// How it went.
  ///
  /// @param repsPerS   from the first message to the last commit
  /// @param processorS of what is judged, for all reps
  record Result(double repsPerS, double processorS) {}

  /// Lets it store `bars` times `repsEach` reps, after as many to get warm: compiling takes a third of the processor until then.
  Result store(Contestant contestant, int bars, int repsEach) throws IOException {
    int warm = repsEach;
    int all = warm + repsEach;
    try (Folder folder = new Folder();
        Mosquitto broker = contestant.bringsBroker() ? null : Mosquitto.start(folder.path(), otherCpu);
        Program program = start(contestant, folder.path(), broker, OPTIONS, bars * warm, bars * all)) {
      String uri = contestant.isDaemon ? address(program) : broker(broker).uri();
      program.await(contestant.isDaemon ? "Dashboard: " : "listening", START);
      try (Bars publishing = new Bars(uri, bars)) {
        store(contestant, program, publishing, new Span(uri, bars, 1, warm));
        double processorS = program.processorS();
        long beginNs = System.nanoTime();
        store(contestant, program, publishing, new Span(uri, bars, warm + 1, all));
        return new Result(bars * repsEach / ((System.nanoTime() - beginNs) * 1e-9), program.processorS() - processorS);
      }
    }
  }

  /// What is published.
  private record Span(String uri, int bars, int first, int last) {}

  private static void store(Contestant contestant, Program program, Bars publishing, Span span) throws IOException {
    Duration limit = Bars.limit(span.bars * (span.last - span.first + 1));
    if (contestant.isDaemon) {
      try (StoredWatch stored = new StoredWatch(span.uri, span.bars, span.last)) {
        publishing.publish(span.first, span.last, SENDERS);
        stored.await(limit);
      }
    } else {
      publishing.publish(span.first, span.last, SENDERS);
      program.await("stored " + span.bars * span.last, limit);
    }
  }

  /// Memory of the daemon with everything in it, while so many bars are connected and each has published a set, MB.
  double residentMb(int bars, int repsEach) throws IOException {
    List<String> options = Stream.concat(Stream.of("-Xmx" + heapMb(bars) + "m"), SMALL.stream()).toList();
    try (Folder folder = new Folder();
        Program program = start(Contestant.DAEMON_EMBEDDED, folder.path(), null, options, 0, 0)) {
      String uri = address(program);
      try (Bars all = new Bars(uri, bars); StoredWatch stored = new StoredWatch(uri, bars, repsEach)) {
        all.publish(1, repsEach, SENDERS);
        stored.await(Bars.limit(bars * repsEach));
        LockSupport.parkNanos(SETTLE.toNanos());
        return program.residentMb();
      } catch (IOException e) {
        throw program.isAlive() ? e : new IOException("the daemon ended with " + bars + " bars: " + e.getMessage(), e);
      }
    }
  }

  /// The package's 96 MB, and more where it would refuse so many connections.
  static int heapMb(int bars) {
    return bars <= FEW_BARS ? SMALL_HEAP_MB : LARGE_HEAP_MB;
  }

  private static String address(Program daemon) throws IOException {
    return daemon.await(BROKER, START).substring(BROKER.length()).replace(" (embedded)", "");
  }

  private static Mosquitto broker(@Nullable Mosquitto broker) throws IOException {
    if (broker == null) {
      throw new IOException("no broker");
    }
    return broker;
  }

  private Program start(Contestant contestant, Path folder, @Nullable Mosquitto broker, List<String> options, int warm,
      int count) throws IOException {
    if (!contestant.isDaemon) {
      String database = contestant.usesPostgres
          ? "jdbc:postgresql:" + "//" + newDatabase().replaceFirst("^(.*)@(.*)$", "$2?user=$1")
          : "jdbc:sqlite:" + folder.resolve("bridge.db");
      return Program.java("bridge", cpu, options, PlainBridge.class, List.of(broker(broker).uri(), database,
          Integer.toString(contestant.batch), Integer.toString(warm), Integer.toString(count)));
    }
    List<String> arguments = new ArrayList<>(
        List.of("--data", folder.resolve("data").toString(), "--http-port", "0"));
    if (contestant.bringsBroker()) {
      arguments.addAll(List.of("--mqtt-port", "0"));
    } else {
      arguments.addAll(List.of("--broker", broker(broker).uri()));
    }
    if (contestant.usesPostgres) {
      arguments.addAll(List.of("--db", "postgresql://" + newDatabase()));
    }
    return Program.java("daemon", cpu, options, DaemonCommand.class, arguments);
  }

  private String newDatabase() throws IOException {
    if (postgres == null) {
      throw new IOException("no PostgreSQL server");
    }
    return postgres.newDatabase();
  }
}
