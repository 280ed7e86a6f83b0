package io.plumbline.benchmarks.hotpath;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import io.plumbline.virtualchips.wire.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The agents, and what they are compared with, for JMH: an operation is one sample, or one transfer. A shot is two millions of them, however
/// long that takes: what the harness itself allocates for a shot is then as little a sample on a slow or busy machine as on a fast one. Nothing
/// is closed at the end, as JMH counts that with the last shot, and the Java machine ends with it.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HotpathBenchmark {
  private static final int SAMPLES = 2_000_000;

  /// The least that can be done with a row: it is copied once.
  @State(Scope.Thread)
  public static class Copy {
    private static final int ROWS = 1000;

    private final RawBatch row = new RawBatch(1);
    private final RawBatch copies = new RawBatch(ROWS);

    /// A row as an inertial unit gives it.
    @Setup
    public void fill() {
      row.add(0, 1, 1, 0);
      for (int channel = 0; channel < RawBatch.WIDTH; channel++) {
        row.setCount(0, channel, 1000 * channel);
      }
    }
  }

  /// The agent that reads the chips.
  @State(Scope.Thread)
  public static class Sampling {
    private final Steady steady = new Steady(new SamplingWork());
  }

  /// The agent that follows the bar.
  @State(Scope.Thread)
  public static class Pipeline {
    private final Steady steady = new Steady(new PipelineWork(Tape.lifting()));
  }

  /// The agent that records.
  @State(Scope.Thread)
  public static class Recorder {
    private static final long FILE_BYTES = 256L << 20;

    private final Steady steady;

    /// Begins a recording, which goes when the Java machine does.
    public Recorder() {
      Path folder = folder();
      steady = new Steady(new RecorderWork(Tape.lifting(), folder, FILE_BYTES));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    }

    private static Path folder() {
      try {
        return Files.createTempDirectory("plumbline-benchmark");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path folder) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException e) {
        System.err.println("Could not delete " + folder + ": " + e);
      }
    }
  }

  /// A chip on SPI, asked for 20 registers in one transfer, as drivers read a packet.
  @State(Scope.Thread)
  public static class Transfer {
    private static final int BYTES = 21;
    // Facts icm-42688-p.md: bit 7 set reads; the data registers begin with the temperature's.
    private static final byte FIRST = (byte) (0x80 | 0x1D);
    /// Pi4J tells of each start. Kept here, as loggers that nobody holds forget their level.
    private static final Logger PI4J = Logger.getLogger("com.pi4j");

    private final byte[] write = new byte[BYTES];
    private final byte[] read = new byte[BYTES];
    private final Spi spi;

    /// Opens the chip.
    public Transfer() {
      PI4J.setLevel(Level.OFF);
      ManualClock clock = new ManualClock(TimeUnit.SECONDS.toNanos(1));
      VirtualBar bar = VirtualBar.counting(clock, List.of(), clock::advanceNs);
      Context context = Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
          .add(VirtualPlugin.providers(bar.board(), Set.of(), clock::advanceNs)).build();
      spi = context.create(Spi.newConfigBuilder(context).id("left-imu").bus(SpiBus.BUS_0).channel(0).baud(8_000_000)
          .mode(SpiMode.MODE_0).build());
      write[0] = FIRST;
    }
  }

  /// The baseline.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public int copy(Copy state) {
    for (int i = 0; i < SAMPLES; i++) {
      if (state.copies.isFull()) {
        state.copies.clear();
      }
      state.copies.addCopy(state.row, 0);
    }
    return state.copies.count(Copy.ROWS - 1, 0);
  }

  /// One transfer through Pi4J and the plugin, with the virtual chip's answer.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public long transfer(Transfer state) {
    long bytes = 0;
    for (int i = 0; i < SAMPLES; i++) {
      bytes += state.spi.transfer(state.write, 0, state.read, 0, Transfer.BYTES);
    }
    return bytes;
  }

  /// From the chips to the rings.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public long sampling(Sampling state) {
    return state.steady.run(SAMPLES);
  }

  /// From the ring to reps.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public long pipeline(Pipeline state) {
    return state.steady.run(SAMPLES);
  }

  /// From the ring to the disk.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public long recorder(Recorder state) {
    return state.steady.run(SAMPLES);
  }
}
