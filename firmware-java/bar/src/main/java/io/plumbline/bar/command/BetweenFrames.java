package io.plumbline.bar.command;

import io.plumbline.bar.health.Health;
import io.plumbline.core.sample.SensorFrame;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has things done by the thread that measures, between two frames. That thread never waits for anybody.
public final class BetweenFrames {
  /// Longer than the longest work on a set; where no frame comes, tasks are done all the same.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private @Nullable FrameWatch watch;
  private @Nullable Hold hold;

  /// Looks at frames for a while.
  interface FrameWatch {
    /// Takes a frame after the measurement took it.
    ///
    /// @return whether it wants another one
    boolean accept(SensorFrame frame);
  }

  /// Keeps frames from the measuring for a while.
  interface Hold {
    /// Some time has passed, with a frame or without one.
    ///
    /// @param timeNs of the frames
    /// @return false where it is over
    boolean goOn(long timeNs);

    /// Whether frames are to be kept away now.
    boolean holds();

    /// No frame will come any more.
    void end();

    /// How the bar is meanwhile.
    Health over(Health health);
  }

  /// Does what waits. For the thread that measures, while no frame comes too.
  public void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /// Does what waits, and shows the frame to whoever looks at frames. For the thread that measures.
  public void run(SensorFrame frame) {
    run();
    FrameWatch now = watch;
    if (now != null && !now.accept(frame)) {
      watch = null;
    }
  }

  /// Whether frames are kept from the measuring now. For the thread that measures, with each frame and while none comes.
  ///
  /// @param timeNs now, by the clock of the frames
  public boolean isHeld(long timeNs) {
    Hold now = hold;
    if (now != null && !now.goOn(timeNs)) {
      hold = null;
    }
    return hold != null && hold.holds();
  }

  /// No frame will come any more. For the thread that measures.
  ///
  /// @return whether frames were kept away until now
  public boolean end() {
    Hold now = hold;
    hold = null;
    if (now == null) {
      return false;
    }
    now.end();
    return true;
  }

  /// How the bar is, with what keeps it from measuring. For the thread that measures.
  ///
  /// @param health how it is apart from that, null where that is not known
  public @Nullable Health over(@Nullable Health health) {
    return hold == null || health == null ? health : hold.over(health);
  }

  /// Has something done, and waits for it. For any other thread.
  ///
  /// @throws TimeoutException where the measuring thread did not come to it; it will not be done then
  <T> T call(Supplier<T> work) throws InterruptedException, TimeoutException {
    CompletableFuture<T> done = new CompletableFuture<>();
    AtomicBoolean begun = new AtomicBoolean();
    tasks.add(() -> {
      if (begun.compareAndSet(false, true)) {
        try {
          done.complete(work.get());
        } catch (RuntimeException e) {
          done.completeExceptionally(e);
        }
      }
    });
    try {
      return done.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (begun.compareAndSet(false, true)) {
        throw e;
      }
      return join(done);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// It is at it.
  private static <T> T join(CompletableFuture<T> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Keeps frames from the measuring from now on. Only within [#call].
  void hold(Hold next) {
    hold = next;
  }

  /// Shows the next frames to somebody, instead of whoever looked at them before. Only within [#call].
  void watch(@Nullable FrameWatch next) {
    watch = next;
  }
}
