package io.plumbline.bar.cli;

import io.plumbline.bar.app.CalibrationBench;
import io.plumbline.bar.app.JournalIds;
import io.plumbline.bar.app.LiveBar;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.app.Software;
import io.plumbline.bar.calibration.Calibration;
import io.plumbline.bar.calibration.CalibrationPlace;
import io.plumbline.bar.calibration.CalibrationWriter;
import io.plumbline.bar.calibration.ChangeTable;
import io.plumbline.bar.calibration.Guide;
import io.plumbline.bar.calibration.Part;
import io.plumbline.bar.calibration.Procedure;
import io.plumbline.bar.calibration.Wish;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.state.StateFolder;
import io.plumbline.bar.summary.StreamContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bar calibrate`: guides a person through a calibration and keeps what comes out.
@Command(name = "calibrate", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, description = {
    "Calibrates the bar's sensors: says what to do, with a picture, waits until it was really done, and goes on by itself.",
    "Ctrl-C ends it at any time and leaves the old calibration as it is. All parts take about ten minutes."}, footerHeading = "%nParts, in this order:%n", footer = {
        "  rest    the bar lies still: offset of the gyroscopes (again at another temperature: its slope)",
        "  faces   16 poses: accelerometers; brings mount with it",
        "  mount   mark up, then one turn away from you: how the units sit, which way is forward",
        "  lever   each end raised three times: where the units sit; brings mount with it",
        "  load    in the rack, empty and with weighed plates: load cells", "", "Examples:",
        "  plumbline bar calibrate", "  plumbline bar calibrate --only load --plates 25,50,100,50,25,0",
        "  plumbline bar calibrate --record calibration-day",
        "  plumbline bar calibrate --recording calibration-day/*.plbb --dry-run",
        "  plumbline bar calibrate --virtual"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:calibrated", "1:not finished, or refused: nothing was written",
            "2:unusable configuration, calibration or recording"})
final class CalibrateCommand implements Callable<Integer> {
  private static final String NAME = "plumbline bar calibrate";
  private static final String USUAL_SCENARIO = "calibration";
  private static final String VIRTUAL_FILE = "virtual-calibration.toml";
  private static final double MOST_PLATES_KG = 500;

  private final Console console;

  @Mixin
  private HardwareOptions hardware = new HardwareOptions();

  @Option(names = {"--only",
      "--steps"}, split = ",", paramLabel = "PART", converter = PartConverter.class, description = "Which parts: rest, faces, mount, lever, load (default: all).")
  private List<Part> only = List.of();

  @Option(names = "--plates", split = ",", paramLabel = "KG", description = "Plates on each side, in the order in which you hang them on (default: 20,60,100,60,20,0). Weigh them.")
  private List<Double> plates = List.of(20.0, 60.0, 100.0, 60.0, 20.0, 0.0);

  @Option(names = "--facing", paramLabel = "+1|-1", description = "Which way you face when lifting (default: found by rolling the bar away from you).")
  private int facing;

  @Option(names = "--gravity", paramLabel = "M/S2", defaultValue = "9.80665", description = "Gravity at your place, 9.780 at the equator to 9.832 at the poles (default: ${DEFAULT-VALUE}, 45 degrees).")
  private double gravityMps2 = 9.80665;

  @Option(names = "--recording", arity = "1..*", paramLabel = "FILE", description = "Play the black box of an earlier calibration instead of reading chips. (A recording in CSV has no bridge ratios and no temperatures, so it cannot be calibrated from.)")
  private List<Path> recording = List.of();

  @Option(names = "--record", paramLabel = "FOLDER", description = "Keep the raw samples in a black box there, for --recording.")
  private @Nullable Path record;

  @Option(names = "--state", paramLabel = "FOLDER", description = "Where the bar keeps what it writes (default: $STATE_DIRECTORY, else ~/.local/state/plumbline).")
  private @Nullable Path state;

  @Option(names = "--dry-run", description = "Show what would change and write nothing.")
  private boolean dryRun;

  private boolean statusShown;

  CalibrateCommand() {
    this(Console.system());
  }

  CalibrateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<String> contradiction = contradiction();
    if (contradiction.isPresent()) {
      return refuse(contradiction.get());
    }
    try {
      return recording.isEmpty() ? live() : played();
    } catch (ConfigException e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return refuse("cannot be read or written: " + e.getMessage());
    }
  }

  private Optional<String> contradiction() {
    if (!recording.isEmpty() && (hardware.isVirtual() || record != null)) {
      return Optional.of("--recording plays what was recorded: it goes with neither --virtual nor --record");
    }
    if (facing < -1 || facing > 1) {
      return Optional.of("--facing: must be +1 or -1, but is " + facing);
    }
    if (!(gravityMps2 > 9.7 && gravityMps2 < 9.9)) {
      return Optional.of("--gravity: must be from 9.7 to 9.9, but is " + gravityMps2);
    }
    for (double kg : plates) {
      if (!(kg >= 0 && kg <= MOST_PLATES_KG)) {
        return Optional.of("--plates: must be from 0 to 500 kg a side, but holds " + kg);
      }
    }
    return hardware.contradiction();
  }

  private int refuse(String reason) {
    say(NAME + ": " + reason);
    return ExitStatus.UNUSABLE;
  }

  private void say(String line) {
    if (statusShown) {
      console.err().print("\r\033[K");
      statusShown = false;
    }
    console.err().println(line);
    console.err().flush();
  }

  private Guide guide() {
    return new Guide() {
      @Override
      public void say(String line) {
        CalibrateCommand.this.say(line);
      }

      @Override
      public void status(String text) {
        if (console.showProgress()) {
          console.err().print("\r\033[K  " + text);
          console.err().flush();
          statusShown = true;
        }
      }
    };
  }

  private Wish wish(Instant date) {
    Set<Part> parts = only.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(only);
    return new Wish(parts, plates, gravityMps2, facing, date.truncatedTo(ChronoUnit.SECONDS), Software.version());
  }

  private int live() throws ConfigException, IOException {
    // Nobody waits for virtual chips: their time goes as fast as it can.
    try (Pins pins = hardware.open(USUAL_SCENARIO, true)) {
      BarConfig config = hardware.config(pins.configuration(), Optional.empty(), facing, Optional.empty(),
          hardware.isVirtual() ? state : stateFolder(), this::say);
      Path target = target(config);
      Calibration before = new CalibrationPlace(config, target, Software.version()).before();
      if (record != null) {
        Files.createDirectories(record);
      }
      LiveBar.Session session = new LiveBar.Session(JournalIds.fresh(), null, null, StreamContext.DEFAULT_SET_PAUSE,
          record);
      Wish wish = wish(Instant.now());
      Procedure procedure = CalibrationBench.live(config, pins, wish, session, guide(), this::say);
      return conclude(procedure, config, wish, before, target);
    }
  }

  private int played() throws ConfigException, IOException {
    for (Path file : recording) {
      if (!Files.isRegularFile(file)) {
        throw new ConfigException(file + ": no such file; a black box ends with .plbb");
      }
    }
    try (CalibrationBench.Playback playback = CalibrationBench.Playback.open(recording)) {
      Path target = target(playback.config());
      Calibration before = new CalibrationPlace(playback.config(), target, Software.version()).before();
      Wish wish = wish(playback.began());
      Procedure procedure = playback.run(wish, guide(), this::say);
      return conclude(procedure, playback.config(), wish, before, target);
    }
  }

  /// That of the running bar.
  private Path stateFolder() {
    return state == null ? StateFolder.usual(System.getenv(), System.getProperty("user.home", ".")) : state;
  }

  private Path target(BarConfig config) throws ConfigException {
    return hardware.calibrationFile(config, VIRTUAL_FILE, stateFolder())
        .orElseThrow(() -> new ConfigException("bar.calibration is empty: name a file with --calibration"));
  }

  private int conclude(Procedure procedure, BarConfig config, Wish wish, @Nullable Calibration before, Path target)
      throws IOException {
    String missing = procedure.waitsFor();
    if (missing != null) {
      say(NAME + ": ended before this was done: " + missing + "; nothing was written");
      return ExitStatus.NOT_DONE;
    }
    Procedure.Outcome outcome = procedure.solve(config, wish, before);
    List<String> lines = new ArrayList<>(ChangeTable.lines(before, outcome.calibration()));
    outcome.refusals().forEach(refusal -> lines.add("REFUSED " + refusal));
    boolean good = outcome.refusals().isEmpty();
    if (good && !dryRun) {
      CalibrationWriter.write(outcome.calibration(), target);
    }
    lines.add(!good
        ? "Not calibrated: do the refused parts again (--only " + words(wish) + "); nothing was written."
        : dryRun
            ? "Good. Nothing was written (--dry-run)."
            : "Calibrated: " + outcome.calibration().id() + " is in " + target + ".");
    lines.forEach(console.out()::println);
    console.out().flush();
    return good ? ExitStatus.OK : ExitStatus.NOT_DONE;
  }

  private static String words(Wish wish) {
    return String.join(",", Arrays.stream(Part.values()).filter(wish.parts()::contains).map(Part::word).toList());
  }
}
