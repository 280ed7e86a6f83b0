package io.plumbline.bar.state;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.core.technique.Baseline;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps one athlete's baseline on disk while the bar runs. Whoever measures never waits for the disk: of several baselines that wait to be
/// written the latest counts. [#close] waits until it is written, so that Ctrl-C loses nothing. Thread-safe.
public final class BaselineKeeper implements AutoCloseable {
  private static final long LONGEST_WRITE_S = 10;

  private final BaselineFile file;
  private final String athlete;
  private final String exercise;
  private final Consumer<String> warn;
  private final AtomicReference<@Nullable Baseline> waiting = new AtomicReference<>();
  private final ExecutorService writer = Executors
      .newSingleThreadExecutor(Thread.ofPlatform().name("keep-baseline").daemon().factory());

  /// @param exercise id of the exercise
  /// @param warn     told one line where something could not be kept
  public BaselineKeeper(BaselineFile file, String athlete, String exercise, Consumer<String> warn) {
    this.file = file;
    this.athlete = athlete;
    this.exercise = exercise;
    this.warn = warn;
  }

  /// What is known, null where that is nothing. A file that cannot be used is put aside, and the bar goes on without it.
  public @Nullable Baseline known() {
    try {
      return file.find(athlete, exercise).orElse(null);
    } catch (ConfigException e) {
      String reason = String.valueOf(e.getMessage());
      try {
        warn.accept(reason + " (it is now " + file.putAside() + ")");
      } catch (IOException aside) {
        warn.accept(reason);
      }
      return null;
    }
  }

  /// Takes a baseline that nobody changes any more.
  public void keep(Baseline baseline) {
    if (waiting.getAndSet(baseline) == null) {
      writer.execute(this::write);
    }
  }

  private void write() {
    Baseline latest = waiting.getAndSet(null);
    if (latest == null) {
      return;
    }
    try {
      file.keep(athlete, exercise, latest);
    } catch (IOException | ConfigException e) {
      warn.accept("what is usual for " + athlete + " was not kept in " + file.path() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(LONGEST_WRITE_S, TimeUnit.SECONDS)) {
        warn.accept("what is usual for " + athlete + " was not kept in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
