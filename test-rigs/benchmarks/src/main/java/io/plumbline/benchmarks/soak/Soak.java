package io.plumbline.benchmarks.soak;

import io.plumbline.bar.app.ChipRack;
import io.plumbline.bar.app.SamplingLoop;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.sampling.BatchRing;
import io.plumbline.bar.sampling.LoopStatistics;
import io.plumbline.bar.sampling.SamplingAgent;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.pi4j.edge.EdgeInput;
import io.plumbline.pi4j.linux.RealTimeConfig;
import io.plumbline.pi4j.linux.RealTimeReport;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;

/// The firmware's own loop, drivers and rings on virtual chips, in real time, with a reader that keeps a ledger of every sample.
final class Soak {
  private static final int BATCHES = 512;
  private static final int ROWS = 64;
  private static final long IDLE_NS = 1_000_000;
  /// Set-up of the chips and the first rates; what is late then is not the loop's fault.
  private static final long WARM_UP_NS = 5_000_000_000L;

  private final BarConfig config;
  private final RealTimeConfig rights;

  /// What a run has shown.
  ///
  /// @param report   what the system granted the loop
  /// @param wakes    how late it woke
  /// @param works    how long a pass took
  /// @param ledgers  of each stream
  /// @param dropped  rows that found no room in the ring
  /// @param misuses  what the drivers did that no data sheet allows
  record Result(RealTimeReport report, Latencies wakes, Latencies works, long passes, long skipped,
      List<Ledger> ledgers,
      long dropped, List<String> misuses) {}

  Soak(BarConfig config, RealTimeConfig rights) {
    this.config = config;
    this.rights = rights;
  }

  /// Runs for a while.
  ///
  /// @param progress told the seconds that have passed
  Result run(long seconds, LongConsumer progress) {
    try (VirtualBar bar = VirtualBar.counting(System::nanoTime, List.of(), LockSupport::parkNanos);
        ChipRack rack = ChipRack.open(config, VirtualPlugin.providers(bar.board(), ChipRack.fallingLines(config)))) {
      List<Ledger> ledgers = new ArrayList<>();
      for (RawStream stream : rack.streams()) {
        ledgers.add(new Ledger(stream.name(), Objects.requireNonNull(bar.pattern(stream.name()), stream.name())));
      }
      BatchRing ring = new BatchRing(BATCHES, ROWS);
      LoopStatistics statistics = new LoopStatistics(config.loop().periodNs());
      AtomicReference<RealTimeReport> report = new AtomicReference<>(new RealTimeReport(0, List.of()));
      AtomicLong thread = new AtomicLong();
      CountDownLatch started = new CountDownLatch(1);
      EdgeInput edges = config.loop().wake() == BarConfig.Wake.DATA_READY ? rack.firstDataReady() : null;
      try (SamplingLoop loop = new SamplingLoop(new SamplingAgent(rack.drivers(), List.of(ring), System::nanoTime),
          statistics, rights,
          edges, told -> {
            report.set(told);
            thread.set(Thread.currentThread().threadId());
            started.countDown();
          })) {
        loop.start();
        await(started);
        read(ring, ledgers, WARM_UP_NS, seconds1 -> {});
        statistics.takeLatenesses();
        statistics.takeWorks();
        long skippedBefore = statistics.skipped();
        long passesBefore = statistics.loops();
        long cpuBefore = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.get());
        long beganNs = System.nanoTime();
        read(ring, ledgers, seconds * 1_000_000_000L, progress);
        double spentNs = System.nanoTime() - beganNs;
        double cpu = 100 * (ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.get()) - cpuBefore) / spentNs;
        Histogram wakes = statistics.takeLatenesses().copy();
        Histogram works = statistics.takeWorks().copy();
        return new Result(report.get(), Latencies.of("this loop", wakes, cpu),
            Latencies.of("its work", works, Double.NaN),
            statistics.loops() - passesBefore, statistics.skipped() - skippedBefore, ledgers, ring.droppedRows(),
            bar.misuses());
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void read(BatchRing ring, List<Ledger> ledgers, long spanNs, LongConsumer progress) {
    long beganNs = System.nanoTime();
    long told = 0;
    long nowNs = beganNs;
    while (nowNs - beganNs < spanNs) {
      RawBatch batch = ring.take();
      if (batch == null) {
        LockSupport.parkNanos(IDLE_NS);
      } else {
        for (int row = 0; row < batch.size(); row++) {
          ledgers.get(batch.stream(row)).add(batch, row);
        }
        ring.release(batch);
      }
      nowNs = System.nanoTime();
      long passedS = (nowNs - beganNs) / 1_000_000_000L;
      if (passedS > told) {
        told = passedS;
        progress.accept(passedS);
      }
    }
  }
}
