package io.plumbline.bar.app;

import io.plumbline.bar.app.Pins.StepClock;
import io.plumbline.bar.check.ChipCheck;
import io.plumbline.bar.check.ChipFinding;
import io.plumbline.bar.check.Pacer;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.pi4j.linux.AbsoluteTimer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens a bar's chips for the check, and nothing else.
public final class CheckBench {
  private CheckBench() {}

  /// Checks all chips of the configuration.
  ///
  /// @param progress told what is done now, one line each
  public static List<ChipFinding> run(BarConfig config, Pins pins, Consumer<String> progress) {
    try (ChipRack rack = ChipRack.open(config, pins.providers(config))) {
      List<ChipCheck.Chip> chips = new ArrayList<>();
      for (int i = 0; i < rack.drivers().size(); i++) {
        chips.add(new ChipCheck.Chip(rack.drivers().get(i), ChipRack.place(config.chips().get(i))));
      }
      return new ChipCheck(chips, pacer(config, pins.clock()), progress).run();
    }
  }

  /// The pace of the loop, by the pins' clock.
  static Pacer pacer(BarConfig config, @Nullable StepClock clock) {
    long periodNs = config.loop().periodNs();
    return clock == null ? new TimerPacer(periodNs) : new StepPacer(clock, periodNs);
  }

  private record StepPacer(StepClock clock, long periodNs) implements Pacer {
    @Override
    public long nextNs() {
      clock.advance(periodNs);
      return clock.nowNs();
    }

    @Override
    public long nowNs() {
      return clock.nowNs();
    }
  }

  /// Keeps to the computer's clock; a late pass is not made up for.
  private static final class TimerPacer implements Pacer {
    private final AbsoluteTimer timer = new AbsoluteTimer(0);
    private final long periodNs;
    private long dueNs = System.nanoTime();

    TimerPacer(long periodNs) {
      this.periodNs = periodNs;
    }

    @Override
    public long nextNs() {
      dueNs = Math.max(dueNs + periodNs, System.nanoTime());
      timer.sleepUntil(dueNs);
      return System.nanoTime();
    }

    @Override
    public long nowNs() {
      return System.nanoTime();
    }
  }
}
