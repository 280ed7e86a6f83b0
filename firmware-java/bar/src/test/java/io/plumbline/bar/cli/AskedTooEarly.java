package io.plumbline.bar.cli;

import io.plumbline.bar.app.BarProgram;
import io.plumbline.bar.app.FrameSource;
import io.plumbline.bar.app.PacedSource;
import io.plumbline.bar.app.RecordingSource;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.recording.RecordingInput;
import io.plumbline.bar.recording.RecordingReader;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.Recordings;
import java.io.ByteArrayInputStream;
import java.util.concurrent.CountDownLatch;

/// A process that is asked to end after its chips are open and before the bar program runs: what a service manager can do at any time.
final class AskedTooEarly {
  static final int AS_A_SIGNAL = 143;

  private AskedTooEarly() {}

  public static void main(String[] arguments) {
    PublishRun run = new PublishRun("plumbline bar", Console.system());
    System.exit(run.completed(() -> {
      askToEnd();
      return lift(run);
    }));
  }

  /// As the JVM does when a signal comes; returns when the process is ending.
  private static void askToEnd() {
    CountDownLatch ending = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(ending::countDown));
    Thread.ofPlatform().daemon().start(() -> System.exit(AS_A_SIGNAL));
    try {
      ending.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int lift(PublishRun run) {
    LinkConfig link = LinkConfig.of("", "bar-1", false);
    try {
      byte[] content = Recordings.bytes(Recordings.lifts(5));
      FrameSource lifts = new RecordingSource(
          RecordingReader.open(RecordingInput.of(new ByteArrayInputStream(content))),
          0);
      // A hundredth of real time: it would play for an hour.
      FrameSource source = new PacedSource(lifts, 0.01);
      StreamContext context = new StreamContext("bar-1", "rec-1", source.mode(), source.setup(), source.channels(),
          source.exercise(), null, StreamContext.DEFAULT_SET_PAUSE);
      BarProgram.Outcome outcome = run.run(source, context, link, payload -> {},
          new LearnedState(null, null, run::complain), null, null);
      return run.conclude(outcome, link, "play it again");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
