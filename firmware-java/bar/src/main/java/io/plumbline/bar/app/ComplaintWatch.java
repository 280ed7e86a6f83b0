package io.plumbline.bar.app;

import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import java.util.List;
import java.util.function.Consumer;

/// Tells a person when a chip gives no samples, and when it does again, where no [HealthDesk] does.
final class ComplaintWatch {
  /// Set-up takes less.
  private static final long GRACE_NS = 3_000_000_000L;
  private static final long PERIOD_NS = 1_000_000_000L;

  private final List<ChipDriver> drivers;
  private final Consumer<String> warn;
  private final boolean[] silent;
  private boolean started;
  private long nextNs;

  ComplaintWatch(List<ChipDriver> drivers, Consumer<String> warn) {
    this.warn = warn;
    this.drivers = drivers;
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
    for (int i = 0; i < silent.length; i++) {
      ChipDriver driver = drivers.get(i);
      boolean isSilent = driver.state() != ChipState.RUNNING;
      if (isSilent != silent[i]) {
        silent[i] = isSilent;
        warn.accept(driver.stream().name() + ": " + (isSilent ? driver.complaint() : "gives samples"));
      }
    }
  }
}
