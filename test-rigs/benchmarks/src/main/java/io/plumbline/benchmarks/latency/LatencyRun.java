package io.plumbline.benchmarks.latency;

import io.plumbline.benchmarks.process.Folder;
import io.plumbline.bar.app.BarProgram;
import io.plumbline.bar.app.JournalIds;
import io.plumbline.bar.app.LiveBar;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.contract.Topics;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.daemon.app.Daemon;
import io.plumbline.daemon.app.DaemonConfig;
import io.plumbline.daemon.app.DaemonStartException;
import io.plumbline.virtualchips.feed.SimulatedBar;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The whole bar program in real time with a daemon beside it: what it takes from a sample to the pin, to a subscriber and to a page.
final class LatencyRun {
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
  /// @param tops     from the sample that decides a rep's top, to each place on its way
  /// @param lockouts from the true lockout, to each place that has a goal
  /// @param bare     a bare message through the same broker
  /// @param repCpuNs processor time of the measuring thread for each rep's result, in order
  record Result(long reps, Delay measured, Pairs.Cues cues, List<Delay> tops, List<Delay> lockouts, Delay bare,
      List<Long> repCpuNs) {}

  private LatencyRun() {}

  /// Runs for so long, and until the set that is running is over.
  ///
  /// @param cpu      the loop's processor, −1 for any
  /// @param priority of the loop's SCHED_FIFO, 0 for a normal thread
  /// @param say      told what a person may want to know
  static Result run(long seconds, long seed, int cpu, int priority, Consumer<String> say)
      throws ConfigException, IOException, DaemonStartException {
    Told told = new Told();
    Heard atBroker = new Heard();
    Heard onPage = new Heard();
    Delay ages = Delay.of("sample -> measured, each sample", Double.NaN);
    Delay bare = Delay.of("bare MQTT message -> subscriber (baseline)", Double.NaN);
    try (Folder folder = new Folder(); Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder.path()))) {
      long beganNs = System.nanoTime();
      try (LatencyPins pins = new LatencyPins(seed, beganNs + seconds * 1_000_000_000L)) {
        pins.watchBuzzer(told.line());
        BarConfig config = new BarConfigReader()
            .with("--cpu, --priority", "[loop]\ncpu = %d\npriority = %d\n".formatted(cpu, priority))
            .with("benchmark", CUES).with("virtual bar", pins.configuration()).read();
        LiveBar.Session session = new LiveBar.Session(JournalIds.fresh(), null, null, SET_PAUSE, null);
        long reps;
        List<Long> repCpuNs;
        String topic = Topics.of(config.bar().id(), Topics.Channel.STATE);
        try (LiveBar bar = LiveBar.open(config, pins, session, say, say);
            Subscriber subscriber = new Subscriber(daemon.brokerUri(), topic, atBroker, bare);
            Page page = new Page(daemon.httpUri(), onPage)) {
          subscriber.publishBare();
          page.open();
          AgeingSource source = new AgeingSource(bar.source(), ages, beganNs + WARM_UP_NS);
          BarProgram program = new BarProgram(source, bar.context(),
              LinkConfig.of(daemon.brokerUri(), config.bar().id(), false), LinkListener.SILENT, payload -> {
                bar.cues().emit(payload);
                told.take(payload, System.nanoTime());
                if (payload instanceof RepSummary) {
                  source.repTold();
                }
              });
          reps = program.run().reps();
          repCpuNs = source.repCpuNs();
        }
        SimulatedBar truth = pins.session();
        List<Pairs.Lift> lifts = truth.reps().stream().filter(rep -> Double.isFinite(rep.topS()))
            .map(rep -> new Pairs.Lift(truth.timeNs(rep.liftOffS()), truth.timeNs(rep.topS()))).toList();
        return new Result(reps, ages, Pairs.cues(told.cues(), told.edgesNs()),
            List.of(Pairs.tops("link", told.link()), Pairs.tops("MQTT subscriber", atBroker),
                Pairs.tops("dashboard's event stream", onPage)),
            List.of(Pairs.lockouts("MQTT subscriber", lifts, atBroker),
                Pairs.lockouts("dashboard's event stream", lifts, onPage)),
            bare, repCpuNs);
      }
    }
  }
}
