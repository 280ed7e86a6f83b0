package io.plumbline.daemon.app;

import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.TraceKeeping;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes reps' curves that are too old, now and every hour, a few at a time so that what arrives never waits long.
final class TraceCleaner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TraceCleaner.class);
  private static final int AT_ONCE = 200;
  private static final long PERIOD_H = 1;

  private final TraceKeeping traces;
  private final Duration longest;
  private final InstantSource clock;
  private final ScheduledExecutorService executor = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("trace-cleaner").daemon().factory());

  private TraceCleaner(TraceKeeping traces, Duration longest, InstantSource clock) {
    this.traces = traces;
    this.longest = longest;
    this.clock = clock;
  }

  /// @param longest how old a curve may become
  static TraceCleaner start(TraceKeeping traces, Duration longest, InstantSource clock) {
    TraceCleaner cleaner = new TraceCleaner(traces, longest, clock);
    // What it throws would end it, so it throws nothing.
    var unused = cleaner.executor.scheduleWithFixedDelay(cleaner::sweep, 0, PERIOD_H, TimeUnit.HOURS);
    return cleaner;
  }

  private void sweep() {
    try {
      int deleted = sweep(traces, clock.instant().minus(longest));
      if (deleted > 0) {
        LOG.info("Deleted the curves of {} reps that were received more than {} days ago", deleted, longest.toDays());
      }
    } catch (StoreException | RuntimeException e) {
      LOG.warn("Old curves could not be deleted, trying again in an hour: {}", e.getMessage());
    }
  }

  /// Deletes all that is older.
  ///
  /// @return how many curves
  static int sweep(TraceKeeping traces, Instant before) throws StoreException {
    int deleted = 0;
    int last = AT_ONCE;
    while (last == AT_ONCE && !Thread.currentThread().isInterrupted()) {
      last = traces.forget(before, AT_ONCE);
      deleted += last;
    }
    return deleted;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
