package io.plumbline.demo.pins;

import com.pi4j.provider.Provider;
import io.plumbline.bar.app.ChipRack;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.feed.BarSpecimen;
import io.plumbline.virtualchips.feed.HandScript;
import io.plumbline.virtualchips.feed.HandledBar;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.List;

/// A bar of virtual chips with raw errors, in the hands of somebody who calibrates it. Time is moved on by whoever reads.
public final class HandledPins implements Pins, Pins.StepClock {
  private static final long START_NS = 1_000_000_000_000L;

  private final ManualClock clock = new ManualClock(START_NS);
  private final HandledBar hands;
  private final VirtualBar bar;

  /// @param script what is done
  /// @param seed   of the specimen and of the noise
  public HandledPins(HandScript script, long seed, List<Fault> faults) {
    this.hands = new HandledBar(clock, script, new BarSpecimen(seed), seed);
    this.bar = VirtualBar.handled(clock, hands, faults, clock::advanceNs);
  }

  /// The chips hang where the defaults have them; what calibration is to find is not told.
  @Override
  public String configuration() {
    return "[bar]\nid = \"virtual\"\ncalibration = \"\"\n[loop]\ncpu = -1\n[health]\nself_test_on_start = false\n";
  }

  @Override
  public Provider<?, ?, ?>[] providers(BarConfig config) {
    return VirtualPlugin.providers(bar.board(), ChipRack.fallingLines(config), clock::advanceNs);
  }

  @Override
  public Info.Mode mode() {
    return Info.Mode.SIM;
  }

  @Override
  public Exercise exercise() {
    return Exercise.UNKNOWN;
  }

  @Override
  public boolean isOver() {
    return hands.hasEnded();
  }

  @Override
  public StepClock clock() {
    return this;
  }

  @Override
  public long nowNs() {
    return clock.getAsLong();
  }

  @Override
  public void advance(long byNs) {
    clock.advanceNs(byNs);
  }

  @Override
  public void close() {
    bar.close();
  }
}
