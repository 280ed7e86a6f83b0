package io.plumbline.bar.testing;

import com.pi4j.provider.Provider;
import io.plumbline.bar.app.ChipRack;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.feed.BarSpecimen;
import io.plumbline.virtualchips.feed.HandScript;
import io.plumbline.virtualchips.feed.HandledBar;
import io.plumbline.virtualchips.feed.SimulatedBar;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A bar of virtual chips on a clock that stands until the test moves it.
public final class TestPins implements Pins, Pins.StepClock {
  private static final long START_NS = 1_000_000_000_000L;
  private static final long REST_NS = 2_000_000_000L;

  private final ManualClock clock;
  private final VirtualBar bar;

  private final @Nullable HandledBar hands;

  private TestPins(ManualClock clock, VirtualBar bar, @Nullable HandledBar hands) {
    this.clock = clock;
    this.bar = bar;
    this.hands = hands;
  }

  /// Somebody does what a script says, with one specimen of the sensors.
  public static TestPins handled(HandScript script, long specimen, long noise) {
    ManualClock clock = new ManualClock(START_NS);
    HandledBar hands = new HandledBar(clock, script, new BarSpecimen(specimen), noise);
    return new TestPins(clock, VirtualBar.handled(clock, hands, List.of(), clock::advanceNs), hands);
  }

  /// What is truly done.
  public HandledBar hands() {
    return Objects.requireNonNull(hands);
  }

  /// Somebody lifts.
  public static TestPins lifting(Scenario scenario, List<Fault> faults) {
    ManualClock clock = new ManualClock(START_NS);
    return new TestPins(clock, VirtualBar.simulated(clock, SimulatedBar.Plan.of(scenario, false),
        VirtualBar.Fitting.STANDARD, faults, clock::advanceNs), null);
  }

  /// Each sample tells its number.
  public static TestPins counting(List<Fault> faults) {
    ManualClock clock = new ManualClock(START_NS);
    return new TestPins(clock, VirtualBar.counting(clock, faults, clock::advanceNs), null);
  }

  /// The chips.
  public VirtualBar bar() {
    return bar;
  }

  @Override
  public String configuration() {
    double nPerRatio = 1 / SimulatedBar.BRIDGE_RATIO_PER_N;
    return "[health]\nself_test_on_start = false\n[force]\nleft_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\nright_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\n"
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
    HandledBar handled = hands;
    if (handled != null) {
      return handled.hasEnded();
    }
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
