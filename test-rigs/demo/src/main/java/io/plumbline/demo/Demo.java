package io.plumbline.demo;

import io.plumbline.bar.app.BarProgram;
import io.plumbline.bar.app.FrameSource;
import io.plumbline.bar.app.LiveBar;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.demo.pins.VirtualPins;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.virtualchips.feed.VirtualBar;
import io.plumbline.bar.app.JournalIds;
import io.plumbline.bar.app.PacedSource;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.daemon.app.Daemon;
import io.plumbline.daemon.app.DaemonConfig;
import io.plumbline.daemon.app.DaemonStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A daemon and a bar program with simulated sensors, wired as they are in a gym. [#run] works on the caller's thread; [#close] may come
/// from another one.
final class Demo implements AutoCloseable {
  private static final String BAR_ID = "demo";

  private final Daemon daemon;
  private final LiveBar live;
  private final BarProgram bar;
  private boolean running;
  private boolean closed;

  /// What to simulate.
  ///
  /// @param sets   how many sets, 0 for no end
  /// @param pauseS between two sets, in the time of the simulation
  /// @param speed  1 for real time
  /// @param athlete who lifts
  record Session(int sets, double pauseS, double speed, long seed, String athlete) {}

  /// Starts the daemon; the bar waits for [#run].
  ///
  /// @param watcher gets each payload that the bar publishes
  Demo(Path folder, int httpPort, Session session, PayloadSink watcher)
      throws DaemonStartException {
    daemon = Daemon.start(new DaemonConfig(null, null, folder, httpPort, 0, DaemonConfig.DEFAULT_CLIENT_ID));
    // A set ends in the pause after it, not only when the next begins.
    Duration setPause = Duration.ofMillis(Math.round(500 * session.pauseS()));
    try {
      boolean stepped = session.speed() != 1;
      Pins pins = new VirtualPins(sets(session), session.seed(), VirtualBar.Fitting.STANDARD, List.of(), stepped);
      BarConfig config = new BarConfigReader().with("demo", "[bar]\nid = \"" + BAR_ID + "\"\n")
          .with("virtual bar", pins.configuration()).read();
      live = LiveBar.open(config, pins,
          new LiveBar.Session(JournalIds.fresh(), null, session.athlete(), setPause, null),
          line -> {},
          line -> {});
      FrameSource source = stepped ? new PacedSource(live.source(), session.speed()) : live.source();
      bar = new BarProgram(source, live.context(), LinkConfig.of(daemon.brokerUri(), BAR_ID, stepped),
          LinkListener.SILENT,
          payload -> {
            live.cues().emit(payload);
            watcher.emit(payload);
          });
    } catch (ConfigException | RuntimeException e) {
      daemon.close();
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /// The sets of a training session, one after the other; the same seed for all, because the sensors of the bar stay the same specimens.
  private static Supplier<Optional<Scenario>> sets(Session session) {
    TrainingPlan training = new TrainingPlan(session.pauseS(), session.seed());
    AtomicInteger next = new AtomicInteger();
    return () -> {
      int set = next.getAndIncrement();
      return session.sets() > 0 && set >= session.sets() ? Optional.empty() : Optional.of(training.set(set));
    };
  }

  String httpUri() {
    return daemon.httpUri();
  }

  /// Lifts until all sets are done or the demo is closed.
  BarProgram.Outcome run() throws IOException {
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the demo is closed");
      }
      running = true;
    }
    return bar.run();
  }

  /// Stops the bar, lets it publish what it has, then stops the daemon.
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      if (running) {
        bar.close();
      }
    } finally {
      live.close();
      daemon.close();
    }
  }
}
