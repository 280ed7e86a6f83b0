package io.plumbline.demo.pins;

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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A bar of virtual chips on which simulated people lift.
public final class VirtualPins implements Pins {
  /// The bar is watched for so long after its last move, so that the last set is closed by rest.
  private static final long REST_NS = 2_000_000_000L;
  /// A clock that stands still begins here, far from zero as a real one does.
  private static final long START_NS = 1_000_000_000_000L;

  private final VirtualBar bar;
  private final SimulatedBar session;
  private final VirtualBar.Fitting fitting;
  private final LongConsumer passNs;
  private final @Nullable ManualClock clock;

  /// @param scenarios one after the other; the first must be there
  /// @param seed      of specimens and trembling
  /// @param stepped   whether time is moved on by whoever reads
  public VirtualPins(Supplier<Optional<Scenario>> scenarios, long seed, VirtualBar.Fitting fitting,
      List<Fault> faults, boolean stepped) {
    this.fitting = fitting;
    ManualClock manual = stepped ? new ManualClock(START_NS) : null;
    this.clock = manual;
    LongSupplier now = manual == null ? System::nanoTime : manual;
    this.passNs = manual == null ? LockSupport::parkNanos : manual::advanceNs;
    this.bar = VirtualBar.simulated(now, new SimulatedBar.Plan(scenarios, seed, true, !stepped), fitting, faults,
        passNs);
    this.session = Objects.requireNonNull(bar.simulation());
  }

  @Override
  public String configuration() {
    return VirtualWiring.configuration(bar, session.scenario(), fitting);
  }

  @Override
  public Provider<?, ?, ?>[] providers(BarConfig config) {
    return VirtualPlugin.providers(bar.board(), ChipRack.fallingLines(config), passNs);
  }

  @Override
  public Info.Mode mode() {
    return Info.Mode.SIM;
  }

  @Override
  public Exercise exercise() {
    return Exercise.fromId(session.scenario().exercise().id()).orElse(Exercise.UNKNOWN);
  }

  @Override
  public boolean isOver() {
    return session.hasEnded() && bar.board().nowNs() - session.endNs() > REST_NS;
  }

  @Override
  public @Nullable StepClock clock() {
    ManualClock manual = clock;
    return manual == null ? null : new Steps(manual);
  }

  /// What the bar program did that no data sheet allows.
  public List<String> misuses() {
    return bar.misuses();
  }

  @Override
  public void close() {
    bar.close();
  }

  private record Steps(ManualClock clock) implements StepClock {
    @Override
    public long nowNs() {
      return clock.getAsLong();
    }

    @Override
    public void advance(long byNs) {
      clock.advanceNs(byNs);
    }
  }
}
