package io.plumbline.benchmarks.latency;

import io.plumbline.bar.app.BarProgram;
import io.plumbline.bar.app.JournalIds;
import io.plumbline.bar.app.LiveBar;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.virtualchips.feed.SimulatedBar;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The whole bar program in real time, without a network: what it takes from a sample to the pin.
final class LatencyRun {
  /// Nobody listens on this port: cues need no broker.
  private static final String NO_BROKER = "tcp://127.0.0.1:9";
  /// Set-up of the chips and their first rates.
  private static final long WARM_UP_NS = 5_000_000_000L;
  private static final Duration SET_PAUSE = Duration.ofMillis(Math.round(500 * LatencyPins.PAUSE_S));
  /// Every cue on the buzzer, and short, so that none covers the next.
  private static final String CUES = """
    [cues.stop]
    pattern_ms = [20]
    [cues.uneven_plates]
    buzzer = true
    pattern_ms = [20]
    [cues.jerked_start]
    buzzer = true
    pattern_ms = [20]
    [cues.forward_drift]
    buzzer = true
    pattern_ms = [20]
    [cues.rep_counted]
    buzzer = true
    pattern_ms = [20]
    """;

  /// What a run has shown.
  ///
  /// @param measured age of each frame when it is measured
  /// @param cues     to the pin
  /// @param lockout  to the link
  record Result(long reps, Delay measured, Pairs.Cues cues, Delay lockout) {}

  private LatencyRun() {}

  /// Runs for so long, and until the set that is running is over.
  ///
  /// @param cpu      the loop's processor, −1 for any
  /// @param priority of the loop's SCHED_FIFO, 0 for a normal thread
  /// @param say      told what a person may want to know
  static Result run(long seconds, long seed, int cpu, int priority, Consumer<String> say)
      throws ConfigException, IOException {
    Told told = new Told();
    Delay ages = Delay.of("sample -> measured, each sample", Double.NaN);
    long beganNs = System.nanoTime();
    try (LatencyPins pins = new LatencyPins(seed, beganNs + seconds * 1_000_000_000L)) {
      pins.watchBuzzer(told.line());
      BarConfig config = new BarConfigReader()
          .with("--cpu, --priority", "[loop]\ncpu = %d\npriority = %d\n".formatted(cpu, priority))
          .with("benchmark", CUES).with("virtual bar", pins.configuration()).read();
      LiveBar.Session session = new LiveBar.Session(JournalIds.fresh(), null, null, SET_PAUSE, null);
      long reps;
      try (LiveBar bar = LiveBar.open(config, pins, session, say, say)) {
        BarProgram program = new BarProgram(new AgeingSource(bar.source(), ages, beganNs + WARM_UP_NS), bar.context(),
            LinkConfig.of(NO_BROKER, config.bar().id(), false), new Silent(), payload -> {
              bar.cues().emit(payload);
              told.take(payload, System.nanoTime());
            });
        reps = program.run().reps();
      }
      SimulatedBar truth = pins.session();
      List<Pairs.Lift> lifts = truth.reps().stream().filter(rep -> Double.isFinite(rep.topS()))
          .map(rep -> new Pairs.Lift(truth.timeNs(rep.liftOffS()), truth.timeNs(rep.topS()))).toList();
      return new Result(reps, ages, Pairs.cues(told.cues(), told.edgesNs()),
          Pairs.lockouts(lifts, told.velocities()));
    }
  }

  /// There is no broker, and that is as it should be.
  private static final class Silent implements LinkListener {
    @Override
    public void onConnected(String brokerUri) {}

    @Override
    public void onUnreachable(String brokerUri, String reason, Duration retryIn) {}

    @Override
    public void onStored(long storedUpTo) {}
  }
}
