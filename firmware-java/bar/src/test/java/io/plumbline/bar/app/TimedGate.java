package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// Lets time stand at times of the samples that a test names, and where it says so; commands are still heard then.
final class TimedGate extends ForwardingSource {
  private static final double NS = 1e9;

  private final Deque<Double> timesS;
  private final Semaphore reached = new Semaphore(0);
  private final Semaphore released = new Semaphore(0);
  private volatile boolean held;
  private volatile boolean stopping;
  private LongConsumer idle = timeNs -> {};
  private long firstNs;
  private long lastNs;

  /// @param timesS since the first frame
  TimedGate(FrameSource source, List<Double> timesS) {
    super(source);
    this.timesS = new ArrayDeque<>(timesS);
  }

  void awaitHeld() throws InterruptedException {
    assertTrue(reached.tryAcquire(120, TimeUnit.SECONDS), "the bar does not come to where the test wants it");
  }

  /// Time stands from the next sample on.
  void hold() {
    held = true;
  }

  void release() {
    released.release();
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    if (!timesS.isEmpty() && (lastNs - firstNs) / NS > timesS.getFirst()) {
      timesS.removeFirst();
      held = true;
    }
    if (held) {
      reached.release();
      stand();
    }
    boolean more = super.next(frame);
    lastNs = frame.timeNs();
    firstNs = firstNs == 0 ? lastNs : firstNs;
    return more;
  }

  private void stand() {
    while (held && !stopping) {
      idle.accept(lastNs);
      awaitRelease();
    }
  }

  /// For a moment: what comes meanwhile is done in between.
  private void awaitRelease() {
    try {
      if (released.tryAcquire(1, TimeUnit.MILLISECONDS)) {
        held = false;
      }
    } catch (InterruptedException e) {
      stopping = true;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void accompany(Companions companions) {
    idle = companions.idle();
    super.accompany(companions);
  }

  @Override
  public boolean stop() {
    stopping = true;
    return super.stop();
  }
}
