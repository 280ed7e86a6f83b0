package io.plumbline.bar.app;

import io.plumbline.bar.sampling.LoopStatistics;
import io.plumbline.bar.sampling.SamplingAgent;
import io.plumbline.pi4j.edge.EdgeInput;
import io.plumbline.pi4j.linux.AbsoluteTimer;
import io.plumbline.pi4j.linux.RealTimeConfig;
import io.plumbline.pi4j.linux.RealTimeReport;
import io.plumbline.pi4j.linux.RealTimeSetup;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The thread that reads the chips, as punctual as the system lets it be. It sleeps between passes and spins for the last tenth of a
/// millisecond at the most; a pass that comes late is done once, not made up for: the chips' own buffers hold what was missed.
public final class SamplingLoop implements AutoCloseable {
  private final SamplingAgent agent;
  private final LoopStatistics statistics;
  private final RealTimeConfig rights;
  private final @Nullable EdgeInput dataReady;
  private final Consumer<RealTimeReport> report;
  private final Thread thread = Thread.ofPlatform().name("sampling").daemon(true).unstarted(this::run);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile @Nullable Throwable failure;

  /// @param rights    what the thread asks of the system
  /// @param dataReady whose edges start a pass, null for the timer alone
  /// @param report    told once, on the loop's thread, what the system granted
  public SamplingLoop(SamplingAgent agent, LoopStatistics statistics, RealTimeConfig rights,
      @Nullable EdgeInput dataReady, Consumer<RealTimeReport> report) {
    this.agent = agent;
    this.statistics = statistics;
    this.rights = rights;
    this.dataReady = dataReady;
    this.report = report;
  }

  /// Starts reading.
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      report.accept(RealTimeSetup.apply(rights));
      if (dataReady == null) {
        onTimer();
      } else {
        onEdges(dataReady);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      ended.countDown();
    }
  }

  private void onTimer() {
    AbsoluteTimer timer = new AbsoluteTimer(AbsoluteTimer.MOST_SPIN_NS);
    long periodNs = statistics.periodNs();
    long dueNs = System.nanoTime() + periodNs;
    while (!stopping) {
      long lateNs = timer.sleepUntil(dueNs);
      dueNs = pass(dueNs, lateNs);
    }
  }

  /// An edge starts a pass; after two periods without one the timer does, until edges come again. The driver takes the edges with their times; where it does not, waiting for
  /// one would end at once for ever, so two passes are never closer than half a period.
  private void onEdges(EdgeInput input) {
    AbsoluteTimer timer = new AbsoluteTimer(AbsoluteTimer.MOST_SPIN_NS);
    long periodNs = statistics.periodNs();
    long passNs = System.nanoTime();
    boolean alive = true;
    while (!stopping) {
      int status = input.await(alive ? 2 * periodNs : 0);
      long nowNs = System.nanoTime();
      alive = status > 0;
      if (!alive || nowNs - passNs < periodNs / 2) {
        timer.sleepUntil(passNs + periodNs);
        nowNs = System.nanoTime();
      }
      pass(passNs + periodNs, Math.max(0, nowNs - passNs - periodNs));
      passNs = nowNs;
    }
  }

  /// @return when the next pass is due
  private long pass(long dueNs, long lateNs) {
    long periodNs = statistics.periodNs();
    long missed = lateNs / periodNs;
    statistics.onWake(lateNs, missed);
    long beganNs = System.nanoTime();
    agent.doWork();
    statistics.onDone(System.nanoTime() - beganNs);
    return dueNs + (missed + 1) * periodNs;
  }

  /// What ended the loop unasked, null while nothing has.
  public @Nullable Throwable failure() {
    return failure;
  }

  /// Whether it reads no more.
  public boolean isOver() {
    return ended.getCount() == 0;
  }

  /// Ends the loop after its pass and waits for that.
  @Override
  public void close() {
    stopping = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
