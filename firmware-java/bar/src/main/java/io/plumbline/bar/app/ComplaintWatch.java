package io.plumbline.bar.app;

import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells a person when a chip gives no samples, and when it does again; where the recording is, and when it fails.
final class ComplaintWatch {
  /// Set-up takes less.
  private static final long GRACE_NS = 3_000_000_000L;
  private static final long PERIOD_NS = 1_000_000_000L;

  private final List<ChipDriver> drivers;
  private final Consumer<String> log;
  private final Consumer<String> warn;
  private final boolean[] silent;
  private final @Nullable Recorder recorder;
  private @Nullable Path file;
  private long failures;
  private boolean started;
  private long nextNs;

  /// @param recorder null where nothing is recorded
  ComplaintWatch(List<ChipDriver> drivers, @Nullable Recorder recorder, Consumer<String> log,
      Consumer<String> warn) {
    this.warn = warn;
    this.recorder = recorder;
    this.drivers = drivers;
    this.log = log;
    this.silent = new boolean[drivers.size()];
  }

  /// Looks where it is time to.
  void look(long nowNs) {
    if (!started) {
      started = true;
      nextNs = nowNs + GRACE_NS;
    }
    if (nowNs < nextNs) {
      return;
    }
    nextNs = nowNs + PERIOD_NS;
    lookAtRecording();
    for (int i = 0; i < silent.length; i++) {
      ChipDriver driver = drivers.get(i);
      boolean isSilent = driver.state() != ChipState.RUNNING;
      if (isSilent != silent[i]) {
        silent[i] = isSilent;
        warn.accept(driver.stream().name() + ": " + (isSilent ? driver.complaint() : "gives samples"));
      }
    }
  }

  private void lookAtRecording() {
    if (recorder == null) {
      return;
    }
    Path now = recorder.file();
    if (now != null && !now.equals(file)) {
      file = now;
      log.accept("black box: " + now);
    }
    long failed = recorder.failures();
    if (failed > failures) {
      // Said once, not for each attempt; the count goes on in the quality messages.
      if (failures == 0) {
        warn.accept("black box: " + recorder.lastFailure() + "; measuring goes on, recording is tried again");
      }
      failures = failed;
    }
  }
}
