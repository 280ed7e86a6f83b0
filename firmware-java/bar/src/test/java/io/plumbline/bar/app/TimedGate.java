package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.health.Health;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Lets time stand at times of the samples that a test names; commands are still heard then.
final class TimedGate implements FrameSource {
  private static final double NS = 1e9;

  private final FrameSource source;
  private final Deque<Double> timesS;
  private final Semaphore reached = new Semaphore(0);
  private final Semaphore released = new Semaphore(0);
  private volatile boolean stopping;
  private LongConsumer idle = timeNs -> {};
  private long firstNs;
  private long lastNs;

  /// @param timesS since the first frame
  TimedGate(FrameSource source, List<Double> timesS) {
    this.source = source;
    this.timesS = new ArrayDeque<>(timesS);
  }

  void awaitHeld() throws InterruptedException {
    assertTrue(reached.tryAcquire(120, TimeUnit.SECONDS), "the bar does not come to where the test wants it");
  }

  void release() {
    released.release();
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    if (!timesS.isEmpty() && (lastNs - firstNs) / NS > timesS.getFirst()) {
      timesS.removeFirst();
      reached.release();
      hold();
    }
    boolean more = source.next(frame);
    lastNs = frame.timeNs();
    firstNs = firstNs == 0 ? lastNs : firstNs;
    return more;
  }

  private void hold() {
    boolean held = true;
    while (held && !stopping) {
      idle.accept(lastNs);
      held = !isReleased();
    }
  }

  /// Waits a moment for it: what comes meanwhile is done in between.
  private boolean isReleased() {
    try {
      return released.tryAcquire(1, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping = true;
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void accompany(Companions companions) {
    idle = companions.idle();
    source.accompany(companions);
  }

  @Override
  public boolean stop() {
    stopping = true;
    return source.stop();
  }

  @Override
  public Optional<SamplingHealth> health() {
    return source.health();
  }

  @Override
  public @Nullable Health condition() {
    return source.condition();
  }

  @Override
  public BarSetup setup() {
    return source.setup();
  }

  @Override
  public Info.Mode mode() {
    return source.mode();
  }

  @Override
  public Set<Channel> channels() {
    return source.channels();
  }

  @Override
  public Exercise exercise() {
    return source.exercise();
  }
}
