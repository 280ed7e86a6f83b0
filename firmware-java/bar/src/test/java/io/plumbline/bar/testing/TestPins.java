package io.plumbline.bar.testing;

import com.pi4j.provider.Provider;
import io.plumbline.bar.app.ChipRack;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.feed.SimulatedBar;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.List;

/// A bar of virtual chips on a clock that stands until the test moves it.
public final class TestPins implements Pins, Pins.StepClock {
  private static final long START_NS = 1_000_000_000_000L;
  private static final long REST_NS = 2_000_000_000L;

  private final ManualClock clock;
  private final VirtualBar bar;

  private TestPins(ManualClock clock, VirtualBar bar) {
    this.clock = clock;
    this.bar = bar;
  }

  /// Somebody lifts.
  public static TestPins lifting(Scenario scenario, List<Fault> faults) {
    ManualClock clock = new ManualClock(START_NS);
    return new TestPins(clock, VirtualBar.simulated(clock, SimulatedBar.Plan.of(scenario, false),
        VirtualBar.Fitting.STANDARD, faults, clock::advanceNs));
  }

  /// Each sample tells its number.
  public static TestPins counting(List<Fault> faults) {
    ManualClock clock = new ManualClock(START_NS);
    return new TestPins(clock, VirtualBar.counting(clock, faults, clock::advanceNs));
  }

  /// The chips.
  public VirtualBar bar() {
    return bar;
  }

  @Override
  public String configuration() {
    double nPerRatio = 1 / SimulatedBar.BRIDGE_RATIO_PER_N;
    return "[force]\nleft_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\nright_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\n"
        .formatted(nPerRatio);
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
    return Exercise.DEADLIFT_CONVENTIONAL;
  }

  @Override
  public boolean isOver() {
    SimulatedBar session = bar.simulation();
    return session != null && session.hasEnded() && nowNs() - session.endNs() > REST_NS;
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
