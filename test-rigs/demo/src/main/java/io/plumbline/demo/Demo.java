package io.plumbline.demo;

import io.plumbline.bar.app.BarProgram;
import io.plumbline.bar.app.FrameSource;
import io.plumbline.bar.app.JournalIds;
import io.plumbline.bar.app.PacedSource;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.daemon.app.Daemon;
import io.plumbline.daemon.app.DaemonConfig;
import io.plumbline.daemon.app.DaemonStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A daemon and a bar program with simulated sensors, wired as they are in a gym. [#run] works on the caller's thread; [#close] may come
/// from another one.
final class Demo implements AutoCloseable {
  private static final String BAR_ID = "demo";
  private static final String ATHLETE = "Demo";

  private final Daemon daemon;
  private final BarProgram bar;
  private boolean running;
  private boolean closed;

  /// What to simulate.
  ///
  /// @param sets   how many sets, 0 for no end
  /// @param pauseS between two sets, in the time of the simulation
  /// @param speed  1 for real time
  record Session(int sets, double pauseS, double speed, long seed) {}

  /// Starts the daemon; the bar waits for [#run].
  ///
  /// @param watcher gets each payload that the bar publishes
  Demo(Path folder, int httpPort, Session session, PayloadSink watcher) throws DaemonStartException {
    daemon = Daemon.start(new DaemonConfig(null, null, folder, httpPort, 0, DaemonConfig.DEFAULT_CLIENT_ID));
    FrameSource source = new PacedSource(
        new SimulatedSource(new TrainingPlan(session.pauseS(), session.seed()), session.seed(), session.sets()),
        session.speed());
    // A set ends in the pause after it, not only when the next begins.
    Duration setPause = Duration.ofMillis(Math.round(500 * session.pauseS()));
    StreamContext context = new StreamContext(BAR_ID, JournalIds.fresh(), source.mode(), source.setup(),
        source.channels(),
        source.exercise(), ATHLETE, setPause);
    bar = new BarProgram(source, context, LinkConfig.of(daemon.brokerUri(), BAR_ID, true), new Quiet(), watcher);
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
      daemon.close();
    }
  }

  /// The broker is in the same process: there is nothing about it to tell.
  private static final class Quiet implements LinkListener {
    @Override
    public void onConnected(String brokerUri) {}

    @Override
    public void onUnreachable(String brokerUri, String reason, Duration retryIn) {}

    @Override
    public void onStored(long storedUpTo) {}
  }
}
