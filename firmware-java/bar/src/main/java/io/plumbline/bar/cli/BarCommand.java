package io.plumbline.bar.cli;

import io.plumbline.bar.app.BarProgram;
import io.plumbline.bar.app.FrameSource;
import io.plumbline.bar.app.PacedSource;
import io.plumbline.bar.app.RecordingSource;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.contract.payload.Payload;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bar`: runs the bar program and publishes to a broker.
@Command(name = "bar", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, description = "Runs the bar program on a recording and publishes over MQTT as the live bar does.", footerHeading = "%nExamples:%n", footer = {
    "  plumbline bar --replay session.csv.gz", "  plumbline bar --replay session.csv.gz --speed max",
    "  plumbline bar --replay session.csv --broker tcp://192.168.1.20:1883 --athlete Kim"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
        "0:the broker has everything", "1:something was not sent",
        "2:unusable recording, or rows that had to be skipped (see --lenient)"})
public final class BarCommand implements Callable<Integer> {
  private static final String NAME = "plumbline bar";

  private final Console console;

  @Option(names = "--replay", paramLabel = "FILE", description = "The recording to play, plain or gzip; - reads standard input.")
  private @Nullable String file;

  @Option(names = "--speed", paramLabel = "FACTOR", converter = SpeedConverter.class, defaultValue = "1", description = "1 plays in real time, max as fast as it goes (default: ${DEFAULT-VALUE}).")
  private double speed = 1;

  @Option(names = "--broker", paramLabel = "URI", defaultValue = LinkConfig.DEFAULT_BROKER, description = "Where to publish: tcp://host:port or ssl://host:port (default: ${DEFAULT-VALUE}).")
  private String broker = LinkConfig.DEFAULT_BROKER;

  @Mixin
  private StreamOptions options = new StreamOptions();

  /// On the streams of this process.
  public BarCommand() {
    this(Console.system());
  }

  BarCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (file == null) {
      return refuse("no sensors: this build plays recordings, name one with --replay FILE");
    }
    LinkConfig link;
    try {
      link = LinkConfig.of(broker, options.barId(), true);
    } catch (IllegalArgumentException e) {
      return refuse("--broker: " + e.getMessage());
    }
    return RecordingArgument.use(NAME, file, options, console, recording -> publish(recording, link));
  }

  private int refuse(String reason) {
    console.err().println(NAME + ": " + reason);
    console.err().flush();
    return ExitStatus.UNUSABLE;
  }

  private int publish(RecordingArgument recording, LinkConfig link) throws IOException {
    FrameSource all = new RecordingSource(recording.reader(), options.facing());
    FrameSource source = Double.isInfinite(speed) ? all : new PacedSource(all, speed);
    say(options.barId() + " plays " + file + " as journal " + recording.journalId() + " to " + link.brokerUri());
    BarProgram program = new BarProgram(source, options.context(source, recording.journalId()), link, new Told(),
        this::show);
    Thread onExit = Thread.ofPlatform().name("stop-bar").unstarted(program::close);
    Runtime.getRuntime().addShutdownHook(onExit);
    BarProgram.Outcome outcome;
    try {
      outcome = program.run();
    } finally {
      release(onExit);
    }
    conclude(outcome, recording);
    return outcome.isComplete() ? ExitStatus.OK : ExitStatus.NOT_DONE;
  }

  private static void release(Thread onExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }

  private void conclude(BarProgram.Outcome outcome, RecordingArgument recording) {
    if (outcome.unmeasured() > 0) {
      recording.notice(outcome.unmeasured() + " reps were found that could not be measured");
    }
    if (outcome.stall() != null) {
      console.err().println(NAME + ": " + outcome.stall() + "; ended early");
    }
    long unsent = outcome.link().unsent() + outcome.link().dropped();
    String broker = unsent == 0
        ? "broker acknowledged all " + outcome.link().acknowledged() + " messages"
        : "broker acknowledged " + outcome.link().acknowledged() + " messages, " + unsent
            + " were not sent: start a broker (plumbline daemon) and play it again";
    long stored = outcome.link().storedUpTo();
    String daemon = stored < 0
        ? "no daemon answered"
        : "daemon stored up to " + stored + " of " + outcome.lastSequence();
    say("published " + outcome.reps() + " reps, " + outcome.sets() + " sets; " + broker + "; " + daemon);
  }

  private void show(Payload payload) {
    String line = SummaryTable.line(payload);
    if (!line.isEmpty()) {
      say(line);
    }
  }

  private void say(String line) {
    console.out().println(line);
    console.out().flush();
  }

  private final class Told implements LinkListener {
    @Override
    public void onConnected(String brokerUri) {
      say("connected to " + brokerUri);
    }

    @Override
    public void onUnreachable(String brokerUri, String reason, Duration retryIn) {
      console.err()
          .println(NAME + ": broker " + brokerUri + " not reached: " + reason + "; is it running? Next attempt in "
              + String.format(Locale.ROOT, "%.1f s", retryIn.toMillis() / 1e3));
      console.err().flush();
    }

    @Override
    public void onStored(long storedUpTo) {
      // Said once, at the end.
    }
  }
}
