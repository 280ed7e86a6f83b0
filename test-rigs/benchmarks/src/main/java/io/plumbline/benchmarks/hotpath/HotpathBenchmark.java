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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The agents, and what they are compared with, for JMH: an operation is one sample, or one transfer.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HotpathBenchmark {
  private static final int SAMPLES = 1000;

  /// The least that can be done with a row: it is copied once.
  @State(Scope.Thread)
  public static class Copy {
    private final RawBatch row = new RawBatch(1);
    private final RawBatch copies = new RawBatch(SAMPLES);

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

    /// Closes the chips.
    @TearDown
    public void close() {
      steady.close();
    }
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

    private @Nullable Path folder;
    private @Nullable Steady steady;

    /// Begins a recording.
    @Setup
    public void open() throws IOException {
      folder = Files.createTempDirectory("plumbline-benchmark");
      steady = new Steady(new RecorderWork(Tape.lifting(), folder, FILE_BYTES));
    }

    /// Ends and deletes it.
    @TearDown
    public void close() throws IOException {
      steady().close();
      Path made = Objects.requireNonNull(folder);
      try (Stream<Path> files = Files.list(made)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(made);
    }

    private Steady steady() {
      return Objects.requireNonNull(steady);
    }
  }

  /// A chip on SPI, asked for 20 registers in one transfer, as drivers read a packet.
  @State(Scope.Thread)
  public static class Transfer {
    private static final int BYTES = 21;
    // Facts icm-42688-p.md: bit 7 set reads; the data registers begin with the temperature's.
    private static final byte FIRST = (byte) (0x80 | 0x1D);

    private final byte[] write = new byte[BYTES];
    private final byte[] read = new byte[BYTES];
    private final Context context;
    private final Spi spi;

    /// Opens the chip.
    public Transfer() {
      ManualClock clock = new ManualClock(TimeUnit.SECONDS.toNanos(1));
      VirtualBar bar = VirtualBar.counting(clock, List.of(), clock::advanceNs);
      context = Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
          .add(VirtualPlugin.providers(bar.board(), Set.of(), clock::advanceNs)).build();
      spi = context.create(Spi.newConfigBuilder(context).id("left-imu").bus(SpiBus.BUS_0).channel(0).baud(8_000_000)
          .mode(SpiMode.MODE_0).build());
      write[0] = FIRST;
    }

    /// Closes it.
    @TearDown
    public void close() {
      context.shutdown();
    }
  }

  /// The baseline.
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public int copy(Copy state) {
    state.copies.clear();
    while (!state.copies.isFull()) {
      state.copies.addCopy(state.row, 0);
    }
    return state.copies.count(SAMPLES - 1, 0);
  }

  /// One transfer through Pi4J and the plugin, with the virtual chip's answer.
  @Benchmark
  public int transfer(Transfer state) {
    return state.spi.transfer(state.write, 0, state.read, 0, Transfer.BYTES);
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
    return state.steady().run(SAMPLES);
  }
}
