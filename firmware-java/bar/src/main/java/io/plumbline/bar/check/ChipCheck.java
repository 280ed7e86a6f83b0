package io.plumbline.bar.check;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Runs all chips through search, measurement at rest and self-test, side by side. For one thread.
public final class ChipCheck {
  /// Power-up, set-up and a first look at the rate take less; a chip that is not there is tried again and again meanwhile.
  private static final long SEARCH_NS = 3_000_000_000L;
  private static final long MEASURE_NS = 4_000_000_000L;
  private static final long TEST_NS = 6_000_000_000L;
  private static final int ROWS = 1024;

  private final List<ChipMeter> meters = new ArrayList<>();
  private final Pacer pacer;
  private final Consumer<String> progress;
  private final RawBatch rows = new RawBatch(ROWS);
  private long nowNs;

  /// A chip with its place in words.
  public record Chip(ChipDriver driver, String place) {}

  /// @param pacer    one call a pass
  /// @param progress told what is done now, one line each
  public ChipCheck(List<Chip> chips, Pacer pacer, Consumer<String> progress) {
    chips.forEach(chip -> meters.add(new ChipMeter(chip)));
    this.pacer = pacer;
    this.progress = progress;
    this.nowNs = pacer.nextNs();
  }

  /// Checks everything; takes up to 13 s of the pacer's time.
  public List<ChipFinding> run() {
    progress.accept("Looking for " + meters.size() + " chips …");
    passUntil(SEARCH_NS, () -> meters.stream().allMatch(ChipMeter::isSteady));
    progress.accept("Measuring: keep the bar still …");
    meters.forEach(ChipMeter::begin);
    passUntil(MEASURE_NS, () -> false);
    meters.forEach(ChipMeter::end);
    List<ChipMeter> running = meters.stream().filter(meter -> meter.state() == ChipState.RUNNING).toList();
    progress.accept("Self-tests of " + running.size() + " chips …");
    running.forEach(ChipMeter::requestSelfTest);
    passUntil(TEST_NS, () -> running.stream().allMatch(ChipMeter::isTested));
    return meters.stream().map(ChipMeter::finding).toList();
  }

  private void passUntil(long longestNs, BooleanSupplier done) {
    long endNs = nowNs + longestNs;
    while (nowNs < endNs && !done.getAsBoolean()) {
      nowNs = pacer.nextNs();
      for (ChipMeter meter : meters) {
        rows.clear();
        meter.poll(rows, nowNs);
        nowNs = pacer.nowNs();
        meter.pollEnded(nowNs);
      }
    }
  }
}
