package io.plumbline.virtualchips.feed;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.virtualchips.chip.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A session of the simulator, one scenario after the other, as the chips of a bar feel it. It runs a little ahead of the board's clock: on the
/// reader's thread where that asks for it (the same rows in every run), or on a thread of its own. After the last scenario the bar stays as
/// it is for ever.
public final class SimulatedBar implements AutoCloseable {
  /// Signal of a load-cell bridge per newton of its plane: 0.222 mV/V for 100 kg, the 100 mm two-plane cell of the simulator's own figures.
  public static final double BRIDGE_RATIO_PER_N = 0.222e-3 / 980.665;
  /// Supply of the bridges on the converter's board.
  public static final double EXCITATION_V = 2.5;

  private static final double NS_PER_S = 1e9;
  // What a reader on the same thread gets at the most, what the own thread keeps, and how often it looks.
  private static final long PULLED_NS = 250_000_000;
  private static final long AHEAD_NS = 600_000_000;
  private static final long NAP_NS = 20_000_000;

  private final Supplier<Optional<Scenario>> scenarios;
  private final Scenario first;
  private final long seed;
  private final boolean separateClocks;
  private final LongSupplier clock;
  private final List<Outlet> outlets = new ArrayList<>();
  private final List<RepTruth> finished = new ArrayList<>();
  private final @Nullable Thread feeder;
  private Simulation run;
  private Scenario scenario;
  private double startedS;
  private boolean over;
  private int looked;
  private long originNs;
  private volatile List<RepTruth> reps = List.of();
  private volatile double endS = Double.POSITIVE_INFINITY;
  private volatile boolean closed;

  /// What a session is fed with and how.
  ///
  /// @param scenarios      one set after the other; the first must be there
  /// @param seed           of the specimens and the lifter's trembling
  /// @param separateClocks each chip has a clock of its own, whatever the scenario says
  /// @param ownThread      rows come from a thread of their own: for a clock that runs by itself
  public record Plan(Supplier<Optional<Scenario>> scenarios, long seed, boolean separateClocks, boolean ownThread) {
    /// One scenario with its own seed, each chip with its own clock.
    public static Plan of(Scenario scenario, boolean ownThread) {
      return new Plan(List.of(scenario).iterator(), scenario.seed(), ownThread);
    }

    private Plan(java.util.Iterator<Scenario> all, long seed, boolean ownThread) {
      this(() -> all.hasNext() ? Optional.of(all.next()) : Optional.empty(), seed, true, ownThread);
    }
  }

  /// Starts the session now.
  ///
  /// @param clock of the board
  /// @throws IllegalArgumentException where there is not even a first scenario
  public SimulatedBar(LongSupplier clock, Plan plan) {
    this.clock = clock;
    this.scenarios = plan.scenarios();
    this.seed = plan.seed();
    this.separateClocks = plan.separateClocks();
    this.first = scenarios.get().orElseThrow(() -> new IllegalArgumentException("a session without any scenario"));
    this.scenario = first;
    this.run = new Simulation(clocked(first), seed, 0);
    boolean ownThread = plan.ownThread();
    SplittableRandom random = new SplittableRandom(seed);
    for (Sensor sensor : Sensor.values()) {
      double rateError = first.sensors().rateError() * (2 * random.nextDouble() - 1);
      Outlet outlet = new Outlet(sensor, run.columns(), first.sensors().rateHz(), rateError,
          ownThread ? () -> false : this::pull);
      outlets.add(outlet);
    }
    // Ahead of the first moment already when the clock is looked at: starting takes time.
    produceUntil(ownThread ? AHEAD_NS : 0);
    originNs = clock.getAsLong();
    outlets.forEach(outlet -> outlet.rows.originNs = originNs);
    feeder = ownThread ? Thread.ofPlatform().daemon().name("virtual-bar-feeder").start(this::feed) : null;
  }

