package io.plumbline.bar.command;

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

  /// Looks at frames for a while.
  interface FrameWatch {
    /// Takes a frame after the measurement took it.
    ///
    /// @return whether it wants another one
    boolean accept(SensorFrame frame);
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

  /// Shows the next frames to somebody, instead of whoever looked at them before. Only within [#call].
  void watch(@Nullable FrameWatch next) {
    watch = next;
  }
}
