package io.plumbline.benchmarks.latency;

import com.pi4j.provider.Provider;
import io.plumbline.bar.app.ChipRack;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.simulator.scenario.SetPlan;
import io.plumbline.virtualchips.feed.SimulatedBar;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.virtualchips.plugin.VirtualPlugin;
import io.plumbline.virtualchips.wire.OutputLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A virtual bar in real time, on which somebody lifts who yanks, lets the bar drift and tires: every rep provokes cues.
final class LatencyPins implements Pins {
  /// Between two sets, so that each is one of its own.
  static final double PAUSE_S = 8;
  private static final double REST_AFTER_S = 2;
  private static final long REST_NS = 2_000_000_000L;
  private static final String LIFTER = """
    purpose = "Every rep is yanked, drifts and is slower than the one before"
    exercise = "deadlift-conventional"
    [rep]
    slack.style = "jerked"
    path.drift_m = 0.06
    path.drift_at = 0.35
    [fatigue]
    velocity_loss_mps = 0.05
    [[set]]
    load_kg = 140
    reps = 4
    """;

  private final VirtualBar bar;
  private final SimulatedBar session;

  /// @param endNs no set is begun after this time
  LatencyPins(long seed, long endNs) {
    Scenario set = set(seed);
    this.bar = VirtualBar.simulated(System::nanoTime,
        new SimulatedBar.Plan(() -> System.nanoTime() < endNs ? Optional.of(set) : Optional.empty(), seed, true, true),
        VirtualBar.Fitting.STANDARD, List.of(), LockSupport::parkNanos);
    this.session = Objects.requireNonNull(bar.simulation());
  }

  private static Scenario set(long seed) {
    Scenario read = Scenarios.of("latency.toml", LIFTER, OptionalLong.of(seed));
    SetPlan set = read.sets().getFirst();
    return new Scenario(read.name(), read.purpose(), read.exercise(), read.seed(), read.place(), read.bar(),
        read.body(),
        List.of(new SetPlan(set.leftKg(), set.rightKg(), PAUSE_S - REST_AFTER_S, REST_AFTER_S, set.actions())),
        read.sensors());
  }

  /// What truly happens.
  SimulatedBar session() {
    return session;
  }

  /// Has somebody told of the buzzer's edges.
  void watchBuzzer(OutputLine watcher) {
    bar.buzzer().watch(watcher);
  }

  @Override
  public String configuration() {
    double nPerRatio = 1 / SimulatedBar.BRIDGE_RATIO_PER_N;
    return "[force]\nleft_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\nright_n_per_ratio = [%1$s, 0.0, 0.0, %1$s]\n"
        .formatted(nPerRatio);
  }

  @Override
  public Provider<?, ?, ?>[] providers(BarConfig config) {
    return VirtualPlugin.providers(bar.board(), ChipRack.fallingLines(config));
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
    return session.hasEnded() && System.nanoTime() - session.endNs() > REST_NS;
  }

  @Override
  public @Nullable StepClock clock() {
    return null;
  }

  @Override
  public void close() {
    bar.close();
  }
}