  private Scenario clocked(Scenario one) {
    SensorPlan plan = one.sensors();
    if (!separateClocks || !plan.sharedClock()) {
      return one;
    }
    SensorPlan separate = new SensorPlan(plan.rateHz(), plan.rateError(), false, plan.jitterS(), plan.lostShare(),
        plan.lateShare(), plan.lateS(), plan.imus(), plan.force(), plan.highG(), plan.strap(), plan.faults());
    return new Scenario(one.name(), one.purpose(), one.exercise(), one.seed(), one.place(), one.bar(), one.body(),
        one.sets(), separate);
  }

  private void feed() {
    while (!closed) {
      produceUntil(clock.getAsLong() - originNs + AHEAD_NS);
      LockSupport.parkNanos(NAP_NS);
    }
  }

  /// One more row, where the clock is near enough.
  private boolean pull() {
    long limitNs = clock.getAsLong() - originNs + PULLED_NS;
    boolean makes = over || isBefore(limitNs);
    if (makes) {
      produce(limitNs);
    }
    return makes && !over;
  }

  /// Also where a simulation has not begun.
  private boolean isBefore(long limitNs) {
    return !(run.trueTimeS() * NS_PER_S >= limitNs);
  }

  private void produceUntil(long untilNs) {
    if (over) {
      produce(untilNs);
      return;
    }
    while (!over && isBefore(untilNs)) {
      produce(untilNs);
    }
  }

  /// @param untilNs where the bar lies after the end: as far as this
  private void produce(long untilNs) {
    if (!over && run.advance()) {
      long timeNs = Math.round(run.trueTimeS() * NS_PER_S);
      double temperatureC = scenario.place().temperatureC()
          + scenario.place().warmingCPerMin() / 60 * (run.trueTimeS() - startedS);
      for (int i = 0; i < outlets.size(); i++) {
        outlets.get(i).take(run, timeNs, temperatureC);
      }
      if (++looked % 256 == 0) {
        publish();
      }
      return;
    }
    if (!over) {
      publish();
      finished.clear();
      finished.addAll(reps);
      startedS = run.endS();
      Optional<Scenario> next = scenarios.get();
      over = next.isEmpty();
      if (next.isPresent()) {
        scenario = next.get();
        // The same seed, because the sensors of the bar stay the same specimens.
        run = new Simulation(clocked(scenario), seed, startedS);
        outlets.forEach(outlet -> outlet.rows.restart());
      } else {
        endS = startedS;
      }
    }
    if (over) {
      outlets.forEach(outlet -> outlet.rows.repeat(untilNs));
    }
  }

  private void publish() {
    List<RepTruth> running = run.reps();
    if (running.size() + finished.size() != reps.size()) {
      List<RepTruth> all = new ArrayList<>(finished);
      all.addAll(running);
      reps = List.copyOf(all);
    }
  }

  /// Whether the first scenario has the sensor.
  public boolean has(Sensor sensor) {
    return outlets.get(sensor.ordinal()).isFitted();
  }

  /// What the sensor feels.
  public Signal signal(Sensor sensor) {
    return outlets.get(sensor.ordinal()).rows;
  }

  /// Samples that were made of a sensor so far, ahead of the clock.
  public long samples(Sensor sensor) {
    return outlets.get(sensor.ordinal()).rows.written();
  }

  /// Bar, body, place and where the sensors sit: the first scenario.
  public Scenario scenario() {
    return first;
  }

  /// What truly happened: reps that are over, of all scenarios; some of them may be a moment ahead of the board's clock. Times are those of
  /// [#timeNs].
  public List<RepTruth> reps() {
    return reps;
  }

  /// A time of the simulation on the board's clock, ns.
  public long timeNs(double simulatedS) {
    return originNs + Math.round(simulatedS * NS_PER_S);
  }

  /// When the last scenario is over, ns on the board's clock; `Long.MAX_VALUE` while that is not known.
  public long endNs() {
    return Double.isInfinite(endS) ? Long.MAX_VALUE : timeNs(endS);
  }

  /// Whether the last scenario is over by the board's clock.
  public boolean hasEnded() {
    return clock.getAsLong() >= endNs();
  }

  /// Ends the thread.
  @Override
  public void close() {
    closed = true;
    if (feeder != null) {
      LockSupport.unpark(feeder);
    }
  }
}
