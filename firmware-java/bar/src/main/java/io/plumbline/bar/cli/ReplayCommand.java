package io.plumbline.bar.cli;

import io.plumbline.bar.app.RecordingSource;
import io.plumbline.bar.app.Software;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.score.ScoreTable;
import io.plumbline.bar.score.Scorer;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `replay`: plays a recording through the pipeline and prints what the live bar would publish.
@Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, description = "Plays a recording as fast as it goes and prints its reps and sets.", footerHeading = "%nExamples:%n", footer = {
    "  plumbline replay session.csv.gz", "  plumbline replay simulated.csv.gz --score",
    "  plumbline replay session.csv --json | jq .velocity",
    "  zcat session.csv.gz | plumbline replay - --json=all"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
        "0:played",
        "2:unusable file, or rows that had to be skipped (see --lenient); one line on standard error names file, line,"
            + " reason and mend"})
public final class ReplayCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "A recording, plain or gzip, or a black box; - reads standard input (no black box).")
  private String file = "-";

  @Option(names = "--json", arity = "0..1", fallbackValue = "summaries", preprocessor = JsonOutput.AttachedOnly.class, paramLabel = "all", description = "Print one JSON object a line: reps and sets; with --json=all cues and quality too.")
  private @Nullable JsonOutput json;

  @Option(names = "--score", description = "Compare with the recording's truth columns and print a table (on standard error beside --json).")
  private boolean score;

  @Mixin
  private StreamOptions options = new StreamOptions();

  /// On the streams of this process.
  public ReplayCommand() {
    this(Console.system());
  }

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<String> contradiction = options.contradiction();
    if (contradiction.isPresent()) {
      console.err().println("plumbline replay: " + contradiction.get());
      console.err().flush();
      return ExitStatus.UNUSABLE;
    }
    Optional<Path> blackBox = BlackBoxReplay.find(file);
    if (blackBox.isEmpty()) {
      return RecordingArgument.use("plumbline replay", file, options, console, this::play);
    }
    if (score || options.facing() != 0 || options.givenBarId().isPresent() || options.asNew()
        || options.state() != null) {
      console.err()
          .println("plumbline replay: " + file + ": a black box is played as it was: without --score (it has no truth),"
              + " --facing, --bar-id, --as-new and --state; 'plumbline blackbox export' makes a recording of it");
      console.err().flush();
      return ExitStatus.UNUSABLE;
    }
    return new BlackBoxReplay(console, json).play(blackBox.get());
  }

  private int play(RecordingArgument recording) throws IOException, ConfigException {
    try (LearnedState learned = new LearnedState(options.state(), options.athlete(), recording::notice)) {
      return play(recording, learned);
    }
  }

  private int play(RecordingArgument recording, LearnedState learned) throws IOException, ConfigException {
    RecordingSource source = new RecordingSource(recording.reader(), options.facing());
    ProgressLine progress = new ProgressLine(console, recording.input());
    PayloadPrinter printer = new PayloadPrinter(console.out(), json, progress);
    PrintStream scoreOut = json == null ? console.out() : console.err();
    Scorer scorer = score ? new Scorer(new ScoreTable(scoreOut, progress::wipe), source.setup().facing()) : null;
    Measurement measurement = new Measurement(options.context(source, recording.journalId(), learned), printer,
        scorer == null ? List.of() : List.of(scorer));
    measurement.begin(Software.version());
    SensorFrame frame = new SensorFrame();
    while (!printer.isUnread() && source.next(frame)) {
      if (scorer != null) {
        scorer.before(frame.timeNs(), recording.reader().truth());
      }
      measurement.accept(frame);
      if (scorer != null) {
        scorer.after(recording.reader().truth(), measurement.pipeline());
      }
      progress.tick();
    }
    measurement.finish();
    learned.keep(measurement.stream().learned());
    if (scorer != null) {
      scorer.finish();
    }
    progress.wipe();
    if (measurement.stream().reps() == 0 && recording.reader().rows() > 0 && json == null) {
      console.out().println("no rep found in " + recording.reader().rows() + " rows");
    }
    if (measurement.stream().unmeasuredReps() > 0) {
      recording.notice(measurement.stream().unmeasuredReps() + " reps were found that could not be measured");
    }
    return ExitStatus.OK;
  }
}
