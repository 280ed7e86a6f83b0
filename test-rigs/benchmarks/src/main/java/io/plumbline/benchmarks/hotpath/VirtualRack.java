package io.plumbline.benchmarks.hotpath;

import io.plumbline.bar.app.ChipRack;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.sampling.BatchRing;
import io.plumbline.bar.sampling.SamplingAgent;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.virtualchips.feed.SimulatedBar;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.List;

/// Virtual chips and the firmware's drivers for them, through Pi4J, on a clock that moves by one period a pass.
final class VirtualRack implements AutoCloseable {
  private static final long START_NS = 1_000_000_000_000L;

  private final ManualClock clock;
  private final BarConfig config;
  private final VirtualBar bar;
  private final ChipRack rack;

  private VirtualRack(ManualClock clock, BarConfig config, VirtualBar bar) {
    this.clock = clock;
    this.config = config;
    this.bar = bar;
    this.rack = ChipRack.open(config,
        VirtualPlugin.providers(bar.board(), ChipRack.fallingLines(config), clock::advanceNs));
  }

  /// Each sample tells its own number; the chips make it out of nothing else.
  static VirtualRack counting() {
    ManualClock clock = new ManualClock(START_NS);
    return new VirtualRack(clock, virtualConfig(), VirtualBar.counting(clock, List.of(), clock::advanceNs));
  }

  /// Somebody lifts.
  static VirtualRack lifting(Scenario scenario) {
    ManualClock clock = new ManualClock(START_NS);
    return new VirtualRack(clock, virtualConfig(), VirtualBar.simulated(clock, SimulatedBar.Plan.of(scenario, false),
        VirtualBar.Fitting.STANDARD, List.of(), clock::advanceNs));
  }

  /// The defaults, with what the load cells of the simulated bar are calibrated to.
  private static BarConfig virtualConfig() {
    double nPerRatio = 1 / SimulatedBar.BRIDGE_RATIO_PER_N;
    String force = "[force]\nleft_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\nright_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\n"
        .formatted(nPerRatio);
    try {
      return new BarConfigReader().with("the virtual bar", force).read();
    } catch (ConfigException e) {
      throw new IllegalStateException("the virtual bar's configuration", e);
    }
  }

  BarConfig config() {
    return config;
  }

  VirtualBar bar() {
    return bar;
  }

  ChipRack rack() {
    return rack;
  }

  SamplingAgent agent(List<BatchRing> rings) {
    return new SamplingAgent(rack.drivers(), rings, clock);
  }

  /// Lets one period of the loop pass.
  ///
  /// @return time now
  long nextPassNs() {
    clock.advanceNs(config.loop().periodNs());
    return clock.getAsLong();
  }

  /// Whether the lifter is done; never on a bar that counts.
  boolean hasEnded() {
    SimulatedBar session = bar.simulation();
    return session != null && session.hasEnded();
  }

  @Override
  public void close() {
    rack.close();
    bar.close();
  }
}
