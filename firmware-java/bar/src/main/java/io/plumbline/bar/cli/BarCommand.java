package io.plumbline.bar.cli;

import io.plumbline.bar.app.BarProgram;
import io.plumbline.bar.app.FrameSource;
import io.plumbline.bar.app.JournalIds;
import io.plumbline.bar.app.LiveBar;
import io.plumbline.bar.app.Software;
import io.plumbline.bar.app.PacedSource;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.app.RecordingSource;
import io.plumbline.bar.calibration.CalibrationPlace;
import io.plumbline.bar.command.BarCommands;
import io.plumbline.bar.command.CommandMemory;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigFile;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.journal.Journal;
import io.plumbline.bar.journal.JournalLimits;
import io.plumbline.bar.link.LinkConfig;
import io.plumbline.bar.serial.SerialLink;
import io.plumbline.bar.state.StateFolder;
import io.plumbline.bar.summary.StreamContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bar`: runs the bar program, on chips or on a recording, and publishes to a broker.
@Command(name = "bar", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, subcommands = {
    CheckCommand.class, CalibrateCommand.class, PairCommand.class}, description = {
        "Runs the bar program: reads the chips, measures reps and publishes them over MQTT.",
        "With --virtual the chips are models and time is real; with --replay a recording takes their place."}, footerHeading = "%nExamples:%n", footer = {
            "  plumbline bar", "  plumbline bar --config /etc/plumbline/bar.toml --athlete Kim",
            "  plumbline bar --virtual", "  plumbline bar --virtual squat --fault 'left-imu: reset at 12 s'",
            "  plumbline bar check", "  plumbline bar calibrate", "  plumbline bar --replay session.csv.gz --speed max",
            "  plumbline bar --replay session.csv --broker tcp://192.168.1.20:1883 --athlete Kim"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
                "0:the broker has everything, or the journal keeps it for the daemon",
                "1:something was not sent, or the chips could not be read on",
                "2:unusable configuration or recording, or rows that had to be skipped (see --lenient)"})
public final class BarCommand implements Callable<Integer> {
  private static final String NAME = "plumbline bar";
  private static final String USUAL_SCENARIO = "deadlift-working-set";
  private static final String JOURNAL = "journal";
  private static final String AGAIN = "start a broker (plumbline daemon) and play it again";

  private final Console console;
  private final PublishRun run;

  @Option(names = "--replay", paramLabel = "FILE", description = "The recording to play, plain or gzip; - reads standard input.")
  private @Nullable String file;

  @Mixin
  private HardwareOptions hardware = new HardwareOptions();

  @Option(names = "--print-config", description = "Print every setting with its origin, and do nothing else.")
  private boolean printConfig;

  @Option(names = "--migrate-config", description = "Write the file of --config anew for this version, keep the old one beside it, and do nothing else.")
  private boolean migrateConfig;

  @Option(names = "--record", paramLabel = "FOLDER", description = "Where the black box goes (default: what the configuration says; virtual chips are not recorded without this).")
  private @Nullable Path record;

  @Option(names = "--no-record", description = "Record nothing.")
  private boolean noRecord;

  @Option(names = "--speed", paramLabel = "FACTOR", converter = SpeedConverter.class, defaultValue = "1", description = "With --replay or --virtual: 1 is real time, max as fast as it goes (default: ${DEFAULT-VALUE}).")
  private double speed = 1;

  @Option(names = "--broker", paramLabel = "URI", description = "Where to publish, with user and certificates as the configuration says: tcp://host:port, ssl://host:port, mdns, mdns:NAME, or '' for none (default: what the configuration says, "
      + LinkConfig.DEFAULT_BROKER + ").")
  private @Nullable String broker;

  @Mixin
  private StreamOptions options = new StreamOptions();

  /// On the streams of this process.
  public BarCommand() {
    this(Console.system());
  }

  BarCommand(Console console) {
    this.console = console;
    this.run = new PublishRun(NAME, console);
  }

  @Override
  public Integer call() {
    Optional<String> contradiction = contradiction();
    if (contradiction.isPresent()) {
      return refuse(contradiction.get());
    }
    String replayed = file;
    if (replayed != null && BlackBoxReplay.find(replayed).isPresent()) {
      return refuse(replayed
          + " is a black box: 'plumbline replay' plays it, 'plumbline blackbox export' makes a recording of it");
    }
    try {
      if (migrateConfig) {
        run.say(ConfigFile.migrate(hardware.file().orElseThrow(() -> new ConfigException(
            "--migrate-config writes a file anew: name it with --config"))));
        return ExitStatus.OK;
      }
      if (replayed == null) {
        return live();
      }
      LinkConfig link = link(hardware.config("", Optional.of(options.barId()), 0, Optional.ofNullable(broker), null,
          run::complain), true);
      if (!link.hasBroker()) {
        return refuse(
            "--replay publishes, and link.broker is empty: name one with --broker, or use 'plumbline replay'");
      }
      return RecordingArgument.use(NAME, replayed, options, console, recording -> replay(recording, link));
    } catch (ConfigException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> contradiction() {
    if (file != null && (hardware.isVirtual() || record != null || printConfig)) {
      return Optional.of("--replay plays a recording: it goes with neither --virtual, --record nor --print-config");
    }
    if (file == null && (options.asNew() || options.lenient())) {
      return Optional.of("--as-new and --lenient are about recordings: they go with --replay only");
    }
    Optional<String> unlearnable = options.contradiction();
    if (unlearnable.isPresent()) {
      return unlearnable;
    }
    if (file == null && options.learn()) {
      return Optional.of("--learn is about recordings: with chips --state is enough");
    }
    if (record != null && noRecord) {
      return Optional.of("--record and --no-record contradict each other");
    }
    if (file == null && !hardware.isVirtual() && speed != 1) {
      return Optional.of("--speed goes with --replay or --virtual: real chips have a time of their own");
    }
    return hardware.contradiction();
  }

  private int refuse(String reason) {
    run.complain(reason);
    return ExitStatus.UNUSABLE;
  }

  private LinkConfig link(BarConfig config, boolean mayWait) throws ConfigException {
    return LinkPlan.of(config, hardware.folder(), broker != null, mayWait, run::complain);
  }

  private int live() throws ConfigException {
    boolean stepped = speed != 1;
    try (Pins pins = hardware.open(USUAL_SCENARIO, stepped)) {
      BarConfig bare = hardware.config(pins.configuration(), options.givenBarId(), options.facing(),
          Optional.ofNullable(broker), stateFolder(), run::complain);
      BarConfig config = hardware.calibrated(bare, options.facing(), stateFolder());
      if (printConfig) {
        console.out().print(config.toToml());
        console.out().flush();
        return ExitStatus.OK;
      }
      LinkConfig link = link(config, stepped);
      Path folder = recordFolder(config);
      if (folder != null) {
        prepare(folder, record == null ? config.place("recording.folder") : "--record");
      }
      CommandMemory memory = new CommandMemory(stateFolder(), options.athlete(), config,
          hardware.calibrationFile(bare, "", stateFolder())
              .map(kept -> new CalibrationPlace(bare, kept, Software.version())).orElse(null));
      memory.open(run::say, run::complain);
      return run.completed(() -> {
        // Closed last: what was learned is on the disk before the process ends.
        String athlete = memory.session().athlete();
        try (LearnedState learned = new LearnedState(stateFolder(), athlete == null ? options.athlete() : athlete,
            run::complain)) {
          return live(memory, pins, folder, link, learned);
        }
      });
    }
  }

  /// Virtual lifters are known and learned only where that is asked for.
  private @Nullable Path stateFolder() {
    return options.state() != null || hardware.isVirtual()
        ? options.state()
        : StateFolder.usual(System.getenv(), System.getProperty("user.home", "."));
  }

  private int live(CommandMemory memory, Pins pins, @Nullable Path folder, LinkConfig link, LearnedState learned) {
    String athlete = memory.session().athlete();
    LiveBar.Session session = new LiveBar.Session(JournalIds.fresh(), memory.session().exercise(),
        athlete == null ? options.athlete() : athlete, StreamContext.DEFAULT_SET_PAUSE, folder, learned::begin);
    LiveBar opened = LiveBar.open(memory.config(), pins, session, run::say, run::complain);
    int status;
    try (LiveBar bar = opened) {
      status = publish(bar, memory, link, learned);
    }
    if (opened.unrecordedRows() > 0) {
      run.complain(opened.unrecordedRows() + " samples are not in the black box: is the disk full?");
      return ExitStatus.NOT_DONE;
    }
    return status;
  }

  private @Nullable Path recordFolder(BarConfig config) {
    if (noRecord || (record == null && (hardware.isVirtual() || !config.recording().on()))) {
      return null;
    }
    Path state = stateFolder();
    return record != null
        ? record
        : state == null ? config.recording().folder() : state.resolve(config.recording().folder());
  }

  /// A folder that can never work is better refused than tried for ever.
  ///
  /// @param place who names it
  private static void prepare(Path folder, String place) throws ConfigException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ConfigException(
          place + ": " + folder + " cannot be made a folder; name another one, or use --no-record");
    }
    if (!Files.isWritable(folder)) {
      throw new ConfigException(
          place + ": nothing can be written to " + folder + "; is it yours? --no-record does without");
    }
  }

  private int publish(LiveBar bar, CommandMemory memory, LinkConfig link, LearnedState learned) {
    try (Journal journal = journal(bar.context()); SerialLink _ = serialLink(memory.config(), journal)) {
      return publish(bar, memory, link, learned, journal);
    }
  }

  /// Where nothing is kept, the broker has to be trusted.
  private @Nullable Journal journal(StreamContext context) {
    Path folder = stateFolder();
    if (folder == null) {
      return null;
    }
    Journal journal = new Journal(folder.resolve(JOURNAL), context.barId(), context.journalId(), JournalLimits.DEFAULT,
        run::complain);
    long left = journal.backlog().waiting();
    if (left > 0) {
      run.say(left + " summaries of earlier runs wait for the daemon");
    }
    journal.start();
    return journal;
  }

  private @Nullable SerialLink serialLink(BarConfig config, @Nullable Journal journal) {
    String device = config.link().serialPort();
    if (device.isEmpty()) {
      return null;
    }
    if (journal == null) {
      run.complain("link.serial_port gives away the journal, and there is none: --state FOLDER keeps one");
      return null;
    }
    SerialLink link = new SerialLink(device, config.bar().id(), journal.backlog(), run::say, run::complain);
    link.start();
    return link;
  }

  private int publish(LiveBar bar, CommandMemory memory, LinkConfig link, LearnedState learned,
      @Nullable Journal journal) {
    BarConfig config = memory.config();
    FrameSource source = speed != 1 && !Double.isInfinite(speed) ? new PacedSource(bar.source(), speed) : bar.source();
    run.say(config.bar().id() + " reads " + config.chips().size() + " chips as journal " + bar.context().journalId()
        + (link.hasBroker() ? " for " + link.brokerUri() : ", without a broker"));
    try {
      StreamContext context = memory.over(bar.context());
      bar.recordStart(context);
      BarProgram.Outcome outcome = run.run(source, context, link, bar.cues(), learned, journal,
          new BarCommands.Reach(bar.fittings(System.getenv()), learned, memory));
      bar.complaints().forEach(run::complain);
      bar.losses().ifPresent(run::say);
      bar.recording().ifPresent(place -> run.say("recorded: " + place));
      int status = run.conclude(outcome, link, "start a broker (plumbline daemon)");
      if (bar.failure().isPresent()) {
        run.complain("the chips could not be read or recorded on: " + bar.failure().get());
        return ExitStatus.NOT_DONE;
      }
      return status;
    } catch (IOException e) {
      run.complain(String.valueOf(e.getMessage()));
      return ExitStatus.NOT_DONE;
    }
  }

  private int replay(RecordingArgument recording, LinkConfig link) throws IOException, ConfigException {
    FrameSource all = new RecordingSource(recording.reader(), options.facing());
    FrameSource source = Double.isInfinite(speed) ? all : new PacedSource(all, speed);
    run.say(options.barId() + " plays " + file + " as journal " + recording.journalId() + " to " + link.brokerUri());
    BarProgram.Outcome outcome;
    try (LearnedState learned = new LearnedState(options.state(), options.athlete(), run::complain)) {
      outcome = run.run(source, options.context(source, recording.journalId(), learned), link, payload -> {},
          learned, null, null);
    }
    if (outcome.unmeasured() > 0) {
      recording.notice(outcome.unmeasured() + " reps were found that could not be measured");
    }
    return run.conclude(outcome, link, AGAIN);
  }
}
